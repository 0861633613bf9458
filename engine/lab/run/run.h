#pragma once

#include "lab/run/result.h"
#include "lab/run/run_request.h"
#include "lab/run/source_file.h"

#include <memory>
#include <optional>
#include <vector>

namespace threadscape {

/// A run that can be shown: a running or finished one (live_run.h), or one from a file (recorded_run.h). A viewer shares its
/// ownership, and so retains its data.
/// Threads: all members may be called from any thread.
class Run {
public:
    Run() = default;
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;
    virtual ~Run() = default;

    /// The experiment with its current settings; lives as long as this.
    virtual const Experiment& experiment() const = 0;
    virtual std::shared_ptr<const Trace> trace() const = 0;
    /// As it was asked: with the settings at the start, whatever was changed since.
    virtual Text question() const = 0;
    /// The request that reproduces it, with its initial settings and the changes made since; nullopt: another program recorded
    /// it, and it cannot be run.
    virtual std::optional<RunRequest> request() const = 0;

    virtual Outcome outcome() const = 0;
    bool finished() const { return outcome() != Outcome::running; }
    /// On the run's own clock, which stops at the end.
    virtual std::int64_t elapsedNs() const = 0;
    /// Planned duration in s, by its settings of now; 0: not known.
    virtual double plannedSeconds() const = 0;
    /// Of the machine that it runs or ran on; 0: not known.
    virtual int cores() const = 0;

    virtual Findings findings() const = 0;
    virtual Text answer() const = 0;
    /// Current problems and blocked threads: a sentence each.
    virtual std::vector<Text> warnings() const = 0;
    /// Why its trace must not be saved, in a sentence: of another program's trace not all is shown, and saved it would be
    /// another one. nullopt: it can be saved.
    virtual std::optional<Text> unsavable() const { return std::nullopt; }
    /// The file of another program that it was read from, whose copy is its Chrome trace; nullopt: none.
    virtual std::optional<SourceFile> source() const { return std::nullopt; }
    /// The whole result; final once finished() is true.
    virtual RunResult result() const = 0;
};

} // namespace threadscape
