#pragma once

#include "base/text.h"
#include "sync/runtime.h"

#include <coroutine>
#include <exception>
#include <functional>
#include <string>
#include <vector>

namespace threadscape {

class EventLoop;
class LoopTask;
class Suspension;

/// Someone who is told when a task of an event loop ends.
class EndWaiter {
public:
    virtual void ended(const LoopTask& task) noexcept = 0;

protected:
    ~EndWaiter() = default;
};

/// A coroutine that an event loop runs beside others: like Python's asyncio.Task. It has a lane of its own, on which it runs,
/// waits for what it awaits, or is ready while the loop is at others.
/// Threads: its loop's.
class LoopTask {
public:
    enum class End : std::uint8_t { notYet, done, failed, cancelled };

    LoopTask(EventLoop& loop, const std::string& name, const std::string& group);
    LoopTask(const LoopTask&) = delete;
    LoopTask& operator=(const LoopTask&) = delete;
    virtual ~LoopTask() = default;

    EventLoop& loop() const noexcept { return m_loop; }
    Actor& actor() noexcept { return m_actor; }
    TrackId track() const noexcept { return m_actor.track(); }
    const std::string& name() const noexcept { return m_actor.info().name; }
    End end() const noexcept { return m_end; }
    bool ended() const noexcept { return m_end != End::notYet; }
    /// What others wait for when they wait for its end.
    ObjectId object();

    /// Cancelled is thrown at what it awaits, or awaits next; one that has not begun never does. A task that awaits another one
    /// passes it on to that one. False: it has ended.
    bool cancel() noexcept;
    /// The same because a time is up: what it waited for is seen as timed out.
    void timeOut() noexcept;
    /// What it was asked by timeOut, if it has not seen it yet, no longer counts.
    void forgetTimeOut() noexcept;

    /// `callback(end)` is called once, by the loop, soon after the end. In the order in which they were added. It should be short,
    /// and wait for nothing. What it throws is printed into the run's log.
    void whenDone(std::function<void(End)> callback);

    /// Once ended: throws what it threw, Cancelled or Stopped, if it has no result.
    void throwFailure();

    void addWaiter(EndWaiter& waiter) { m_waiters.push_back(&waiter); }
    void removeWaiter(EndWaiter& waiter) noexcept { std::erase(m_waiters, &waiter); }

    void addReference() noexcept { ++m_references; }
    void release() noexcept
    {
        if (--m_references == 0)
            remove();
    }
    // NOLINTBEGIN(readability-identifier-naming): boost::intrusive_ptr calls them
    friend void intrusive_ptr_add_ref(LoopTask* task) noexcept { task->addReference(); }
    friend void intrusive_ptr_release(LoopTask* task) noexcept { task->release(); }
    // NOLINTEND(readability-identifier-naming)

protected:
    virtual std::coroutine_handle<> frame() const noexcept = 0;
    /// It has come to its end: keeps the result, throws what it threw, and lets go of the frame.
    virtual void takeResult() = 0;
    /// It never began, and will not.
    virtual void dropFrame() noexcept = 0;

private:
    friend class EventLoop;
    friend class Suspension;

    void heedCancel();
    Text cancelledInWords() const;
    void takeEnd() noexcept;
    void endUnbegun() noexcept;
    void remove() noexcept;

    EventLoop& m_loop;
    Actor& m_actor;
    ObjectId m_name;
    ObjectId m_object = kNoObject;
    std::coroutine_handle<> m_next; // where it goes on
    Suspension* m_waits = nullptr;  // for what; nullptr: it runs, or is ready
    Ticks m_since = 0;              // when it began to wait or to be ready, or ended
    End m_end = End::notYet;
    bool m_begun = false;
    bool m_cancelRequested = false;
    bool m_timedOut = false;
    bool m_passesCancelOn = false; // it is asking what it waits for to end
    bool m_asked = false;          // somebody asked for its result
    int m_references = 0;
    std::exception_ptr m_failure;
    std::vector<EndWaiter*> m_waiters;
    std::vector<std::function<void(End)>> m_callbacks;
    LoopTask* m_following = nullptr; // in the loop's queue of those that are ready
    LoopTask* m_left = nullptr;      // among those that live
    LoopTask* m_right = nullptr;
};

} // namespace threadscape
