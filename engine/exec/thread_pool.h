#pragma once

#include "exec/future.h"
#include "exec/thread.h"

#include <list>
#include <string>

namespace threadscape {

/// A fixed number of worker threads that take tasks from one queue, first in, first out: like Python's
/// ThreadPoolExecutor. Idle workers are seen as idle, tasks as boxes on the workers' lanes.
/// Threads: submit by any actor; the rest by the actor that made the pool.
class ThreadPool {
public:
    struct Names {
        std::string group;  ///< "Workers"; also the pool's own name
        std::string prefix; ///< "Worker": the threads are Worker 1, Worker 2, ...
    };
    /// Throws std::system_error when the system starts no more threads.
    ThreadPool(Runtime& runtime, const Names& names, std::int64_t workers);
    /// Like shutdown, but without a stop being honoured: waits for the queued tasks; in a run that is being stopped
    /// they end with Stopped.
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    /// Queues `callable`. Throws Misuse after shutdown.
    template <typename C>
    auto submit(C&& callable) -> Future<std::invoke_result_t<std::decay_t<C>&>>
    {
        using Result = std::invoke_result_t<std::decay_t<C>&>;
        Actor& actor = uninterruptible(VisibleOperation::submit);
        ResultNode<Result>* node = new CallableNode<std::decay_t<C>>(m_object, std::forward<C>(callable));
        Future<Result> future(node);
        enqueue(actor, node);
        return future;
    }

    /// Takes no more tasks, and waits until all queued ones have ended. Throws Stopped.
    void shutdown();

private:
    void enqueue(Actor& actor, TaskNode* node);
    void work();
    TaskNode* take(Actor& actor);
    TaskNode* popLocked() noexcept;
    void close() noexcept;
    void abandonAll() noexcept;

    ObjectId m_object;
    ObjectId m_taskName;
    WaitQueue m_idle; // its guard protects what follows
    TaskNode* m_first = nullptr;
    TaskNode* m_last = nullptr;
    std::size_t m_idleWorkers = 0;
    bool m_searching = false; // a worker was woken and has not taken its task yet
    bool m_closed = false;
    std::list<Thread> m_workers;
};

} // namespace threadscape
