#pragma once

#include "base/first_index.h"
#include "base/published_vector.h"
#include "record/event.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstdint>

namespace threadscape {

/// A span of one track's time, as stored in the trace.
struct Span {
    std::int64_t startNs = 0;
    std::int64_t endNs = 0;
    std::uint32_t detail =
        0; ///< waits: see waitDetail; holds: acquisition number; operations: a signed number
    ObjectId object = kNoObject;
    std::uint16_t state : 4 = 0;  ///< waits: a State; holds: 1 where others may hold the object concurrently
    std::uint16_t label : 12 = 0; ///< waits, holds: a Label; operations: a NumberStyle
};
static_assert(sizeof(Span) == 24);

/// For numbers that are not statically known to fit. Precondition: they do.
constexpr Span spanOf(std::int64_t startNs, std::int64_t endNs, std::uint32_t detail, ObjectId object,
                      unsigned state, unsigned label = 0) noexcept
{
    return {startNs,
            endNs,
            detail,
            object,
            static_cast<std::uint16_t>(state & 0x0FU),
            static_cast<std::uint16_t>(label & kLastLabel)};
}

/// Calls visit(category) for each bit of `categories`.
template <typename Visit>
void forEachCategory(std::uint32_t categories, Visit&& visit)
{
    for (; categories != 0; categories &= categories - 1)
        visit(static_cast<std::size_t>(std::countr_zero(categories)));
}

/// The spans of one kind on one track, without overlap, in the order of time; and, as they arrive, the running totals of the
/// time they cover, by category, at every 64th span. The time spent in a category between two moments is then two look-ups,
/// whatever lies between them: that is the level of detail for every zoom at once, and it stays
/// exact when the spans themselves were dropped (see thin).
/// Threads: one appends; any read a prefix.
template <int kCategories>
class SpanChannel {
public:
    static constexpr std::size_t kStride = 64;
    using Totals = std::array<std::int64_t, kCategories>;

    /// Appends a span. One that would begin before the last one ended is cut to begin there: stamps from two
    /// cores may differ by some ns. Threads: the appender.
    void append(const Span& span, int category)
    {
        const std::int64_t startNs = std::max(span.startNs, m_endNs);
        const std::int64_t endNs = std::max(span.endNs, startNs);
        if (m_spans.size() % kStride == 0)
            addMark(startNs);
        if (const std::uint32_t bit = 1U << static_cast<unsigned>(category); (m_seen & bit) == 0) {
            m_seen |= bit;
            m_categories.store(m_seen, std::memory_order_relaxed); // published with the span
        }
        m_totals[static_cast<std::size_t>(category)] += endNs - startNs;
        m_endNs = endNs;
        // From its members: a copy of the whole is loaded wider than they were stored just before, which stalls.
        m_spans.emplace(spanOf(startNs, endNs, span.detail, span.object, span.state, span.label));
    }

    std::size_t size() const noexcept { return m_spans.size(); }
    const Span& operator[](std::size_t index) const noexcept { return m_spans[index]; }
    /// Spans below this index were thinned: only their totals remain.
    std::size_t firstKept() const noexcept { return m_spans.firstKept(); }

    /// The running totals at the start of a stride; retained when its spans are thinned.
    struct Mark {
        std::int64_t startNs = 0;
        Totals before{};
    };
    /// For every index that begins a stride of the first size() spans. Of kFar strides whose own marks were dropped (see
    /// thinMarks), the first covers all, and the others nothing.
    Mark mark(std::size_t index) const noexcept { return {startOf(index), beforeOf(index)}; }

    /// The number of spans thinned at once.
    static constexpr std::size_t kThinStep = 512;
    /// Rebuilds a thinned channel: the totals of its next kStride spans. Before anything is appended. `startNs` not before the
    /// last one's, `covered` not longer than up to the next. Threads: the appender.
    void restoreThinned(std::int64_t startNs, const Totals& covered)
    {
        addMark(startNs);
        for (std::size_t c = 0; c < covered.size(); ++c)
            m_totals[c] += covered[c];
        m_endNs = startNs;
    }
    /// After the last of them, kThinStep / kStride or a multiple: the categories that they had; at least one span must be
    /// appended next. Threads: the appender.
    void endThinned(std::uint32_t categories)
    {
        m_seen = categories;
        m_categories.store(m_seen, std::memory_order_relaxed);
        m_spans.beginAt(m_starts.size() * kStride);
    }

