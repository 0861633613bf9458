#pragma once

#include "record/event.h"

#include <coroutine>

namespace threadscape {

class EventLoop;
class LoopTask;

/// One wait of a task of an event loop: the awaiter of co_await. It lives in the coroutine's frame, records what the task
/// awaits, and is completed by the code that ends the wait.
/// Threads: its loop's.
class Suspension {
public:
    Suspension(const Suspension&) = delete;
    Suspension& operator=(const Suspension&) = delete;

    /// Honours an earlier stop or cancel. Throws Stopped and Cancelled.
    bool await_ready();
    void await_suspend(std::coroutine_handle<> awaiting);

    /// The waiting task; nullptr before and after.
    const LoopTask* task() const noexcept { return m_task; }

    /// Requests the end of the wait, which complete() reports, now or later.
    virtual void cancel() noexcept = 0;
    /// The same without cancelling anything else: for a task that waits for other tasks, and cannot wait until they have ended.
    virtual void giveUp() noexcept { cancel(); }

protected:
    Suspension(EventLoop& loop, State state, ObjectId object) noexcept
        : m_loop(loop), m_object(object), m_state(state)
    {
    }
    ~Suspension() = default;

    /// Whether there is nothing to wait for.
    virtual bool over() { return false; }
    /// Called when the task starts to wait: starts what ends the wait. Exceptions propagate to the awaiting task.
    virtual void begin() = 0;

    /// Ends the wait: the task resumes at its turn. `waker`: the track that ended it. Idempotent.
    void complete(TrackId waker = kNoTrack, WaitEnd how = WaitEnd::served) noexcept;
    /// The same by a timer due at `dueNs` of the monotonic clock, however late the loop noticed.
    void completeDue(std::int64_t dueNs) noexcept;

    /// Must be called first when the task resumes. Throws Stopped, and Cancelled.
    void goOn();

    EventLoop& loop() const noexcept { return m_loop; }
    void setObject(ObjectId object) noexcept { m_object = object; }
    void setState(State state) noexcept { m_state = state; } // ready: it yields, without waiting

private:
    void completeAt(Ticks at, TrackId waker, WaitEnd how) noexcept;

    EventLoop& m_loop;
    LoopTask* m_task = nullptr;
    ObjectId m_object;
    State m_state;
    bool m_completed = false;
};

} // namespace threadscape
