#pragma once

#include "os/clock.h"

#include <atomic>

namespace threadscape {

/// A running duration that can be read at any time: a rate is a count divided by it.
/// Threads: started and stopped by one, read by any.
class Stopwatch {
public:
    void start() noexcept { m_startNs.store(monotonicNs(), std::memory_order_relaxed); }
    void stop() noexcept { m_endNs.store(monotonicNs(), std::memory_order_relaxed); }

    /// 0 before the start; up to now before the end.
    double seconds() const noexcept
    {
        const std::int64_t from = m_startNs.load(std::memory_order_relaxed);
        const std::int64_t to = m_endNs.load(std::memory_order_relaxed);
        return from == 0 ? 0 : static_cast<double>((to == 0 ? monotonicNs() : to) - from) * 1e-9;
    }
    /// A count as a rate; 0 before the start.
    double perSecond(double count) const noexcept
    {
        const double passed = seconds();
        return passed > 0 ? count / passed : 0;
    }

private:
    std::atomic<std::int64_t> m_startNs{0};
    std::atomic<std::int64_t> m_endNs{0};
};

} // namespace threadscape