    /// The categories that its spans have so far, a bit each. Read it after `count`.
    std::uint32_t categories() const noexcept { return m_categories.load(std::memory_order_relaxed); }

    /// The index of the first span of the first `count` that ends after `ns`; `count` if there is none. `hint`, an
    /// index at or before the answer, makes a walk from left to right quick.
    std::size_t firstEndingAfter(std::int64_t ns, std::size_t count, std::size_t hint = 0) const noexcept;

    /// Time covered from the first span up to `ns` by category, among the first `count` spans (size() when the caller keeps no
    /// prefix). Where spans were thinned, a stretch of up to 64 spans is distributed evenly.
    Totals coveredUntil(std::int64_t ns, std::size_t count) const noexcept;

    /// The previous position of coveredUntil: makes a walk from left to right quick.
    struct Cursor {
        std::size_t mark = 0;
    };

    /// Like coveredUntil, for painting: a stride that contains `ns` is distributed evenly when it is shorter than
    /// `toleranceNs`, instead of read span by span.
    Totals coveredUntil(std::int64_t ns, std::size_t count, Cursor& cursor,
                        std::int64_t toleranceNs) const noexcept;

    std::size_t bytes() const noexcept
    {
        return m_spans.bytes() + markBytes() + m_farStarts.bytes() + m_farBefore.bytes();
    }
    /// Of those, the marks, of which thinMarks drops some.
    std::size_t markBytes() const noexcept { return m_starts.bytes() + m_before.bytes(); }
    /// Drops the oldest stored spans. Returns the number of bytes freed. Threads: the appender, with readers excluded.
    std::size_t thin() noexcept { return m_spans.releaseOldest(); }
    /// Of spans that were dropped, drops the oldest marks but each kFar-th one: totals are then distributed evenly over
    /// kFar * kStride spans. Returns the number of bytes freed. Threads: the appender, with readers excluded.
    std::size_t thinMarks() noexcept;

private:
    /// Every kFar-th mark is a landmark too.
    static constexpr std::size_t kFar = 64;
    /// The number of marks dropped at once.
    static constexpr std::size_t kMarkStep = 512;

    void addMark(std::int64_t startNs)
    {
        if (m_starts.size() % kFar == 0) {
            m_farStarts.emplace(startNs);
            m_farBefore.emplace(m_totals);
        }
        m_before.emplace(m_totals);
        m_starts.emplace(startNs);
    }
    static std::size_t landmarkOf(std::size_t mark) noexcept { return (mark + kFar - 1) / kFar; }
    std::int64_t startOf(std::size_t mark) const noexcept
    {
        return mark >= m_starts.firstKept() ? m_starts[mark] : m_farStarts[landmarkOf(mark)];
    }
    const Totals& beforeOf(std::size_t mark) const noexcept
    {
        return mark >= m_starts.firstKept() ? m_before[mark] : m_farBefore[landmarkOf(mark)];
    }
    std::size_t lastMarkBefore(std::int64_t ns, std::size_t marks, std::size_t from) const noexcept;
    Totals coveredFrom(std::size_t mark, std::size_t marks, std::int64_t ns, std::size_t count,
                       std::int64_t toleranceNs) const noexcept;

