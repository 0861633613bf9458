#pragma once

#include "sync/actor.h"

#include <cstdint>

namespace threadscape {

/// Holds a lock that its thread has acquired, and acquires it again if it is to be held several times (a re-entrant one);
/// releases it as often at the end of its scope, also when stopped.
/// Threads: the holder's.
template <typename L>
class Holding {
public:
    /// Precondition: the caller has acquired `lock` once.
    explicit Holding(L& lock, std::int64_t times = 1) : m_lock(lock)
    {
        const NoStop entering; // none of this waits
        for (; m_times < times; ++m_times)
            m_lock.lock();
    }
    ~Holding()
    {
        for (; m_times > 0; --m_times)
            m_lock.unlock();
    }
    Holding(const Holding&) = delete;
    Holding& operator=(const Holding&) = delete;

private:
    L& m_lock;
    std::int64_t m_times = 1;
};

} // namespace threadscape
