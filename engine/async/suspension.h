#pragma once

#include "record/event.h"

#include <coroutine>

namespace threadscape {

class EventLoop;
class LoopTask;

/// One wait of a task of an event loop: what stands behind co_await. It lives in the coroutine's frame, tells the trace what the
/// task awaits, and is completed by whoever ends the wait.
/// Threads: its loop's.
class Suspension {
public:
    Suspension(const Suspension&) = delete;
    Suspension& operator=(const Suspension&) = delete;

    /// Honours a stop and a cancel that came before the wait. Throws Stopped and Cancelled.
    bool await_ready();
    void await_suspend(std::coroutine_handle<> awaiting);

    /// The task that waits; nullptr before and after.
    const LoopTask* task() const noexcept { return m_task; }

    /// The task is to go on soon: asks for the end of the wait, which complete() tells, now or later.
    virtual void cancel() noexcept = 0;
    /// The same without asking anybody else: for whoever waits for other tasks, and cannot wait until they have ended.
    virtual void giveUp() noexcept { cancel(); }

protected:
    Suspension(EventLoop& loop, State state, ObjectId object) noexcept
        : m_loop(loop), m_object(object), m_state(state)
    {
    }
    ~Suspension() = default;

    /// There is nothing to wait for.
    virtual bool over() { return false; }
    /// The task waits from here on: begins what ends it. What it throws arrives at the awaiter.
    virtual void begin() = 0;

    /// The wait has ended: the task goes on when its turn comes. `waker`: the track that ended it. Again: nothing.
    void complete(TrackId waker = kNoTrack, WaitEnd how = WaitEnd::served) noexcept;
    /// The same, by the clock: the wait was over at `dueNs` of the monotonic clock, whenever the loop came to see it.
    void completeDue(std::int64_t dueNs) noexcept;

    /// To be called first when the task goes on. Throws Stopped, and Cancelled.
    void goOn();

    EventLoop& loop() const noexcept { return m_loop; }
    void setObject(ObjectId object) noexcept { m_object = object; }
    void setState(State state) noexcept { m_state = state; } // ready: it gives way, and waits for nothing

private:
    void completeAt(Ticks at, TrackId waker, WaitEnd how) noexcept;

    EventLoop& m_loop;
    LoopTask* m_task = nullptr;
    ObjectId m_object;
    State m_state;
    bool m_completed = false;
};

} // namespace threadscape
