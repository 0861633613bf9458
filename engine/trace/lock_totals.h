#pragma once

#include "record/event.h"
#include "stats/histogram.h"

#include <algorithm>
#include <atomic>

namespace threadscape {

/// Totals of one lock's waits and holds, in ns: summed as their events arrive, so they stay exact where the spans themselves
/// were thinned.
/// Threads: ingest adds; any read.
class LockTotals {
public:
    void addHold(std::int64_t ns) noexcept
    {
        add(m_holdNs, ns);
        m_holds.add(static_cast<std::uint64_t>(ns));
    }

    void addWait(std::int64_t ns, WaitEnd end) noexcept
    {
        add(m_waitNs, ns);
        if (end != WaitEnd::served)
            return;
        add(m_servedNs, ns);
        m_longestNs.store(std::max(m_longestNs.load(std::memory_order_relaxed), ns),
                          std::memory_order_relaxed);
        m_waits.add(static_cast<std::uint64_t>(ns));
    }

    /// In ns, as the accessors below name them.
    struct Sums {
        std::int64_t holdNs = 0;
        std::int64_t waitNs = 0;
        std::int64_t servedNs = 0;
        std::int64_t longestWaitNs = 0;
    };
    /// Replaces the totals by earlier ones.
    void restore(const Sums& sums, const Histogram& holds, const Histogram& waits) noexcept
    {
        m_holdNs.store(sums.holdNs, std::memory_order_relaxed);
        m_waitNs.store(sums.waitNs, std::memory_order_relaxed);
        m_servedNs.store(sums.servedNs, std::memory_order_relaxed);
        m_longestNs.store(sums.longestWaitNs, std::memory_order_relaxed);
        m_holds = holds;
        m_waits = waits;
    }

    std::int64_t holdNs() const noexcept { return m_holdNs.load(std::memory_order_relaxed); }
    /// All waits, with those that ended without the lock (stopped, timed out).
    std::int64_t waitNs() const noexcept { return m_waitNs.load(std::memory_order_relaxed); }
    /// Of those below only.
    std::int64_t servedNs() const noexcept { return m_servedNs.load(std::memory_order_relaxed); }
    std::int64_t longestWaitNs() const noexcept { return m_longestNs.load(std::memory_order_relaxed); }
    const Histogram& holds() const noexcept { return m_holds; }
    /// Waits that ended with the lock.
    const Histogram& waits() const noexcept { return m_waits; }

private:
    // One thread writes: no read-modify-write is needed.
    static void add(std::atomic<std::int64_t>& total, std::int64_t by) noexcept
    {
        total.store(total.load(std::memory_order_relaxed) + by, std::memory_order_relaxed);
    }

    std::atomic<std::int64_t> m_holdNs{0};
    std::atomic<std::int64_t> m_waitNs{0};
    std::atomic<std::int64_t> m_servedNs{0};
    std::atomic<std::int64_t> m_longestNs{0};
    Histogram m_holds;
    Histogram m_waits;
};

} // namespace threadscape
