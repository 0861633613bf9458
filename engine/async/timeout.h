#pragma once

#include "async/event_loop.h"
#include "exec/cancelled.h"

#include <chrono>
#include <stdexcept>

namespace threadscape {

/// Thrown on time-out.
class TimedOut : public TextError<std::runtime_error> {
public:
    using TextError::TextError;
};

/// The exception for a time-out of `limit`.
TimedOut timedOutAfter(std::chrono::nanoseconds limit);

/// A time limit for the task that made it, during its lifetime: then what it awaits is cancelled. Not divided by the run's
/// speed.
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

/// Awaits `work` with a time limit: like Python's wait_for. Throws TimedOut; then `work` was cancelled.
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
