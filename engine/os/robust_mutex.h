#pragma once

#include "base/thread_annotations.h"

#include <pthread.h>

namespace threadscape {

/// A mutex for memory that processes share: when its holder dies, however, the next one gets it. Held for some instructions
/// only, and what it protects is right after each single store, since a holder may be killed between any two. Nobody sleeps on
/// it: who finds it taken looks again and again, so that no wake-up can be lost with one who dies.
/// Lies in zeroed or fresh memory; is never moved. Threads: any, of all processes.
class TS_CAPABILITY("robust mutex") RobustMutex {
public:
    RobustMutex() noexcept;
    RobustMutex(const RobustMutex&) = delete;
    RobustMutex& operator=(const RobustMutex&) = delete;

    void lock() noexcept TS_ACQUIRE() { lockAndTell(); }
    /// True: who held it has died while it did.
    bool lockAndTell() noexcept TS_ACQUIRE();
    void unlock() noexcept TS_RELEASE() { pthread_mutex_unlock(&m_mutex); }

    /// Says to the compiler alone that it is held: see Guard.
    void assertHeld() const noexcept TS_ASSERT_CAPABILITY() {}

private:
    pthread_mutex_t m_mutex{};
};

} // namespace threadscape
