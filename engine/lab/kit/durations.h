#pragma once

#include "os/clock.h"
#include "stats/histogram.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <optional>

namespace threadscape {

/// How long something took, many times, by many threads: mean, percentile and longest, those still open included.
/// Threads: any; a Scope by one.
class Durations {
public:
    /// One duration, from construction to destruction.
    class Scope {
    public:
        explicit Scope(Durations& durations) noexcept;
        ~Scope();
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;

    private:
        Durations& m_durations;
        std::int64_t m_sinceNs;
        std::atomic<std::int64_t>* m_slot = nullptr;
    };

    /// Runs `work`, and adds its duration: `const auto item = waits.during([&] { return queue.get(); });`
    template <typename Work>
    decltype(auto) during(Work&& work)
    {
        const Scope open(*this);
        return work();
    }

    /// Adds a duration.
    void add(std::int64_t ns) noexcept;

    /// With fewer, "1 in 100" has no meaning.
    static constexpr std::int64_t kForP99 = 100;

    struct Summary {
        std::int64_t count = 0;
        double meanMs = 0;
        double medianMs = 0;
        double p99Ms = 0; ///< of fewer than kForP99: the longest
        double maxMs = 0;
        double totalMs = 0;
    };
    /// Open ones count up to now.
    Summary summary() const noexcept;

    /// Of ended ones alone, so that both only grow: their number, and their sum in ms.
    std::int64_t ended() const noexcept { return m_count.load(std::memory_order_relaxed); }
    double endedMs() const noexcept
    {
        return static_cast<double>(m_sumNs.load(std::memory_order_relaxed)) * 1e-6;
    }

private:
    static constexpr std::size_t kSlots = 256; // more than the threads that can run at once

    std::atomic<std::int64_t> m_count{0};
    std::atomic<std::int64_t> m_sumNs{0};
    std::atomic<std::int64_t> m_maxNs{0};
    Histogram m_histogram;
    std::array<std::atomic<std::int64_t>, kSlots> m_openSinceNs{};
};

/// For a finding: `Measured waitMax{this, "wait_max_ms", TS_TEXT(...), maxMsOf(waits), "ms"};`
inline auto meanMsOf(const Durations& all)
{
    return [&all] { return all.summary().meanMs; };
}
/// No value before there are kForP99.
inline auto p99MsOf(const Durations& all)
{
    return [&all] {
        const Durations::Summary now = all.summary();
        return now.count >= Durations::kForP99 ? std::optional(now.p99Ms) : std::nullopt;
    };
}
inline auto maxMsOf(const Durations& all)
{
    return [&all] { return all.summary().maxMs; };
}
inline auto totalMsOf(const Durations& all)
{
    return [&all] { return all.summary().totalMs; };
}
/// The mean of a part of the run, of those that ended in it: `in("ms").per(endedMsOf(waits), endedOf(waits))`.
inline auto endedMsOf(const Durations& all)
{
    return [&all] { return all.endedMs(); };
}
inline auto endedOf(const Durations& all)
{
    return [&all] { return static_cast<double>(all.ended()); };
}

} // namespace threadscape
