#pragma once

#include "base/mutex.h"
#include "base/text.h"
#include "lab/answer.h"
#include "lab/blocked.h"
#include "lab/findings.h"
#include "lab/number_now.h"
#include "lab/outcome.h"
#include "lab/plot.h"
#include "lab/setting.h"

#include <atomic>
#include <concepts>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace threadscape {

class Lab;

class Group;
class Reported;
class Trace;
struct Reading;
struct SpeedupStudy;
struct ThreadTime;

/// Named settings, chosen for a purpose. Every experiment has "notes" (the defaults) and "lecture".
struct Preset {
    std::string name; ///< "lecture"
    Template label;
    std::vector<std::pair<std::string, std::string>> settings; ///< those that differ from the defaults
    double speed = 1;
};

/// Speed factor of a preset's pauses: `preset("slow-motion", label, lecture, Speed{0.1})`.
struct Speed {
    double times = 1;
};

/// A part of a run, from `fromNs` to before `toNs`, in ns on its clock.
struct RunPart {
    std::int64_t fromNs = 0;
    std::int64_t toNs = 0;
};

/// A value that is recomputed before findings are reported: see Basis.
class Recomputed {
public:
    explicit Recomputed(Experiment* owner);
    Recomputed(const Recomputed&) = delete;
    Recomputed& operator=(const Recomputed&) = delete;

protected:
    virtual ~Recomputed() = default;

private:
    friend class Experiment;
    virtual void recompute() = 0;
    /// For a part of the run; where it cannot be, nothing reads it for one.
    virtual void recomputeWithin(RunPart part) = 0;
};

/// One experiment: its name, its settings and how it runs. An object serves one run: the run creates a new one, assigns its
/// settings, and calls run() on the run's main thread. A derived class declares its settings, findings and groups of threads as
/// members, names its presets and rules in its constructor, and builds locks, threads and variables inside run(), from the Lab
/// it is given.
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

    /// With the current values of the settings. Threads: any.
    virtual Text question() const { return m_identity.question; }

    /// "notes" and "lecture" among them. The first is a window's initial choice.
    virtual std::vector<Preset> presets() const { return m_presets; }
    virtual std::vector<PlotSpec> plots() const { return m_plots; }
    /// The lanes that a run with the current settings begins with: those of its groups.
    virtual std::vector<LaneGroup> lanes() const;
    /// A rule between settings that is broken, if any ("deposit_min is 20 and deposit_max 10: ...").
    virtual std::optional<Error> brokenRule() const;
    /// How long the run takes at most as planned, in s: fixes the time axis. 0: not known. The setting "seconds", if it has one.
    virtual double plannedSeconds() const;
    /// Lines and bands that help to read a values plot.
    virtual std::vector<PlotSpec::Band> bands(const PlotSpec& plot) const;

    /// Runs. Threads: the run's main one. Throws Stopped when stopped.
    virtual void run(Lab& lab) = 0;

    /// What has been found so far: its Reported members. Threads: any, at any time during and after run().
    virtual Findings findings() const;
    /// The sums behind its findings at this moment: for findingsWithin. Threads: any, at any time.
    std::vector<Reading> readings() const;
    /// Those findings that can be told of a part of the run alone, by what was recorded in it and by the readings at its ends
    /// (empty: at the run's start). Threads: any, at any time during and after run().
    Findings findingsWithin(RunPart part, const std::vector<Reading>& before,
                            const std::vector<Reading>& after) const;
    /// Its answer speaks of the stretches of a run whose settings were changed; else it is of the whole run, and the run says so.
    virtual bool answersByStretch() const { return false; }
    /// The answer to the question, from those findings. Threads: any, at any time.
    virtual Answer answer(const Findings& findings, Outcome outcome) const = 0;

    /// What it has measured so far; nullopt: it measures no speedup. Threads: any, at any time during and after run().
    virtual std::optional<SpeedupStudy> study() const;
    /// For a run from a file: its recorded study. Call before study().
    void setStudy(std::optional<SpeedupStudy> study);
    /// It times its work: a viewer leaves it the cores, and draws only while it pauses for that (see Lab::breathe).
    virtual bool measures() const { return false; }
    /// Time left, in s, by what it has measured so far; 0: not known, or see plannedSeconds. Threads: any.
    virtual double secondsLeft() const { return 0; }
    /// Notes beside the answer, a sentence each. Threads: any, at any time.
    virtual std::vector<Text> remarks() const { return {}; }

    /// The share of the cores that other programs had between two moments of the run, in ns; nullopt: not observed. Threads: any.
    std::optional<double> othersShare(std::int64_t fromNs, std::int64_t toNs) const;
    /// How long, in s, others can have delayed the run's threads between them, at most. Threads: any.
    double takenSeconds(std::int64_t fromNs, std::int64_t toNs) const;

    /// Why it is blocked, if it is: as of the last check, 100 a second. Threads: any.
    std::optional<Blocked> blocked() const;
    /// The same if it is a deadlock.
    std::optional<Blocked> deadlock() const;
    /// For the run, which checks.
    void setBlocked(std::optional<Blocked> blocked);
    /// For the run, which divides pauses by it: plans depend on it. Threads: any.
    void setSpeed(double speed) noexcept { m_speed.store(speed, std::memory_order_relaxed); }
    double speed() const noexcept { return m_speed.load(std::memory_order_relaxed); }
    /// For the run: where it is recorded. Before run().
    void setTrace(std::shared_ptr<const Trace> trace) noexcept { m_trace = std::move(trace); }

