#pragma once

#include "exec/frames.h"
#include "exec/mapped.h"
#include "exec/process.h"
#include "exec/remote_task.h"
#include "exec/thread.h"
#include "sync/misuse.h"
#include "sync/seam.h"

#include <deque>
#include <optional>
#include <string>
#include <unordered_set>

namespace threadscape {

/// A process of a pool has ended: thrown by the unfinished tasks. Its text names the process and how it ended.
class BrokenProcessPool final : public Misuse {
public:
    using Misuse::Misuse;
};

/// A fixed number of worker processes that take tasks from one queue, first in, first out: like Python's ProcessPoolExecutor.
/// Tasks call remote functions (see remote_function.h); they are shown as boxes on the workers' lanes, and the trace records
/// each one's submitter, process and outcome. When a worker dies, every task that has not ended fails with BrokenProcessPool,
/// the other workers are ended, and the pool accepts no tasks until it is restarted.
/// A separate thread, the manager, receives results and distributes pending tasks. A thread that waits for a task of a worker
/// receives that worker's results itself meanwhile: one thread switch less.
/// Threads: submit by any actor; the rest by the actor that made the pool.
class ProcessPool {
public:
    struct Options {
        std::string group;           ///< "Workers"; also the pool's own name
        std::string prefix;          ///< "Process": the lanes are Process-1, Process-2, ...
        std::uint32_t chunks = 64;   ///< see Process::Options
        std::vector<Handout> hand{}; ///< available to the functions at WorkerContext::take(1), ...
    };
    /// Throws Misuse with the reason when a worker cannot be started, std::system_error when the manager cannot.
    ProcessPool(Runtime& runtime, Options options, std::int64_t workers);
    /// Like shutdown, but a stop is not honoured. In a run that is being stopped the tasks end with Stopped.
    ~ProcessPool(); // NOLINT(bugprone-exception-escape): no stop is honoured there
    ProcessPool(const ProcessPool&) = delete;
    ProcessPool& operator=(const ProcessPool&) = delete;

    /// Queues a call of `function`, which returns an R. Throws Misuse after shutdown, BrokenProcessPool while the pool is
    /// broken. A worker program without such a function reports it like an exception of the function.
    template <typename R>
    Future<R> submit(const RemoteFunction& function, std::vector<std::byte> arguments, TaskName name = {})
    {
        Actor& actor = uninterruptible(VisibleOperation::submit, m_object);
        auto* const node =
            new RemoteNode<R>(m_object, nameOr(name), function, std::move(arguments), this, &help);
        Future<R> future(node);
        RemoteCall* const call = node;
        enqueue(actor, {&call, 1});
        return future;
    }

    /// Queues a call for each of `all`, in batches of `chunk` to one worker. The results come in the order of `all`.
    template <typename R>
    Mapped<R> map(const RemoteFunction& function, std::vector<std::vector<std::byte>> all,
                  std::size_t chunk = 1, TaskName name = {})
    {
        Actor& actor = uninterruptible(VisibleOperation::submit, m_object);
        std::vector<Future<R>> futures;
        std::vector<RemoteCall*> calls;
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto* const node =
                new RemoteNode<R>(m_object, nameOr(name), function, std::move(all[i]), this, &help);
            futures.emplace_back(node);
            calls.push_back(node);
        }
        enqueue(actor, calls, chunk);
        return Mapped<R>(std::move(futures));
    }

    struct Shutdown {
        bool wait = true;           ///< until all tasks have ended; else the queued ones continue unattended
        bool cancelPending = false; ///< those not yet given to a worker are cancelled
    };
    /// Accepts no more tasks. May be called repeatedly. Throws Stopped when it waits.
    void shutdown(Shutdown how);
    void shutdown() { shutdown(Shutdown{}); }

    /// Why it is broken; nullopt while it is not. Threads: any.
    std::optional<Text> broken() const;
    /// If it is broken, starts the same number of workers again. Throws like the constructor.
    void restart();

    std::size_t workers() const noexcept { return static_cast<std::size_t>(m_count); }
    /// The number of its running processes, including those from before a restart.
    std::size_t running() const;
    std::int32_t pid(std::size_t worker) const;
    /// The number of tasks given to that worker and not answered. Threads: any.
    std::size_t given(std::size_t worker) const;
    /// Ends one (SIGKILL), as the system may. Threads: any.
    void kill(std::size_t worker) const;

private:
    /// Which thread receives a worker's answers now.
    enum class Reader : std::uint8_t { nobody, manager, waiter };
    struct Worker {
        std::unique_ptr<Process> process;
        std::string name;
        Descriptor line;
        FrameReader in; // its reader's only
        // Under the pool's guard:
        FrameWriter out;
        std::deque<RemoteCall*> given;
        std::unordered_set<ObjectId> named; // texts sent to it
        double taskNs = 0;                  // of its latest tasks; 0: unknown
        bool awaitsRoom = false;            // the manager waits until its line is writable
        Reader reader = Reader::nobody;
    };

    TaskName nameOr(TaskName name) const noexcept
    {
        return name.id == kNoObject ? TaskName{m_taskName} : name;
    }
    void startWorkers();
    void enqueue(Actor& actor, std::span<RemoteCall* const> calls, std::size_t chunk = 1);
    void close() noexcept;
    void wakeManager() noexcept;
    void manage();
    std::vector<Worker*> workersNow() const;
    static void help(void* pool, Actor& waiter, RemoteCall& call);
    void readInstead(Actor& waiter, RemoteCall& call);
    void giveBack(std::size_t worker) noexcept;
    void waitForReaders();
    bool manageLine(Actor& actor, std::size_t worker);
    bool readResults(Actor& actor, Worker& worker);
    void finish(Actor& actor, RemoteCall& call, std::span<const std::byte> reply, bool failed);
    void dispatchLocked() TS_REQUIRES(m_guard);
    Worker* freeWorker() noexcept TS_REQUIRES(m_guard);
    void giveLocked(Worker& worker, RemoteCall& call) TS_REQUIRES(m_guard);
    void breakDown(Actor& actor, std::size_t worker);
    std::vector<RemoteCall*> takeAllLocked() TS_REQUIRES(m_guard);
    void endAll(Actor& actor, const std::vector<RemoteCall*>& calls, const std::exception_ptr& why);
    void endWorkers();

    Runtime& m_runtime;
    Options m_options;
    std::int64_t m_count;
    ObjectId m_object;
    ObjectId m_taskName;
    Descriptor m_wake;
    Descriptor m_poll;                            // readable when a line or m_wake is
    WaitQueue m_noReaders;                        // waiting until no line is read by a waiter
    std::int64_t m_started = 0;                   // processes, ever
    std::vector<std::unique_ptr<Process>> m_dead; // before a restart
    mutable Guard m_guard;
    // A worker exists until a restart, which happens when it is no longer used.
    std::vector<std::unique_ptr<Worker>> m_workers TS_GUARDED_BY(m_guard);
    std::deque<std::vector<RemoteCall*>> m_queue TS_GUARDED_BY(m_guard); // the batch for one worker
    std::uint32_t m_submitted TS_GUARDED_BY(m_guard) = 0;
    std::optional<Text> m_broken TS_GUARDED_BY(m_guard);
    bool m_closed TS_GUARDED_BY(m_guard) = false;
    std::optional<Thread> m_manager;
};

} // namespace threadscape
