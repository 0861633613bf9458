#pragma once

#include "async/event_loop.h"
#include "exec/cancelled.h"

#include <chrono>
#include <stdexcept>

namespace threadscape {

/// What was awaited did not come in time.
class TimedOut : public TextError<std::runtime_error> {
public:
    using TextError::TextError;
};

/// What is thrown after `limit`.
TimedOut timedOutAfter(std::chrono::nanoseconds limit);

/// While one stands, the task that made it has so much time: then what it awaits is cancelled. Not divided by the run's speed.
class Deadline final : private LoopTimer {
public:
    Deadline(EventLoop& loop, std::chrono::nanoseconds limit);
    ~Deadline();
    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;

    bool expired() const noexcept { return m_expired; }
    [[noreturn]] void throwTimedOut() const;

private:
    void due() noexcept override;

    EventLoop& m_loop;
    LoopTask& m_task;
    std::chrono::nanoseconds m_limit;
    bool m_expired = false;
    EventLoop::Timers::iterator m_place;
};

/// Awaits `work` for so long at most: like Python's wait_for. Throws TimedOut; then `work` was cancelled.
template <typename T>
Task<T> withTimeout(EventLoop& loop, std::chrono::nanoseconds limit, Task<T> work)
{
    const Deadline deadline(loop, limit);
    try {
        co_return co_await std::move(work);
    } catch (const Cancelled&) {
        if (!deadline.expired())
            throw;
    }
    deadline.throwTimedOut();
}

} // namespace threadscape
