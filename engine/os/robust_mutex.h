#pragma once

#include "base/thread_annotations.h"

#include <pthread.h>

namespace threadscape {

/// A mutex for memory that processes share: when its holder dies, however, the next waiter gets it. Held for some instructions
/// only; the protected data must be consistent after each single store, since a holder may be killed between any two. No thread
/// sleeps on it: waiters poll, so that no wake-up can be lost with a dying process.
/// Placed in zeroed or fresh memory; never moved. Threads: any, of all processes.
class TS_CAPABILITY("robust mutex") RobustMutex {
public:
    RobustMutex() noexcept;
    RobustMutex(const RobustMutex&) = delete;
    RobustMutex& operator=(const RobustMutex&) = delete;

    void lock() noexcept TS_ACQUIRE() { lockAndTell(); }
    /// True: the previous holder died holding it.
    bool lockAndTell() noexcept TS_ACQUIRE();
    void unlock() noexcept TS_RELEASE() { pthread_mutex_unlock(&m_mutex); }

    /// Declares to the compiler only that it is held: see Guard.
    void assertHeld() const noexcept TS_ASSERT_CAPABILITY() {}

private:
    pthread_mutex_t m_mutex{};
};

} // namespace threadscape
