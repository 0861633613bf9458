#pragma once

#include "exec/mapped.h"
#include "exec/thread.h"
#include "sync/seam.h"

#include <list>
#include <string>

namespace threadscape {

/// A fixed number of worker threads that take tasks from one queue, first in, first out: like Python's ThreadPoolExecutor. Idle
/// workers are shown as idle, tasks as boxes on the workers' lanes, and the trace records each task's submitter, worker and
/// outcome.
/// Threads: submit by any actor; the rest by the actor that made the pool.
class ThreadPool {
public:
    struct Names {
        std::string group;  ///< "Workers"; also the pool's own name
        std::string prefix; ///< "Worker": the threads are Worker 1, Worker 2, ...
    };
    /// Throws std::system_error when no more threads can be started.
    ThreadPool(Runtime& runtime, const Names& names, std::int64_t workers);
    /// Like shutdown, but a stop is not honoured: waits for the queued tasks; in a run that is being stopped they end with
    /// Stopped.
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    /// Queues `callable`; its box on the worker's lane is labelled `name`, "task 7" if it has none. Throws Misuse after
    /// shutdown.
    template <typename C>
    auto submit(C&& callable, TaskName name = {}) -> Future<std::invoke_result_t<std::decay_t<C>&>>
    {
        using Result = std::invoke_result_t<std::decay_t<C>&>;
        Actor& actor = uninterruptible(VisibleOperation::submit, m_object);
        if (name.id == kNoObject)
            name.id = m_taskName;
        ResultNode<Result>* node =
            new CallableNode<std::decay_t<C>>(m_object, name, std::forward<C>(callable));
        Future<Result> future(node);
        enqueue(actor, node);
        return future;
    }

    /// Queues a task for each input, which calls a copy of `function` with it. Throws Misuse after shutdown.
    template <typename Function, typename Input>
    auto map(const Function& function, const std::vector<Input>& inputs, TaskName name = {})
        -> Mapped<std::invoke_result_t<Function&, const Input&>>
    {
        std::vector<Future<std::invoke_result_t<Function&, const Input&>>> futures;
        futures.reserve(inputs.size());
        for (const Input& input : inputs)
            futures.push_back(submit([function, input]() mutable { return function(input); }, name));
        return Mapped(std::move(futures));
    }

    /// Queues a task for each input, calling `act` with it, named nameOf(input), and waits for all. Throws what the first one
    /// in the order of the inputs threw, and Stopped; the remaining tasks then continue.
    template <typename Act, typename Input, typename NameOf>
    void forEach(const std::vector<Input>& inputs, const Act& act, const NameOf& nameOf)
    {
        std::vector<Future<void>> all;
        all.reserve(inputs.size());
        for (const Input& input : inputs)
            all.push_back(submit([act, input] { act(input); }, nameOf(input)));
        for (Future<void>& each : all)
            each.get();
    }

    struct Shutdown {
        bool wait = true;           ///< until all tasks have ended; else the queued ones continue unattended
        bool cancelPending = false; ///< those that have not begun are cancelled
    };
    /// Accepts no more tasks. May be called repeatedly. Throws Stopped when it waits.
    void shutdown(Shutdown how);
    void shutdown() { shutdown(Shutdown{}); }

    /// During its lifetime no worker begins a task: submitted tasks stay pending, and can certainly be cancelled. Must not
    /// outlive the pool. Threads: any actor's.
    class Held {
    public:
        explicit Held(ThreadPool& pool) noexcept;
        ~Held();
        Held(const Held&) = delete;
        Held& operator=(const Held&) = delete;

    private:
        ThreadPool& m_pool;
    };

private:
    void enqueue(Actor& actor, TaskNode* node);
    void work();
    TaskNode* take(Actor& actor);
    TaskNode* popLocked() noexcept TS_REQUIRES(m_idle.guard());
    void close() noexcept;
    TaskNode* popOne() noexcept;
    void abandonAll() noexcept;

    ObjectId m_object;
    ObjectId m_taskName;
    WaitQueue m_idle;
    TaskNode* m_first TS_GUARDED_BY(m_idle.guard()) = nullptr;
    TaskNode* m_last TS_GUARDED_BY(m_idle.guard()) = nullptr;
    std::size_t m_idleWorkers TS_GUARDED_BY(m_idle.guard()) = 0;
    std::uint32_t m_submitted TS_GUARDED_BY(m_idle.guard()) = 0;
    int m_held TS_GUARDED_BY(m_idle.guard()) = 0;
    // Whether a worker was woken and has not taken its task yet.
    bool m_searching TS_GUARDED_BY(m_idle.guard()) = false;
    bool m_closed TS_GUARDED_BY(m_idle.guard()) = false;
    std::list<Thread> m_workers;
};

} // namespace threadscape