protected:
    /// Adds a preset: what other presets say, then assignments, optionally a Speed; later ones override. `preset("in-order",
    /// TS_TEXT("preset", "Always in order"), lecture, ordered = true)`
    /// In the constructor, like rule. Throws std::logic_error when a value is not allowed.
    template <typename... Parts>
    Preset preset(const char* name, Template label, const Parts&... parts)
    {
        Preset made{.name = name, .label = label};
        (add(made, parts), ...);
        return m_presets.emplace_back(std::move(made));
    }
    /// Its plots, from top to bottom, where they are the same for all settings: `shows({timelinePlot(5), waitingPlot(2)});`
    void shows(std::vector<PlotSpec> plots) { m_plots = std::move(plots); }
    /// A line that helps to read its values plot.
    void line(Template label, NumberNow at);
    /// The same with a label at its end, such as "%1 lost": by how much the variable falls short of it, as `found` says.
    void line(Template label, NumberNow at, Template missing, const Reported& found);
    /// The same with a band.
    void band(Template label, NumberNow low, NumberNow high);
    /// The first must not be greater than the second.
    void rule(AtMost order);
    /// `holds()` must be true, else `sentence`, with these settings' values, is the error.
    /// `rule([this] { return fail + cancel <= tasks; }, TS_TEXT("futures", "fail is %1 ..."), fail, cancel, tasks);`
    template <typename Holds, std::derived_from<Setting>... Settings>
    requires std::is_invocable_r_v<bool, const Holds&>
    void rule(Holds holds, Template sentence, const Settings&... settings)
    {
        m_rules.emplace_back([holds, sentence, &settings...]() -> std::optional<Text> {
            return holds() ? std::nullopt : std::optional(Text(sentence, settings...));
        });
    }

    /// The system's figures for the threads of one group so far, see threadTimes. Threads: any, also during run().
    std::vector<ThreadTime> timesOf(std::string_view group) const;
    /// The same within a part of the run, without how often they were switched: of threads that were there then.
    std::vector<ThreadTime> timesOf(std::string_view group, RunPart part) const;
    /// How long pauses of so many ms take at the run's speed, in s: for plans.
    template <typename Number>
    double secondsOfPauses(const Number& ms) const noexcept
    {
        return static_cast<double>(ms) * 1e-3 / speed();
    }
    /// Where the run is recorded; null before it.
    const Trace* trace() const noexcept { return m_trace.get(); }

private:
    friend class Group;
    friend class Recomputed;
    friend class Reported;
    friend class Setting;

    static void add(Preset& preset, const Preset& base);
    static void add(Preset& preset, const Assignment& assignment);
    static void add(Preset& preset, Speed speed) { preset.speed = speed.times; }

    Identity m_identity;
    std::vector<Setting*> m_settings;
    std::vector<const Group*> m_groups;
    std::vector<const Reported*> m_reported;
    std::vector<Preset> m_presets;
    std::vector<PlotSpec> m_plots;
    std::vector<std::function<PlotSpec::Band()>> m_bands;
    std::vector<std::function<std::optional<Text>()>> m_rules;
    std::vector<Recomputed*> m_recomputed;
    mutable Mutex m_recomputedMutex; // serializes recompute()
    mutable Mutex m_blockedMutex;
    std::optional<Blocked> m_blocked TS_GUARDED_BY(m_blockedMutex);
    std::shared_ptr<const SpeedupStudy> m_opened;
    std::shared_ptr<const Trace> m_trace;
    std::atomic<double> m_speed{1};
};

} // namespace threadscape
