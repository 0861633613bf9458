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

/// Is notified when a task of an event loop ends.
class EndWaiter {
public:
    virtual void ended(const LoopTask& task) noexcept = 0;

protected:
    ~EndWaiter() = default;
};

/// A coroutine that an event loop runs beside others: like Python's asyncio.Task. It has its own lane, on which it runs, waits
/// for what it awaits, or is ready while the loop runs others.
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
    /// The object of waits for its end.
    ObjectId object();

    /// Throws Cancelled from its current or next co_await; a task that has not begun never begins. A task that awaits another
    /// one forwards it to that one. False: it has ended.
    bool cancel() noexcept;
    /// The same because of a time-out: its wait is recorded as timed out.
    void timeOut() noexcept;
    /// Withdraws a pending timeOut.
    void forgetTimeOut() noexcept;

    /// `callback(end)` is called once, by the loop, soon after the end. Callbacks run in the order of registration. It should
    /// be short and must not block. What it throws is printed into the run's log.
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
    /// At its end: stores the result, or rethrows its exception, and releases the frame.
    virtual void takeResult() = 0;
    /// It never began, and never will.
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
    std::coroutine_handle<> m_next; // where it resumes
    Suspension* m_waits = nullptr;  // its current wait; nullptr: it runs, or is ready
    Ticks m_since = 0;              // when it began to wait or to be ready, or ended
    End m_end = End::notYet;
    bool m_begun = false;
    bool m_cancelRequested = false;
    bool m_timedOut = false;
    bool m_passesCancelOn = false; // it is cancelling what it waits for
    bool m_asked = false;          // its result was requested
    int m_references = 0;
    std::exception_ptr m_failure;
    std::vector<EndWaiter*> m_waiters;
    std::vector<std::function<void(End)>> m_callbacks;
    LoopTask* m_following = nullptr; // in the loop's queue of ready tasks
    LoopTask* m_left = nullptr;      // in the list of live tasks
    LoopTask* m_right = nullptr;
};

} // namespace threadscape
