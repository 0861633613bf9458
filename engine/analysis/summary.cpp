#include "analysis/summary.h"

#include <algorithm>

namespace threadscape {

namespace {

std::int64_t overlap(std::int64_t aFrom, std::int64_t aTo, std::int64_t bFrom, std::int64_t bTo) noexcept
{
    return std::max<std::int64_t>(0, std::min(aTo, bTo) - std::max(aFrom, bFrom));
}

/// The open wait, unless the lane has its end already.
const OpenSpan* openWait(const Lane& lane, const OpenLane* open, std::size_t count) noexcept
{
    if (open == nullptr || !open->spans[OpenSpans::kWaitSlot])
        return nullptr;
    const OpenSpan& wait = *open->spans[OpenSpans::kWaitSlot];
    const bool ended = count > 0 && lane.waits[count - 1].endNs > wait.sinceNs;
    return ended || wait.state >= kStates ? nullptr : &wait;
}

/// Time inside [fromNs, toNs) in which events were lost and no wait is known.
std::int64_t lostTime(const Lane& lane, std::size_t waits, std::int64_t fromNs, std::int64_t toNs) noexcept
{
    std::int64_t total = 0;
    for (std::size_t i = 0; i < lane.gaps.size(); ++i) {
        const std::int64_t from = std::max(fromNs, lane.gaps[i].startNs);
        const std::int64_t to = std::min(toNs, lane.gaps[i].endNs);
        if (from >= to)
            continue;
        const auto before = lane.waits.coveredUntil(from, waits);
        const auto after = lane.waits.coveredUntil(to, waits);
        total += to - from;
        for (std::size_t s = 0; s < after.size(); ++s)
            total -= after[s] - before[s];
    }
    return total;
}

void add(SpanTotals& totals, std::int64_t startNs, std::int64_t endNs, std::int64_t fromNs,
         std::int64_t toNs) noexcept
{
    if (startNs >= toNs || endNs <= fromNs)
        return;
    ++totals.count;
    totals.totalNs += overlap(startNs, endNs, fromNs, toNs);
    if (endNs - startNs > totals.longestNs) {
        totals.longestNs = endNs - startNs;
        totals.longestStartNs = startNs;
    }
}

} // namespace

StateTimes timeInStates(const Lane& lane, const OpenLane* open, std::int64_t nowNs, std::int64_t fromNs,
                        std::int64_t toNs) noexcept
{
    const std::size_t count = lane.waits.size();
    toNs = std::min(toNs, nowNs);
    if (fromNs >= toNs)
        return {};
    StateTimes times = lane.waits.coveredUntil(toNs, count);
    const StateTimes before = lane.waits.coveredUntil(fromNs, count);
    for (std::size_t s = 0; s < times.size(); ++s)
        times[s] -= before[s];
    const std::int64_t beginNs = lane.beginNs.load(std::memory_order_acquire);
    const std::int64_t endNs = lane.endNs.load(std::memory_order_acquire);
    const bool ended = endNs != Lane::kNotYet;
    std::int64_t knownUntil = ended ? std::min(endNs, toNs) : toNs;
    if (const OpenSpan* wait = openWait(lane, open, count); wait != nullptr && !ended) {
        times[wait->state] += overlap(wait->sinceNs, nowNs, fromNs, toNs);
        knownUntil = std::min(knownUntil, wait->sinceNs);
    }
    if (beginNs == Lane::kNotYet)
        return times;
    std::int64_t rest = overlap(beginNs, ended ? endNs : nowNs, fromNs, toNs);
    for (const std::int64_t ns : times)
        rest -= ns;
    rest = std::max<std::int64_t>(0, rest);
    const std::int64_t lost =
        lane.gaps.empty() ? 0 : lostTime(lane, count, std::max(fromNs, beginNs), knownUntil);
    times[static_cast<std::size_t>(State::unknown)] += std::min(lost, rest);
    times[static_cast<std::size_t>(State::running)] += rest - std::min(lost, rest);
    return times;
}

StateTimes timeInStates(const Trace& trace, const Snapshot& snapshot, TrackId track, std::int64_t fromNs,
                        std::int64_t toNs) noexcept
{
    if (track >= trace.lanes())
        return {};
    return timeInStates(trace.lane(track), openLane(snapshot, track), snapshot.nowNs, fromNs, toNs);
}

const OpenLane* openLane(const Snapshot& snapshot, TrackId track) noexcept
{
    return track < snapshot.lanes.size() ? &snapshot.lanes[track] : nullptr;
}

SpanTotals waits(const Lane& lane, const OpenLane* open, std::int64_t nowNs, State state, std::int64_t fromNs,
                 std::int64_t toNs) noexcept
{
    SpanTotals totals;
    const std::size_t count = lane.waits.size();
    for (std::size_t i = lane.waits.firstEndingAfter(fromNs, count); i < count; ++i) {
        const Span& wait = lane.waits[i];
        if (wait.startNs >= toNs)
            break;
        if (wait.state == static_cast<std::uint8_t>(state))
            add(totals, wait.startNs, wait.endNs, fromNs, toNs);
    }
    if (const OpenSpan* wait = openWait(lane, open, count);
        wait != nullptr && wait->state == static_cast<std::uint8_t>(state))
        add(totals, wait->sinceNs, nowNs, fromNs, toNs);
    return totals;
}

namespace {

void addOpenHolds(SpanTotals& totals, const Trace& trace, const Snapshot& snapshot, ObjectId lock,
                  std::int64_t fromNs, std::int64_t toNs) noexcept
{
    for (std::size_t t = 0; t < snapshot.lanes.size() && t < trace.lanes(); ++t) {
        const Lane& lane = trace.lane(static_cast<TrackId>(t));
        for (std::size_t slot = 0; slot < lane.holds.size(); ++slot) {
            const auto& open = snapshot.lanes[t].spans[OpenSpans::kFirstHold + slot];
            const std::size_t count = lane.holds[slot].size();
            if (!open || open->object != lock ||
                (count > 0 && lane.holds[slot][count - 1].endNs > open->sinceNs))
                continue;
            add(totals, open->sinceNs, snapshot.nowNs, fromNs, toNs);
        }
    }
}

} // namespace

SpanTotals openHolds(const Trace& trace, const Snapshot& snapshot, ObjectId lock, std::int64_t fromNs,
                     std::int64_t toNs) noexcept
{
    SpanTotals totals;
    addOpenHolds(totals, trace, snapshot, lock, fromNs, toNs);
    return totals;
}

SpanTotals holds(const Trace& trace, const Snapshot& snapshot, ObjectId lock, std::int64_t fromNs,
                 std::int64_t toNs) noexcept
{
    SpanTotals totals;
    if (lock < trace.objects()) {
        const auto& refs = trace.object(lock).holds;
        for (std::size_t i = refs.firstKept(), count = refs.size(); i < count; ++i) {
            const SpanChannel<1>& channel = trace.lane(refs[i].track).holds[refs[i].slot];
            if (refs[i].index < channel.firstKept())
                continue;
            const Span& hold = channel[refs[i].index];
            add(totals, hold.startNs, hold.endNs, fromNs, toNs);
        }
    }
    addOpenHolds(totals, trace, snapshot, lock, fromNs, toNs);
    return totals;
}

} // namespace threadscape
