#include "view/lanes/hit.h"

#include "schedule/lane_schedule.h"
#include "view/lanes/lane_rows.h"

namespace threadscape {

namespace {

// The span of `channel` (or the open one) that covers ns.
std::optional<Span> spanAt(const SpanChannel<1>& channel, const std::optional<Span>& open, std::int64_t ns)
{
    const std::size_t count = channel.size();
    const std::size_t i = channel.firstEndingAfter(ns, count);
    if (i < count && channel[i].startNs <= ns)
        return channel[i];
    if (open && open->startNs <= ns)
        return open;
    return std::nullopt;
}

void findState(LaneHit& hit, const LaneView& lane, std::int64_t ns, double nsPerPixel)
{
    const SpanChannel<kStates>& waits = lane.lane().waits;
    const std::size_t count = lane.waits();
    const std::size_t i = waits.firstEndingAfter(ns, count);
    const std::optional<Span>& open = lane.openWait();
    if (i < count && waits[i].startNs <= ns) {
        hit.state = static_cast<State>(waits[i].state);
        hit.fromNs = waits[i].startNs;
        hit.toNs = waits[i].endNs;
        hit.object = waits[i].object;
        hit.endedBy = wakerOf(waits[i].detail);
        hit.what = waitForOf(waits[i].detail);
        hit.somewhere = hit.state == State::ready && waits[i].label == LaneSchedule::kSomewhere;
    } else if (i == count && open && open->startNs <= ns) {
        hit.state = static_cast<State>(open->state);
        hit.fromNs = open->startNs;
        hit.toNs = open->endNs;
        hit.object = open->object;
        hit.what = waitForOf(open->detail);
        hit.open = true;
    } else {
        hit.fromNs = i > waits.firstKept() ? waits[i - 1].endNs : lane.life().fromNs;
        hit.toNs = i < count ? waits[i].startNs : open ? open->startNs : lane.life().toNs;
        hit.open = hit.toNs == lane.life().toNs &&
                   lane.lane().endNs.load(std::memory_order_acquire) == Lane::kNotYet;
    }
    const bool thinned = waits.firstKept() > 0 && ns < waits[waits.firstKept()].startNs;
    if (static_cast<double>(hit.toNs - hit.fromNs) >= nsPerPixel && !thinned)
        return;
    // Too short to be hit alone: the contents of the pixel's column.
    const auto half = static_cast<std::int64_t>(nsPerPixel / 2);
    const TimeWindow column{ns - half, ns + half + 1};
    const std::size_t first = waits.firstEndingAfter(column.fromNs, count);
    const std::size_t last = waits.firstEndingAfter(column.toNs, count, first);
    const StateTimes times = spentIn(lane, column);
    std::int64_t all = 0;
    for (const std::int64_t time : times)
        all += time;
    const auto most = static_cast<std::size_t>(std::ranges::max_element(times) - times.begin());
    hit.spans = std::max<std::size_t>(2, 2 * (last - first));
    hit.state = static_cast<State>(most);
    hit.share = all > 0 ? static_cast<double>(times[most]) / static_cast<double>(all) : 0;
    hit.fromNs = column.fromNs;
    hit.toNs = column.toNs;
    hit.open = false;
}

} // namespace

ObjectId lockOf(const Catalogue& catalogue, const LaneHit& hit)
{
    for (const ObjectId object : {hit.object, hit.held})
        if (catalogue.objectIs(object, isHeld))
            return object;
    return kNoObject;
}

std::optional<LaneHit> hitLane(const Trace& trace, const Snapshot& snapshot, TrackId track, std::int64_t ns,
                               double nsPerPixel)
{
    if (track >= trace.lanes())
        return std::nullopt;
    const LaneView lane(trace, snapshot, track);
    if (!lane.begun() || ns < lane.life().fromNs || ns >= lane.life().toNs)
        return std::nullopt;
    LaneHit hit;
    hit.track = track;
    hit.nowNs = snapshot.nowNs;
    findState(hit, lane, ns, nsPerPixel);
    hit.offCore = hit.state == State::unknown && hit.object == kNoObject && knowsCores(trace.catalogue());
    if (hit.spans > 1)
        return hit;
    // None of a semaphore's several holders is the one that is waited for.
    if (awaitsHeld(hit.state) && trace.catalogue().objectIs(hit.object, isLock)) {
        hit.holder = holderAt(trace, snapshot, hit.object, hit.fromNs);
        if (hit.holder && hit.holder->track == track)
            hit.holder.reset();
    }
    for (std::size_t depth = 0; depth < lane.lane().operations.size(); ++depth) {
        const auto& channel = lane.lane().operations[depth];
        const auto open =
            lane.openAt(OpenSpans::kFirstOperation + static_cast<int>(depth), channel, channel.size());
        if (const auto span = spanAt(channel, open, ns)) {
            hit.operation = span->object;
            hit.number.reset();
            if (span->label != 0)
                hit.number = static_cast<std::int32_t>(span->detail);
            hit.style = static_cast<NumberStyle>(span->label);
            hit.task = taskBegunAt(trace, snapshot, track, span->startNs);
            if (hit.state != State::unknown || hit.offCore)
                continue;
            // Only the operation is known: it is the hit.
            hit.fromNs = span->startNs;
            hit.toNs = span->endNs;
            hit.open = open && open->startNs == span->startNs;
        }
    }
    for (std::size_t slot = 0; slot < lane.lane().holds.size(); ++slot) {
        const auto& channel = lane.lane().holds[slot];
        const auto open =
            lane.openAt(OpenSpans::kFirstHold + static_cast<int>(slot), channel, channel.size());
        if (const auto span = spanAt(channel, open, ns))
            hit.held = span->object;
    }
    return hit;
}

} // namespace threadscape
