#pragma once

#include "base/unique_lock.h"

#include <chrono>
#include <condition_variable>

namespace threadscape {

/// std::condition_variable for a Mutex. Use a loop around wait instead of a predicate: the compiler's analysis would not know
/// that a predicate is called with the mutex held. Threads: any.
class ConditionVariable {
public:
    /// Releases the lock and waits until notified, or spuriously woken; reacquires it.
    void wait(UniqueLock& lock) { m_condition.wait(lock.m_lock); }
    /// The same with a time-out. False: timed out.
    template <typename Clock, typename Duration>
    bool waitUntil(UniqueLock& lock, const std::chrono::time_point<Clock, Duration>& time)
    {
        return m_condition.wait_until(lock.m_lock, time) == std::cv_status::no_timeout;
    }

    void notify_one() noexcept { m_condition.notify_one(); }
    void notify_all() noexcept { m_condition.notify_all(); }

private:
    std::condition_variable m_condition;
};

} // namespace threadscape
