#pragma once

#include "lab/kit/counter.h"
#include "os/clock.h"

#include <array>
#include <atomic>
#include <cstdint>

namespace threadscape {

/// How many ticks of something periodic were missed by those that wait for the next one, also by those that wait still.
/// Threads: any; an Interval by one.
class MissedTicks {
public:
    /// One wait for a tick, from construction to destruction.
    class Interval {
    public:
        explicit Interval(MissedTicks& ticks) noexcept : m_ticks(ticks), m_sinceNs(monotonicNs())
        {
            for (auto& slot : ticks.m_openSinceNs) {
                std::int64_t free = 0;
                if (slot.load(std::memory_order_relaxed) == 0 &&
                    slot.compare_exchange_strong(free, m_sinceNs, std::memory_order_relaxed)) {
                    m_slot = &slot;
                    return;
                }
            }
        }
        ~Interval()
        {
            if (m_slot != nullptr)
                m_slot->store(0, std::memory_order_relaxed);
            m_ticks.m_ended.add(m_ticks.missedIn(monotonicNs() - m_sinceNs));
        }
        Interval(const Interval&) = delete;
        Interval& operator=(const Interval&) = delete;

    private:
        MissedTicks& m_ticks;
        std::int64_t m_sinceNs;
        std::atomic<std::int64_t>* m_slot = nullptr;
    };

    /// From now on a tick is due `ns` (> 0) after the one before, also those that are waited for already.
    void setPeriod(std::int64_t ns) noexcept { m_periodNs.set(ns); }
    /// Open intervals count up to now.
    std::int64_t count() const noexcept
    {
        std::int64_t missed = m_ended;
        const std::int64_t nowNs = monotonicNs();
        for (const auto& slot : m_openSinceNs)
            if (const std::int64_t sinceNs = slot.load(std::memory_order_relaxed); sinceNs > 0)
                missed += missedIn(nowNs - sinceNs);
        return missed;
    }

private:
    static constexpr std::size_t kSlots = 128; // more than the tasks that tick at once

    /// The one at the end of `ns` is not missed.
    std::int64_t missedIn(std::int64_t ns) const noexcept
    {
        const std::int64_t periodNs = m_periodNs;
        return ns > periodNs ? (ns - periodNs) / periodNs : 0;
    }

    Counter m_periodNs{INT64_MAX};
    Counter m_ended;
    std::array<std::atomic<std::int64_t>, kSlots> m_openSinceNs{};
};

} // namespace threadscape
