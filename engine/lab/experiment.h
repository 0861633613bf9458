#pragma once

#include "base/text.h"
#include "lab/blocked.h"
#include "lab/findings.h"
#include "lab/outcome.h"
#include "lab/setting.h"
#include "lab/thread_time.h"
#include "measure/speedup_study.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace threadscape {

class Lab;

/// Named settings, chosen for a purpose. Every experiment has "notes" (the defaults) and "lecture".
struct Preset {
    std::string name; ///< "lecture"
    Template label;
    std::vector<std::pair<std::string, std::string>> settings; ///< those that differ from the defaults
    double speed = 1;
};

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

/// How many tasks of an event loop that shows its load are ready, and how many wait.
PlotSpec tasksPlot(double share);

/// One experiment: what it is called, what it can be told, and how it runs. An object serves one run: the run makes a
/// fresh one, assigns its settings, and calls run() on the run's main thread. A derived class declares its settings as
/// members, its counters as members, and builds locks, threads and variables inside run(), from the Lab it is given.
class Experiment {
public:
    struct Identity {
        const char* id;
        Template topic;      ///< the heading in the list: "Conditions"
        Template title;      ///< "Bank account"
        Template question{}; ///< empty: its numbers are those of settings, see question()
    };

    explicit Experiment(Identity identity) : m_identity(identity) {}
    Experiment(const Experiment&) = delete;
    Experiment& operator=(const Experiment&) = delete;
    virtual ~Experiment() = default;

    std::string id() const { return m_identity.id; }
    const Identity& identity() const noexcept { return m_identity; }
    const std::vector<Setting*>& settings() const noexcept { return m_settings; }
    Setting* setting(std::string_view name) const noexcept;

    /// With the numbers that the settings have now. Threads: any.
    virtual Text question() const { return m_identity.question; }

    /// "notes" and "lecture" among them. The first is what a window chooses at first.
    virtual std::vector<Preset> presets() const = 0;
    virtual std::vector<PlotSpec> plots() const = 0;
    /// The lanes that a run with the current settings begins with, without main.
    virtual std::vector<LaneGroup> lanes() const = 0;
    /// A rule between settings that is broken, if any ("deposit_min is 20 and deposit_max 10: ...").
    virtual std::optional<Error> brokenRule() const { return std::nullopt; }
    /// How long the run takes at most as planned, in s: fixes the time axis. 0: not known.
    virtual double plannedSeconds() const { return 0; }
    /// Lines and bands that help to read a values plot.
    virtual std::vector<PlotSpec::Band> bands(const PlotSpec& /*plot*/) const { return {}; }

    /// Runs. Threads: the run's main one. Leaves by Stopped when it is stopped.
    virtual void run(Lab& lab) = 0;

    /// What has been found so far. Threads: any, at any time during and after run().
    virtual Findings findings() const = 0;
    /// The answer to the question, from those findings. Threads: any, at any time.
    virtual Text answer(const Findings& findings, Outcome outcome) const = 0;

    /// What it has measured so far; nothing: it measures no speedup. Threads: any, at any time during and after run().
    virtual std::optional<SpeedupStudy> study() const { return m_opened; }
    /// For a run from a file: what was measured then. Before anybody asks.
    void setStudy(std::optional<SpeedupStudy> study) { m_opened = std::move(study); }
    /// It times what it does: who watches leaves it the cores, and looks when it pauses for that (see Lab::breathe).
    virtual bool measures() const { return false; }
    /// Time left, in s, by what it has measured so far; 0: not known, or see plannedSeconds. Threads: any.
    virtual double secondsLeft() const { return 0; }
    /// What a reader should know beside the answer: a sentence each. Threads: any, at any time.
    virtual std::vector<Text> remarks() const { return {}; }

    /// Why it stands still, if it does: as of the last look, 100 a second. Threads: any.
    std::optional<Blocked> blocked() const;
    /// The same if it is a deadlock.
    std::optional<Blocked> deadlock() const;
    /// For the run, which looks.
    void setBlocked(std::optional<Blocked> blocked);
    /// For the run: where it is recorded. Before run().
    void setTrace(std::shared_ptr<const Trace> trace) noexcept { m_trace = std::move(trace); }

protected:
    /// What the system said of the threads of one group so far, see threadTimes. Threads: any, also during run().
    std::vector<ThreadTime> timesOf(std::string_view group) const;
    /// Where the run is recorded; null before it.
    const Trace* trace() const noexcept { return m_trace.get(); }

private:
    friend class Setting;
    Identity m_identity;
    std::vector<Setting*> m_settings;
    mutable std::mutex m_blockedMutex;
    std::optional<Blocked> m_blocked;
    std::optional<SpeedupStudy> m_opened;
    std::shared_ptr<const Trace> m_trace;
};

} // namespace threadscape
