#pragma once

#include "base/text.h"
#include "lab/variable.h"

#include <cstdint>
#include <string>

namespace threadscape {

/// One plot of an experiment; its plots are listed from top to bottom.
struct PlotSpec {
    enum class Kind : std::uint8_t {
        timeline,   ///< a lane for each thread
        contention, ///< waits and holds, by lock
        values,     ///< a variable over time: `variable`
        graph,      ///< the wait-for graph of threads and locks at one moment
        histogram,  ///< durations of the operation `variable`
        bars,       ///< expected and counted in the round that lost most, a dot per round: `bars` findings
        speedup,    ///< speedup over jobs: Experiment::study
        stretches, ///< the workers' activity per backend in one sample, side by side; replaced by the timeline when zoomed
    };
    Kind kind = Kind::timeline;
    double share = 1; ///< of the height, relative to the others
    /// values: the Shared variable's name; timeline: the one whose updates are shown in the lanes; histogram: an operation's.
    std::string variable{};
    Template title{};     ///< of the axis
    bool cores = false;   ///< timeline: the lanes of the cores are open at first
    std::string beside{}; ///< values: another Shared variable on the same axis, drawn behind the first
    /// values: a horizontal band or line with a meaning, from the settings ("what withdrawers want", "expected").
    struct Band {
        Template label;
        double low = 0;
        double high = 0;       ///< equal to low: a line
        Template missing{};    ///< lines: how much is missing in the end ("%1 lost"); empty: not stated
        std::string finding{}; ///< the one that tells how much that is
    };
};

/// How the lanes of a group are numbered: "Depositor 1", "Thread-1" (unnamed threads), "MainThread" (exactly one).
enum class LaneNaming : std::uint8_t { spaced, hyphened, single };
/// The name of lane `index`, from 1.
std::string laneName(const std::string& prefix, LaneNaming naming, std::int64_t index);

/// Lanes of a future run, for an empty picture: "Depositor 1" .. "Depositor 5".
struct LaneGroup {
    Template group;     ///< "Depositors"
    std::string prefix; ///< "Depositor"
    std::int64_t count = 0;
    Template number{}; ///< what Lab::showNumber counts in these lanes: "withdrawals"
    LaneNaming naming = LaneNaming::spaced;
    bool counted = true; ///< stated before a run: "5 depositors"; false: their number follows from others'
};

/// The main thread, for experiments in which it takes part: it has no lane otherwise.
LaneGroup mainLane();

/// A lane for each thread; `told`: the variable whose updates are shown in them.
PlotSpec timelinePlot(double share = 1);
PlotSpec timelinePlot(double share, const Variable& told);
/// The same with the cores' lanes open at first.
PlotSpec coresPlot(double share);
/// Waits for each lock.
PlotSpec waitingPlot(double share);
/// The wait-for graph.
PlotSpec graphPlot(double share);
PlotSpec valuesPlot(const Variable& variable, double share);
/// Durations of the operation of that name.
PlotSpec histogramPlot(const char* operation, Template title, double share);
/// Expected and counted in the round that lost most, a dot per round.
PlotSpec barsPlot(Template title);
/// The number of ready and of waiting tasks of an event loop that shows its load.
PlotSpec tasksPlot(double share);

} // namespace threadscape
