#pragma once

#include "view/axis/time_axis.h"
#include "view/lanes/span_sums.h"

namespace threadscape {

/// The time of 64 spans that together are shorter than this is distributed evenly over their columns.
inline constexpr std::int64_t kTolerancePx = 4;

/// Walks one channel from left to right within [fromNs, toNs) and reports each interval once, in order and without gaps:
/// `onRun(const Span* span, bool open, fromNs, toNs)` for what is at least a pixel wide (null: between two spans), and
/// `onMixed(fromNs, toNs, totals)` for the rest of a pixel column with several spans, with the time that each category
/// covers. Cost: columns, whatever the number of spans. `open`: a span after the last one that has not ended.
/// Threads: under a Trace::Reader.
template <int kCategories, typename OnRun, typename OnMixed>
void walkSpans(const SpanChannel<kCategories>& channel, std::size_t count, const std::optional<Span>& open,
               TimeWindow stretch, const TimeAxis& axis, OnRun&& onRun, OnMixed&& onMixed)
{
    const std::int64_t pixelNs = std::max<std::int64_t>(1, static_cast<std::int64_t>(axis.nsPerPixel()));
    SpanSums<kCategories> sums(channel, count, open, kTolerancePx * pixelNs);
    std::int64_t at = stretch.fromNs;
    while (at < stretch.toNs) {
        if (sums.showsSpans(at)) {
            const Span* next = sums.endingAfter(at);
            const bool inside = next != nullptr && next->startNs <= at;
            const std::int64_t end = next == nullptr ? stretch.toNs : inside ? next->endNs : next->startNs;
            if (end - at >= pixelNs || end >= stretch.toNs) {
                const std::int64_t until = std::min(end, stretch.toNs);
                onRun(inside ? next : nullptr, inside && sums.isOpen(next), at, until);
                at = until;
                continue;
            }
        }
        const std::int64_t columnEnd =
            axis.toNs(static_cast<double>(static_cast<std::int64_t>(axis.toPixel(at) + 1e-6)) + 1);
        const std::int64_t until = std::min(std::max(columnEnd, at + 1), stretch.toNs);
        onMixed(at, until, sums.between(at, until));
        at = until;
    }
}

} // namespace threadscape
