#pragma once

#include <cstdint>
#include <mutex>

namespace threadscape {

/// For how long at least one thread was inside something that several may enter. Threads: any.
class Occupancy {
public:
    /// A thread's stay, by the run's clock in ns.
    void enter(std::int64_t ns)
    {
        const std::lock_guard guard(m_mutex);
        if (m_inside++ == 0)
            m_sinceNs = ns;
    }
    void leave(std::int64_t ns)
    {
        const std::lock_guard guard(m_mutex);
        if (--m_inside == 0)
            m_occupiedNs += ns > m_sinceNs ? ns - m_sinceNs : 0;
    }
    /// Of stays that are over, in s.
    double seconds() const
    {
        const std::lock_guard guard(m_mutex);
        return static_cast<double>(m_occupiedNs) * 1e-9;
    }

private:
    mutable std::mutex m_mutex; // protects what follows
    std::int64_t m_inside = 0;
    std::int64_t m_sinceNs = 0;
    std::int64_t m_occupiedNs = 0;
};

} // namespace threadscape
