#pragma once

#include "base/mutex.h"
#include "base/scoped_lock.h"

#include <cstdint>

namespace threadscape {

/// For how long at least one thread was inside something that several may enter. Threads: any.
class Occupancy {
public:
    /// Begin and end of a thread's stay, by the run's clock in ns.
    void enter(std::int64_t ns)
    {
        const ScopedLock guard(m_mutex);
        if (m_inside++ == 0)
            m_sinceNs = ns;
    }
    void leave(std::int64_t ns)
    {
        const ScopedLock guard(m_mutex);
        if (--m_inside == 0)
            m_occupiedNs += ns > m_sinceNs ? ns - m_sinceNs : 0;
    }
    /// Of ended stays, in s.
    double seconds() const
    {
        const ScopedLock guard(m_mutex);
        return static_cast<double>(m_occupiedNs) * 1e-9;
    }

private:
    mutable Mutex m_mutex;
    std::int64_t m_inside TS_GUARDED_BY(m_mutex) = 0;
    std::int64_t m_sinceNs TS_GUARDED_BY(m_mutex) = 0;
    std::int64_t m_occupiedNs TS_GUARDED_BY(m_mutex) = 0;
};

} // namespace threadscape
