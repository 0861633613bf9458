#pragma once

#include "lab/experiment.h"
#include "lab/run/result.h"
#include "trace/trace.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>

namespace threadscape {

struct Recording;

/// What to run and how.
struct RunRequest {
    std::string experiment;                      ///< id
    std::string preset = "notes";                ///< a preset's name
    std::map<std::string, std::string> settings; ///< on top of the preset
    std::optional<double> seconds;               ///< overrides the experiment's own time; 0: until stopped
    std::uint64_t seed = 1;
    std::optional<double> speed; ///< divides pauses; default: the preset's
    std::size_t traceCapBytes = Trace::kDefaultCapBytes;
    /// The threads of the run, and the one that reads what they record, let others go first, so that a window that shows
    /// them live does not have to wait for a core.
    bool behindOthers = false;
};

/// Runs one experiment on threads of its own and keeps what it recorded.
/// Threads: all members may be called from any thread.
class Runner {
public:
    /// Checks the request and starts. The error is the sentence of what is wrong; nothing was started then.
    static tl::expected<std::unique_ptr<Runner>, Error> start(const RunRequest& request);
    /// One that is over already and was kept in a file: it shows what was recorded, with the experiment set as it was in
    /// the end. The error says that this version has no such experiment.
    static tl::expected<std::shared_ptr<Runner>, Error> of(Recording recording);
    /// Stops the run and waits for its threads.
    ~Runner();
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    /// Asks every thread of the run to unwind; returns at once. Outcome::stopped or Outcome::interrupted.
    void stop(Outcome reason = Outcome::stopped);
    /// Changes a live setting now, and marks it on the time axis. The error says what is allowed.
    tl::expected<void, Error> change(std::string_view name, const SettingValue& value);
    void setSpeed(double speed);

    bool finished() const;
    /// Waits for the end; false when `timeout` came first.
    bool waitFor(std::chrono::milliseconds timeout) const;

    /// Of the run's own clock; stands still after the end.
    std::int64_t elapsedNs() const;
    /// How long the run was planned to take, in s; 0: not known.
    double plannedSeconds() const;
    double speed() const;

    const Experiment& experiment() const;
    std::shared_ptr<const Trace> trace() const;
    Findings findings() const;
    Text answer() const;
    /// What could go wrong, or stands still, now: a sentence each.
    std::vector<Text> warnings() const;
    Outcome outcome() const;
    /// The whole result; final once finished() is true.
    RunResult result() const;

    /// `askedToLook` is called, on a thread of the run, when an experiment that measures pauses so that whoever watches may draw;
    /// looked() lets it go on. It must not wait. Empty: nobody watches any more.
    void setWatcher(std::function<void()> askedToLook);
    void looked();

    /// At a slower pace, so that a measurement is left alone. Default 16 ms.
    void setIngestInterval(std::chrono::milliseconds interval);

    class Impl;

private:
    explicit Runner(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// The same settings checked without a run: for `--set` and for a window that wants to know before Run.
tl::expected<std::unique_ptr<Experiment>, Error> configure(const RunRequest& request);

} // namespace threadscape
