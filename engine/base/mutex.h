#pragma once

#include "base/thread_annotations.h"

#include <mutex>

namespace threadscape {

/// std::mutex as a lock that members can be TS_GUARDED_BY. Who waits for it sleeps, unseen: it is for the program itself, not
/// for experiments. Taken by ScopedLock, or by UniqueLock where somebody waits in between.
/// Threads: any; let go of by the one that took it.
class TS_CAPABILITY("mutex") Mutex {
public:
    /// Throws std::system_error when the system refuses.
    void lock() TS_ACQUIRE() { m_mutex.lock(); }
    void unlock() noexcept TS_RELEASE() { m_mutex.unlock(); }

private:
    friend class UniqueLock;

    std::mutex m_mutex;
};

} // namespace threadscape
