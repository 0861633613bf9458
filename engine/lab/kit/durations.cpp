#include "lab/kit/durations.h"

#include <algorithm>

namespace threadscape {

Durations::Scope::Scope(Durations& durations) noexcept : m_durations(durations), m_sinceNs(monotonicNs())
{
    for (auto& slot : durations.m_openSinceNs) {
        std::int64_t free = 0;
        if (slot.load(std::memory_order_relaxed) == 0 &&
            slot.compare_exchange_strong(free, m_sinceNs, std::memory_order_relaxed)) {
            m_slot = &slot;
            return;
        }
    }
}

Durations::Scope::~Scope()
{
    const std::int64_t took = monotonicNs() - m_sinceNs;
    if (m_slot != nullptr)
        m_slot->store(0, std::memory_order_relaxed);
    m_durations.add(took);
}

void Durations::add(std::int64_t ns) noexcept
{
    m_count.fetch_add(1, std::memory_order_relaxed);
    m_sumNs.fetch_add(ns, std::memory_order_relaxed);
    m_histogram.addShared(static_cast<std::uint64_t>(ns));
    std::int64_t longest = m_maxNs.load(std::memory_order_relaxed);
    while (ns > longest && !m_maxNs.compare_exchange_weak(longest, ns, std::memory_order_relaxed)) {
    }
}

Durations::Summary Durations::summary() const noexcept
{
    const std::int64_t now = monotonicNs();
    std::int64_t count = m_count.load(std::memory_order_relaxed);
    std::int64_t sum = m_sumNs.load(std::memory_order_relaxed);
    std::int64_t longest = m_maxNs.load(std::memory_order_relaxed);
    Histogram histogram = m_histogram;
    for (const auto& slot : m_openSinceNs) {
        const std::int64_t since = slot.load(std::memory_order_relaxed);
        if (since == 0)
            continue;
        ++count;
        sum += now - since;
        histogram.add(static_cast<std::uint64_t>(now - since));
        longest = std::max(longest, now - since);
    }
    const auto ms = [](std::int64_t ns) { return static_cast<double>(ns) / 1e6; };
    Summary all{.count = count, .maxMs = ms(longest), .totalMs = ms(sum)};
    all.meanMs = count == 0 ? 0 : all.totalMs / static_cast<double>(count);
    // A histogram bin ends above its values: never report more than the longest.
    const auto quantile = [&](double share) {
        return std::min(ms(static_cast<std::int64_t>(histogram.quantile(share))), all.maxMs);
    };
    all.medianMs = quantile(0.5);
    all.p99Ms = quantile(0.99);
    return all;
}

} // namespace threadscape
