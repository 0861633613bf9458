#pragma once

#include "base/text.h"
#include "lab/variable.h"

#include <cstdint>
#include <string>

namespace threadscape {

/// One of the pictures that belong to an experiment, from top to bottom.
struct PlotSpec {
    enum class Kind : std::uint8_t {
        timeline,   ///< a lane for each thread
        contention, ///< who waits for what, who holds
        values,     ///< a variable over time: `variable`
        graph,      ///< threads and locks, who holds and who wants which, at one moment
        histogram,  ///< how often the operation `variable` took how long
        bars,       ///< expected and counted, a dot a round: `bars` findings
        speedup,    ///< jobs against speedup: Experiment::study
        stretches, ///< what the workers of each backend did in one sample, side by side; instead of it the timeline, once zoomed
    };
    Kind kind = Kind::timeline;
    double share = 1; ///< of the height, relative to the others
    /// values: the Shared variable's name; timeline: the one whose updates are told in the lanes; histogram: an operation's.
    std::string variable{};
    Template title{};     ///< of the axis
    bool cores = false;   ///< timeline: the lanes of the cores are open at first
    std::string beside{}; ///< values: another Shared variable of the same scale, drawn behind the first
    /// values: a horizontal band or line with a meaning, from the settings ("what withdrawers want", "expected").
    struct Band {
        Template label;
        double low = 0;
        double high = 0;    ///< equal to low: a line
        Template missing{}; ///< lines: what the variable lacks of it at the end ("%1 lost")
    };
};

/// How the lanes of a group are numbered: "Depositor 1", "Thread-1" (threads that nobody named), "MainThread" (just one).
enum class LaneNaming : std::uint8_t { spaced, hyphened, single };
/// The name of lane `index`, from 1.
std::string laneName(const std::string& prefix, LaneNaming naming, std::int64_t index);

/// Lanes that a run will have, so that an empty picture can show them: "Depositor 1" .. "Depositor 5".
struct LaneGroup {
    Template group;     ///< "Depositors"
    std::string prefix; ///< "Depositor"
    std::int64_t count = 0;
    Template number{}; ///< what Lab::showNumber counts in these lanes: "withdrawals"
    LaneNaming naming = LaneNaming::spaced;
    bool counted = true; ///< said before a run: "5 depositors"; false: their number follows from others'
};

/// The main thread, for experiments in which it takes part: it has no lane otherwise.
LaneGroup mainLane();

/// A lane for each thread; `told`: the variable whose updates are told in them.
PlotSpec timelinePlot(double share = 1);
PlotSpec timelinePlot(double share, const Variable& told);
/// The same with the cores' lanes open at first.
PlotSpec coresPlot(double share);
/// Who waits for what.
PlotSpec waitingPlot(double share);
/// Who holds and wants which lock.
PlotSpec graphPlot(double share);
PlotSpec valuesPlot(const Variable& variable, double share);
/// How often the operation of that name took how long.
PlotSpec histogramPlot(const char* operation, Template title, double share);
/// Expected and counted, a dot a round.
PlotSpec barsPlot(Template title);
/// How many tasks of an event loop that shows its load are ready, and how many wait.
PlotSpec tasksPlot(double share);

} // namespace threadscape