    PublishedVector<Span, kThinStep> m_spans;
    // By span number kStride * i: its start, and what is covered before it. Separate, since the search reads only starts.
    PublishedVector<std::int64_t, kMarkStep> m_starts;
    PublishedVector<Totals, 64> m_before;
    // By mark number kFar * i, the same. Few enough to stay in a cache, where a search in m_starts waits for memory at every
    // step; and what remains when those of thinned spans are dropped.
    PublishedVector<std::int64_t, 512> m_farStarts;
    PublishedVector<Totals, 64> m_farBefore;
    std::atomic<std::uint32_t> m_categories{0};
    // The appender's own.
    std::uint32_t m_seen = 0;
    Totals m_totals{};
    std::int64_t m_endNs = INT64_MIN;
};

template <int kCategories>
std::size_t SpanChannel<kCategories>::firstEndingAfter(std::int64_t ns, std::size_t count,
                                                       std::size_t hint) const noexcept
{
    return firstIndex(std::min(std::max(hint, firstKept()), count), count,
                      [&](std::size_t i) { return m_spans[i].endNs > ns; });
}

template <int kCategories>
auto SpanChannel<kCategories>::coveredUntil(std::int64_t ns, std::size_t count) const noexcept -> Totals
{
    Cursor cursor;
    return coveredUntil(ns, count, cursor, 0);
}

template <int kCategories>
auto SpanChannel<kCategories>::coveredUntil(std::int64_t ns, std::size_t count, Cursor& cursor,
                                            std::int64_t toleranceNs) const noexcept -> Totals
{
    const std::size_t marks = (count + kStride - 1) / kStride;
    if (marks == 0 || ns <= m_farStarts[0])
        return {};
    const bool onward = cursor.mark < marks && startOf(cursor.mark) < ns;
    cursor.mark = lastMarkBefore(ns, marks, onward ? cursor.mark : 0);
    return coveredFrom(cursor.mark, marks, ns, count, toleranceNs);
}

// Of the first `marks`; the one at `from` begins before ns.
template <int kCategories>
std::size_t SpanChannel<kCategories>::lastMarkBefore(std::int64_t ns, std::size_t marks,
                                                     std::size_t from) const noexcept
{
    const std::size_t landmarks = (marks + kFar - 1) / kFar;
    const std::size_t far =
        firstIndex(from / kFar + 1, landmarks, [&](std::size_t i) { return m_farStarts[i] >= ns; });
    const std::size_t near = std::max(from, (far - 1) * kFar);
    return firstIndex(near + 1, std::min(far * kFar, marks),
                      [&](std::size_t i) { return startOf(i) >= ns; }) -
           1;
}

template <int kCategories>
std::size_t SpanChannel<kCategories>::thinMarks() noexcept
{
    // The next mark stays, which ends the last stretch that is distributed.
    const std::size_t until = m_starts.firstKept() + kMarkStep;
    if (until * kStride > firstKept() || until >= m_starts.size())
        return 0;
    std::size_t freed = m_starts.releaseOldest();
    while (m_before.firstKept() < until) {
        const std::size_t bytes = m_before.releaseOldest();
        freed += bytes;
        if (bytes == 0)
            break;
    }
    return freed;
}

template <int kCategories>
auto SpanChannel<kCategories>::coveredFrom(std::size_t mark, std::size_t marks, std::int64_t ns,
                                           std::size_t count, std::int64_t toleranceNs) const noexcept
    -> Totals
{
    Totals totals = beforeOf(mark);
    const std::size_t first = mark * kStride;
    const bool thinned = first < firstKept(); // then the next mark exists, even if `count` is older
    if (mark + 1 < marks || thinned) {
        const Totals& after = beforeOf(mark + 1);
        const std::int64_t start = startOf(mark);
        const std::int64_t length = startOf(mark + 1) - start;
        if (length < toleranceNs || thinned) {
            if (ns >= start + length)
                return after;
            const double share = static_cast<double>(ns - start) / static_cast<double>(length);
            forEachCategory(categories(), [&](std::size_t c) {
                totals[c] += static_cast<std::int64_t>(static_cast<double>(after[c] - totals[c]) * share);
            });
            return totals;
        }
    }
    const std::size_t end = std::min(first + kStride, count);
    for (std::size_t i = first; i < end && m_spans[i].startNs < ns; ++i) {
        const Span& span = m_spans[i];
        const std::size_t category = kCategories == 1 ? 0 : span.state;
        totals[category] += std::min(span.endNs, ns) - span.startNs;
    }
    return totals;
}

} // namespace threadscape
