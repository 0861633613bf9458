#include "view/lanes/lane_view.h"

namespace threadscape {

LaneView::LaneView(const Trace& trace, const Snapshot& snapshot, TrackId track)
    : m_lane(&trace.lane(track)), m_track(track), m_waits(m_lane->waits.size())
{
    const std::int64_t begin = m_lane->beginNs.load(std::memory_order_acquire);
    if (begin == Lane::kNotYet)
        return;
    const std::int64_t end = m_lane->endNs.load(std::memory_order_acquire);
    const std::int64_t lastEnd = m_waits > 0 ? m_lane->waits[m_waits - 1].endNs : begin;
    m_life.fromNs = begin;
    // Events that arrived after the snapshot may be slightly later than its now.
    m_life.toNs = std::max(end != Lane::kNotYet ? end : std::max(snapshot.nowNs, lastEnd), begin);
    m_nowNs = std::max(m_life.toNs, snapshot.nowNs);
    if (track >= snapshot.lanes.size())
        return;
    m_open = &snapshot.lanes[track];
    const std::optional<OpenSpan>& wait = m_open->spans[OpenSpans::kWaitSlot];
    if (wait && wait->sinceNs >= lastEnd && wait->sinceNs < m_life.toNs && wait->state < kStates)
        m_openWait = spanOf(std::max(wait->sinceNs, begin), m_life.toNs, wait->detail, wait->object,
                            wait->state, wait->label);
}

std::optional<Span> LaneView::openAt(int slot, const SpanChannel<1>& channel, std::size_t count) const
{
    if (m_open == nullptr)
        return std::nullopt;
    const std::optional<OpenSpan>& open = m_open->spans[static_cast<std::size_t>(slot)];
    if (!open || open->sinceNs >= m_life.toNs || (count > 0 && channel[count - 1].endNs > open->sinceNs))
        return std::nullopt;
    const bool isHold = slot >= OpenSpans::kFirstHold && slot < OpenSpans::kFirstOperation;
    // For an operation it is its number's style, which is in the label of an ended one.
    const unsigned label = slot >= OpenSpans::kFirstOperation ? open->state : open->label;
    return spanOf(open->sinceNs, isHold ? m_nowNs : m_life.toNs, open->detail, open->object, open->state,
                  label);
}

StateTimes LaneView::spentUntil(std::int64_t ns, Cursor& cursor, std::int64_t toleranceNs) const noexcept
{
    const std::int64_t until = std::min(ns, m_life.toNs);
    if (!begun() || until <= m_life.fromNs)
        return {};
    StateTimes times = m_lane->waits.coveredUntil(until, m_waits, cursor, toleranceNs);
    if (m_openWait && until > m_openWait->startNs)
        times[m_openWait->state] += until - m_openWait->startNs;
    std::int64_t waited = 0;
    for (const std::int64_t time : times)
        waited += time;
    times[static_cast<std::size_t>(State::running)] +=
        std::max<std::int64_t>(0, until - m_life.fromNs - waited);
    return times;
}

StateTimes spentIn(const LaneView& lane, TimeWindow window) noexcept
{
    LaneView::Cursor cursor;
    const StateTimes before = lane.spentUntil(window.fromNs, cursor, 0);
    StateTimes times = lane.spentUntil(window.toNs, cursor, 0);
    for (std::size_t s = 0; s < times.size(); ++s)
        times[s] = std::max<std::int64_t>(0, times[s] - before[s]);
    return times;
}

} // namespace threadscape
