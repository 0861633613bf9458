#pragma once

#include "lab/run/result.h"
#include "lab/run/run_request.h"

#include <memory>
#include <optional>
#include <vector>

namespace threadscape {

/// A run that can be looked at: one that goes on or is over (live_run.h), or one from a file (recorded_run.h). Whoever
/// shows it holds it, and so keeps all that it tells.
/// Threads: all members may be called from any thread.
class Run {
public:
    Run() = default;
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;
    virtual ~Run() = default;

    /// What runs, with its settings as they are now; lives as long as this.
    virtual const Experiment& experiment() const = 0;
    virtual std::shared_ptr<const Trace> trace() const = 0;
    /// What to ask for to have it again, as it began; nothing: another program recorded it, and it cannot be run.
    virtual std::optional<RunRequest> request() const = 0;

    virtual Outcome outcome() const = 0;
    bool finished() const { return outcome() != Outcome::running; }
    /// Of the run's own clock; stands still after the end.
    virtual std::int64_t elapsedNs() const = 0;
    /// How long it was planned to take, in s; 0: not known.
    virtual double plannedSeconds() const = 0;
    /// Of the machine that it runs or ran on; 0: not known.
    virtual int cores() const = 0;

    virtual Findings findings() const = 0;
    virtual Text answer() const = 0;
    /// What could go wrong, or stands still, now: a sentence each.
    virtual std::vector<Text> warnings() const = 0;
    /// The whole result; final once finished() is true.
    virtual RunResult result() const = 0;
};

} // namespace threadscape
