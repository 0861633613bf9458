#pragma once

#include "record/task_state.h"
#include "sync/runtime.h"

#include <atomic>
#include <exception>
#include <functional>
#include <memory>

namespace threadscape {

/// A task and its result in one allocation, shared by the future and the pool's queue.
/// Threads: any, unless said otherwise; those that end it or ask for it are actors.
class TaskNode {
public:
    using Callback = std::function<void(TaskState)>;

    TaskNode(ObjectId pool, TaskName name) noexcept : m_pool(pool), m_name(name) {}
    TaskNode(const TaskNode&) = delete;
    TaskNode& operator=(const TaskNode&) = delete;
    virtual ~TaskNode() = default;

    void addReference() noexcept { m_references.fetch_add(1, std::memory_order_relaxed); }
    void release() noexcept
    {
        // The last reference needs no read-modify-write.
        if (m_references.load(std::memory_order_acquire) == 1 ||
            m_references.fetch_sub(1, std::memory_order_acq_rel) == 1)
            delete this;
    }

    /// Its number in the pool, from 1. Set once, by the pool, before it is shared.
    void setNumber(std::uint32_t number) noexcept { m_number = number; }
    std::uint32_t number() const noexcept { return m_number; }
    ObjectId pool() const noexcept { return m_pool; }
    TaskName name() const noexcept { return m_name; }
    /// Records its step in the trace: `track` did it, or observed it.
    void tell(Actor& actor, TaskState state, Ticks at) const noexcept
    {
        actor.writer().write(taskEvent(actor.track(), m_pool, at, m_number, {state, m_name}));
    }

    /// Runs the task in a box on the worker's lane, unless it was cancelled, and wakes waiters. Rethrows Stopped, after storing
    /// it in the future. Threads: a worker's.
    void execute(Actor& worker);
    // For tasks executed in another process.
    /// Marks it as running; false: it was cancelled.
    bool begin() noexcept;
    /// Marks it as ended: done if it has a result, else failed. Rethrows Stopped from a callback.
    void end(Actor& by, std::exception_ptr failure);
    /// Ends a task that the run's stop has cut off: its future throws Stopped. The trace has no end of it. Rethrows Stopped
    /// from a callback.
    void cutOff(Actor& by);

    /// Cancels a task that has not begun; false when it has. Rethrows Stopped from a callback.
    bool cancel();
    /// The same for a task that will not run, because the run is being stopped.
    void abandon() noexcept;

    TaskState state() const noexcept
    {
        return static_cast<TaskState>(m_word.load(std::memory_order_acquire) & kStateMask);
    }
    /// Blocks until it has ended. Throws Stopped.
    void wait();
    /// Once ended: throws what the task threw, Cancelled or Stopped, if it has no result.
    void throwFailure() const;

    /// `callback` is called once: by the thread that ends the task, or immediately if it has ended. What it throws is printed
    /// into the run's log. It should be short and must not block. Callbacks run in the order of registration.
    void whenDone(Callback callback);

    TaskNode* next = nullptr; ///< in the queue that holds it

protected:
    virtual void invoke() = 0;
    /// Called by a thread about to wait for the end: may help to reach it. Throws Stopped.
    virtual void help(Actor& /*waiter*/) {}

private:
    // The states of the word.
    static constexpr std::uint32_t kStateMask = 7;
    static constexpr std::uint32_t kAwaited = 8;
    static constexpr std::uint32_t kHasCallbacks = 16;
    static constexpr std::uint32_t kByStop = 32;

    struct Link {
        Callback callback;
        std::unique_ptr<Link> next;
    };

    static bool ended(std::uint32_t word) noexcept
    {
        return (word & kStateMask) >= static_cast<std::uint32_t>(TaskState::done);
    }
    bool leavePending(std::uint32_t to, std::uint32_t kept, std::uint32_t& before) noexcept;
    bool endUnrun(std::uint32_t how);
    void settle(Actor& by, TaskState state);
    void wakeAndCall(std::uint32_t before, TaskState state, Actor& by);
    void callOne(const Callback& callback, TaskState state, Actor& by, bool& stopped) const;

    std::atomic<std::uint32_t> m_references{2};
    std::atomic<std::uint32_t> m_word{0};
    std::uint32_t m_number = 0;
    ObjectId m_pool;
    TaskName m_name;
    std::exception_ptr m_failure;
    WaitQueue m_waiters;
    std::unique_ptr<Link> m_callbacks TS_GUARDED_BY(m_waiters.guard()); // the last one first
};

} // namespace threadscape
