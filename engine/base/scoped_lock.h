#pragma once

#include "base/thread_annotations.h"

#include <mutex>

namespace threadscape {

/// Holds one of the program's own locks (Mutex, Guard, RobustMutex ...) during its lifetime, like std::lock_guard, whose effect
/// the compiler's analysis would not see. (For the locks of experiments use std::scoped_lock.) Threads: one.
template <typename Lockable>
class [[nodiscard]] TS_SCOPED_CAPABILITY ScopedLock {
public:
    /// Throws what the lock's lock() throws.
    explicit ScopedLock(Lockable& lock) TS_ACQUIRE(lock) : m_lock(lock) { m_lock.lock(); }
    /// Precondition: the calling thread holds it.
    ScopedLock(Lockable& lock, std::adopt_lock_t /*taken*/) noexcept TS_REQUIRES(lock) : m_lock(lock) {}
    ~ScopedLock() TS_RELEASE() { m_lock.unlock(); }
    ScopedLock(const ScopedLock&) = delete;
    ScopedLock& operator=(const ScopedLock&) = delete;

private:
    Lockable& m_lock;
};

} // namespace threadscape
