#include "view/lanes/core_hit.h"

#include "base/first_index.h"

#include <algorithm>
#include <cmath>

namespace threadscape {

namespace {

const CoreShares* sharesAt(const Lane& lane, std::int64_t ns)
{
    const std::size_t count = lane.shares.size();
    const std::size_t i =
        firstIndex(0, count, [&](std::size_t index) { return lane.shares[index].toNs > ns; });
    return i < count && lane.shares[i].fromNs <= ns ? &lane.shares[i] : nullptr;
}

CoreTime timeOf(const CoreShares& shares)
{
    return {shares.own, shares.other, shares.stolen, shares.idle()};
}

std::int64_t whole(const CoreTime& time)
{
    return time.ownNs + time.otherNs + time.stolenNs + time.idleNs;
}

} // namespace

std::optional<CoreHit> hitCore(const Trace& trace, const Snapshot& snapshot, TrackId core, std::int64_t ns,
                               double nsPerPixel)
{
    if (core >= trace.lanes())
        return std::nullopt;
    const LaneView view(trace, snapshot, core);
    if (!view.begun() || ns < view.life().fromNs || ns >= view.life().toNs)
        return std::nullopt;
    CoreHit hit{.core = core, .fromNs = {}, .toNs = {}, .time = {}};
    const SpanChannel<1>& slices = view.lane().operations[0];
    const std::size_t count = slices.size();
    const std::size_t i = slices.firstEndingAfter(ns, count);
    const std::optional<Span> open = view.openAt(OpenSpans::kFirstOperation, slices, count);
    const auto take = [&](const Span& slice) {
        hit.oneSlice = true;
        hit.by = static_cast<TrackId>(slice.detail);
        hit.fromNs = slice.startNs;
        hit.toNs = slice.endNs;
    };
    if (i < count && slices[i].startNs <= ns) {
        take(slices[i]);
    } else if (i == count && open && open->startNs <= ns) {
        take(*open);
        hit.open = true;
    } else {
        hit.fromNs = i > slices.firstKept() && i > 0 ? slices[i - 1].endNs : view.life().fromNs;
        hit.toNs = i < count ? slices[i].startNs : open ? open->startNs : view.life().toNs;
    }
    const bool thinned = slices.firstKept() > 0 && ns < slices[slices.firstKept()].startNs;
    if (static_cast<double>(hit.toNs - hit.fromNs) >= nsPerPixel && !thinned) {
        if (hit.oneSlice)
            return hit;
        const CoreShares* shares = sharesAt(view.lane(), ns);
        if (shares == nullptr)
            return std::nullopt;
        hit.time = timeOf(*shares);
        return hit;
    }
    const auto half = static_cast<std::int64_t>(nsPerPixel / 2);
    hit = {.core = core, .fromNs = ns - half, .toNs = ns + half + 1, .time = {}};
    hit.time = coreTime(trace, snapshot, core, hit.fromNs, hit.toNs);
    if (whole(hit.time) == 0)
        return std::nullopt;
    return hit;
}

} // namespace threadscape
