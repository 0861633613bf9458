#pragma once

#include "base/thread_annotations.h"

#include <shared_mutex>

namespace threadscape {

/// std::shared_mutex as a lock that the compiler's analysis knows. Exclusive by ScopedLock, shared by std::shared_lock.
/// Threads: any; released by the one that acquired it.
class TS_CAPABILITY("shared mutex") SharedMutex {
public:
    bool try_lock() noexcept TS_TRY_ACQUIRE(true) { return m_mutex.try_lock(); }
    void unlock() noexcept TS_RELEASE() { m_mutex.unlock(); }

    void lock_shared() TS_ACQUIRE_SHARED() { m_mutex.lock_shared(); }
    void unlock_shared() noexcept TS_RELEASE_SHARED() { m_mutex.unlock_shared(); }

private:
    std::shared_mutex m_mutex;
};

} // namespace threadscape
