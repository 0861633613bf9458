#pragma once

#include "trace/span_channel.h"

#include <algorithm>
#include <optional>

namespace threadscape {

/// The time that each category of one channel covers in consecutive intervals, from left to right. Reads the spans
/// themselves where an interval has few, and the running totals where it has many or where spans were thinned.
/// Threads: under a Trace::Reader.
template <int kCategories>
class SpanSums {
public:
    using Totals = typename SpanChannel<kCategories>::Totals;

    /// `open`: a span after the last one that has not ended. `toleranceNs`: as for SpanChannel::coveredUntil.
    SpanSums(const SpanChannel<kCategories>& channel, std::size_t count, std::optional<Span> open,
             std::int64_t toleranceNs)
        : m_channel(channel),
          m_count(count),
          m_categories(channel.categories()),
          m_open(open),
          m_toleranceNs(toleranceNs)
    {
        const std::size_t firstKept = channel.firstKept();
        if (firstKept > 0 && firstKept < count)
            m_keptFromNs = channel[firstKept].startNs;
    }

    /// Whether the spans at `ns` are to be read: they are still retained, and the previous interval was not so crowded
    /// that only its totals were read.
    bool showsSpans(std::int64_t ns) const noexcept { return ns >= m_keptFromNs && m_crowded == 0; }

    /// The first span (or the open one) that ends after `ns`; null: none. Calls go from left to right.
    const Span* endingAfter(std::int64_t ns) noexcept
    {
        m_index = m_channel.firstEndingAfter(ns, m_count, m_index);
        if (m_index < m_count)
            return &m_channel[m_index];
        return m_open && m_open->endNs > ns ? &*m_open : nullptr;
    }

    bool isOpen(const Span* span) const noexcept { return m_open && span == &*m_open; }

    /// Time covered in [fromNs, toNs). Calls go from left to right.
    Totals between(std::int64_t fromNs, std::int64_t toNs) noexcept
    {
        Totals totals{};
        if (!showsSpans(fromNs) || !addSpans(totals, fromNs, toNs))
            totals = fromTotals(fromNs, toNs);
        if (m_open && toNs > m_open->startNs)
            totals[category(*m_open)] +=
                std::max<std::int64_t>(0, std::min(toNs, m_open->endNs) - std::max(fromNs, m_open->startNs));
        return totals;
    }

private:
    // More spans than this in one interval are not read one by one.
    static constexpr std::size_t kFew = 16;
    static constexpr int kCrowdedFor = 2;

    static std::size_t category(const Span& span) noexcept { return kCategories == 1 ? 0 : span.state; }

    Totals fromTotals(std::int64_t fromNs, std::int64_t toNs) noexcept
    {
        const Totals before =
            m_lastNs == fromNs ? m_last : m_channel.coveredUntil(fromNs, m_count, m_cursor, m_toleranceNs);
        const std::size_t mark = m_cursor.mark;
        m_last = m_channel.coveredUntil(toNs, m_count, m_cursor, m_toleranceNs);
        m_lastNs = toNs;
        // Reading spans far apart in memory is slow: while whole strides lie in one interval, none is read.
        m_crowded = m_cursor.mark > mark ? kCrowdedFor : std::max(0, m_crowded - 1);
        m_index = std::max(m_index, m_cursor.mark * SpanChannel<kCategories>::kStride);
        Totals totals{};
        forEachCategory(m_categories, [&](std::size_t c) {
            totals[c] = std::clamp<std::int64_t>(m_last[c] - before[c], 0, toNs - fromNs);
        });
        return totals;
    }

    bool addSpans(Totals& totals, std::int64_t fromNs, std::int64_t toNs) noexcept
    {
        m_index = m_channel.firstEndingAfter(fromNs, m_count, m_index);
        const std::size_t last = std::min(m_index + kFew, m_count);
        if (last < m_count && last > m_index && m_channel[last - 1].endNs < toNs)
            return false;
        for (std::size_t i = m_index; i < last && m_channel[i].startNs < toNs; ++i) {
            const Span& span = m_channel[i];
            totals[category(span)] += std::min(span.endNs, toNs) - std::max(span.startNs, fromNs);
        }
        return true;
    }

    const SpanChannel<kCategories>& m_channel;
    std::size_t m_count;
    std::uint32_t m_categories;
    std::optional<Span> m_open;
    std::int64_t m_toleranceNs;
    std::int64_t m_keptFromNs = INT64_MIN;
    std::size_t m_index = 0;
    typename SpanChannel<kCategories>::Cursor m_cursor;
    Totals m_last{};
    std::int64_t m_lastNs = INT64_MIN;
    int m_crowded = 0; // for so many stretches more
};

} // namespace threadscape
