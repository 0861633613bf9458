#pragma once

#include "base/mutex.h"
#include "base/scoped_lock.h"
#include "os/clock.h"

#include <cstdint>

namespace threadscape {

/// For how long at least one thread was inside something that several may enter. Threads: any.
class Occupancy {
public:
    /// The stay of a thread, from construction to destruction.
    class Stay {
    public:
        explicit Stay(Occupancy& occupancy) : m_occupancy(occupancy) { m_occupancy.enter(monotonicNs()); }
        ~Stay() { m_occupancy.leave(monotonicNs()); }
        Stay(const Stay&) = delete;
        Stay& operator=(const Stay&) = delete;

    private:
        Occupancy& m_occupancy;
    };

    /// Begin and end of a thread's stay, in ns of one clock.
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
