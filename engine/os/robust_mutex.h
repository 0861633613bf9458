#pragma once

#include <pthread.h>

namespace threadscape {

/// A mutex for memory that processes share: when its holder dies, however, the next one gets it. Held for some instructions
/// only, and what it protects is right after each single store, since a holder may be killed between any two. Nobody sleeps on
/// it: who finds it taken looks again and again, so that no wake-up can be lost with one who dies.
/// Lies in zeroed or fresh memory; is never moved. Threads: any, of all processes.
class RobustMutex {
public:
    RobustMutex() noexcept;
    RobustMutex(const RobustMutex&) = delete;
    RobustMutex& operator=(const RobustMutex&) = delete;

    void lock() noexcept { lockAndTell(); }
    /// True: who held it has died while it did.
    bool lockAndTell() noexcept;
    void unlock() noexcept { pthread_mutex_unlock(&m_mutex); }

private:
    pthread_mutex_t m_mutex{};
};

} // namespace threadscape
