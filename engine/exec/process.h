#pragma once

#include "base/mutex.h"
#include "base/text.h"
#include "exec/worker_task.h"
#include "os/child_process.h"
#include "os/child_watch.h"
#include "record/recorder.h"
#include "record/shared_recording.h"
#include "sync/handout.h"

#include <array>
#include <chrono>
#include <span>
#include <string>
#include <string_view>

namespace threadscape {

/// A worker process of the run: it executes one task (see worker_task.h), and records into the run's trace as threads do. Its
/// lane ends when it ends, also when it is killed in the middle of anything.
/// Threads: all members may be called from any thread.
class Process {
public:
    struct Options {
        std::string group{}; ///< lanes of one group are adjacent
        bool daemon = false;
        std::uint32_t chunks =
            64; ///< of 2,728 events: how far it can be ahead of ingest before events are lost
        std::vector<Handout>
            hand{}; ///< objects shared with this process; at most WorkerIntroduction::kMostHanded
        std::vector<std::int64_t> ask{}; ///< initial numbers, see ask(); at most SharedRecording::kAsked
        std::uint64_t seed = 0;          ///< of its random numbers
    };

    /// Starts it. `arguments` are the task's own (see packArguments). A worker program without such a task reports it on
    /// standard error, and exits with kBadArguments. Error: no worker program, or a system error.
    static tl::expected<std::unique_ptr<Process>, Error> start(Recorder& recorder, std::string name,
                                                               const WorkerTask& task,
                                                               std::span<const std::byte> arguments,
                                                               const Options& options);
    static tl::expected<std::unique_ptr<Process>, Error> start(Recorder& recorder, std::string name,
                                                               const WorkerTask& task,
                                                               std::span<const std::byte> arguments = {})
    {
        return start(recorder, std::move(name), task, arguments, Options{});
    }

    /// Kills it if it still runs, and waits until it has ended.
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    std::int32_t pid() const noexcept { return m_child->pid(); }
    TrackId track() const noexcept { return m_death->track; }
    /// Becomes readable, and stays so, when the process has ended: for poll.
    int descriptor() const noexcept { return m_child->descriptor(); }

    /// Blocks until it has ended; returns the exit code (after a signal its negative number: killed is -9).
    int join();
    /// The same with a time-out: nullopt while it runs.
    std::optional<int> joinFor(std::chrono::milliseconds timeout);
    /// nullopt while it runs.
    std::optional<int> exitCode();

    /// Waits as an actor of the run: recorded as a join, and a stop ends the wait (the process continues). Threads: an actor's.
    /// Throws Stopped.
    int joinSeen();
    /// The number that its task last reported at that index, 0 to 3. May be any value: workers are not trusted.
    std::int64_t told(std::size_t place) const;

    /// Sets a number for its task, which it may read at any time; sleeps that depend on it are re-timed. No-op once it has
    /// ended.
    void ask(std::size_t place, std::int64_t number) noexcept;

    /// Asks it to end (SIGTERM).
    void terminate() noexcept { m_child->terminate(); }
    /// Ends it (SIGKILL).
    void kill() noexcept { m_child->kill(); }

private:
    /// The cleanup after its death: done by the watch or the joiner, whichever notices first.
    struct Death {
        void tell(const ChildProcess::End& end) const noexcept;

        std::shared_ptr<Catalogue> catalogue;
        TrackId track = kNoTrack;
        std::uint32_t member = 0;
        std::vector<std::shared_ptr<Heir>> heirs;
    };

    Process(std::shared_ptr<const Death> death, std::shared_ptr<ChildProcess> child,
            std::shared_ptr<SharedRecording> recording);
    int ended(const ChildProcess::End& end);

    std::shared_ptr<const Death> m_death;
    std::shared_ptr<ChildProcess> m_child;
    mutable Mutex m_toldMutex;
    // Its reported numbers; null once it has ended, then they are copied here.
    std::shared_ptr<SharedRecording> m_recording TS_GUARDED_BY(m_toldMutex);
    std::array<std::int64_t, SharedRecording::kTold> m_told TS_GUARDED_BY(m_toldMutex){};
    ChildWatch::Watch m_watch; // ends before what it uses
};

/// The path of threadscape-worker: the environment variable THREADSCAPE_WORKER, else beside the running program.
std::string workerProgram();

} // namespace threadscape
