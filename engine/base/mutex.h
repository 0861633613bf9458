#pragma once

#include "base/thread_annotations.h"

#include <mutex>

namespace threadscape {

/// std::mutex as a lock that members can be TS_GUARDED_BY. Waits for it are not recorded: it is for the program itself, not for
/// experiments. Acquired by ScopedLock, or by UniqueLock for waits in between.
/// Threads: any; released by the one that acquired it.
class TS_CAPABILITY("mutex") Mutex {
public:
    /// Throws std::system_error on failure.
    void lock() TS_ACQUIRE() { m_mutex.lock(); }
    void unlock() noexcept TS_RELEASE() { m_mutex.unlock(); }

private:
    friend class UniqueLock;

    std::mutex m_mutex;
};

} // namespace threadscape
