#pragma once

#include "base/mutex.h"

namespace threadscape {

/// Holds a Mutex, and may release it in between, directly or by a ConditionVariable: std::unique_lock as the compiler's
/// analysis sees it. Threads: one.
class [[nodiscard]] TS_SCOPED_CAPABILITY UniqueLock {
public:
    /// Throws std::system_error on failure, like lock().
    explicit UniqueLock(Mutex& mutex) TS_ACQUIRE(mutex) : m_lock(mutex.m_mutex) {}
    ~UniqueLock() TS_RELEASE() = default;
    UniqueLock(const UniqueLock&) = delete;
    UniqueLock& operator=(const UniqueLock&) = delete;

    void lock() TS_ACQUIRE() { m_lock.lock(); }
    void unlock() TS_RELEASE() { m_lock.unlock(); }

private:
    friend class ConditionVariable;

    std::unique_lock<std::mutex> m_lock;
};

} // namespace threadscape
