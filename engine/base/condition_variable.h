#pragma once

#include "base/unique_lock.h"

#include <chrono>
#include <condition_variable>

namespace threadscape {

/// std::condition_variable for a Mutex. What is waited for stands in a loop round wait, not in a function given to it: the
/// compiler's analysis would not know that it is called with the mutex held. Threads: any.
class ConditionVariable {
public:
    /// Waits, without the lock meanwhile, until notified, or for no reason.
    void wait(UniqueLock& lock) { m_condition.wait(lock.m_lock); }
    /// The same, no longer than `time`. False: that has come.
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
