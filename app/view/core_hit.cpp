#include "view/core_hit.h"

#include "trace/first_index.h"

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

NumberArg percent(std::int64_t part, const CoreTime& time)
{
    return {std::round(100.0 * static_cast<double>(part) /
                       static_cast<double>(std::max<std::int64_t>(1, whole(time)))),
            0};
}

Text shareSentence(const NameArg& core, const CoreTime& time)
{
    if (time.ownNs == 0 && time.otherNs == 0 && time.stolenNs == 0)
        return Text(TS_TEXT("cores", "%1 was idle around here")).arg(core);
    if (time.ownNs == 0 && time.stolenNs == 0)
        return Text(TS_TEXT("cores", "%1, around here: %2 % idle, %3 % other processes"))
            .arg(core)
            .arg(percent(time.idleNs, time))
            .arg(percent(time.otherNs, time));
    if (time.ownNs == 0)
        return Text(TS_TEXT("cores",
                            "%1, around here: %2 % idle, %3 % other processes, %4 % taken away by the host"))
            .arg(core)
            .arg(percent(time.idleNs, time))
            .arg(percent(time.otherNs, time))
            .arg(percent(time.stolenNs, time));
    if (time.stolenNs == 0)
        return Text(TS_TEXT("cores", "%1, around here: %2 % this run, %3 % idle, %4 % other processes"))
            .arg(core)
            .arg(percent(time.ownNs, time))
            .arg(percent(time.idleNs, time))
            .arg(percent(time.otherNs, time));
    return Text(TS_TEXT("cores",
                        "%1, around here: %2 % this run, %3 % idle, %4 % other processes, %5 % taken "
                        "away by the host"))
        .arg(core)
        .arg(percent(time.ownNs, time))
        .arg(percent(time.idleNs, time))
        .arg(percent(time.otherNs, time))
        .arg(percent(time.stolenNs, time));
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

Text coreSentence(const Catalogue& catalogue, const CoreHit& hit)
{
    const auto name = [&](TrackId track) { return NameArg{catalogue.trackName(track)}; };
    const NameArg core = name(hit.core);
    if (!hit.oneSlice)
        return shareSentence(core, hit.time);
    const DurationArg time{hit.toNs - hit.fromNs};
    if (hit.by == kNoTrack)
        return Text(hit.open ? TS_TEXT("cores", "%1 has run Threadscape itself for %2")
                             : TS_TEXT("cores", "%1 ran Threadscape itself for %2"))
            .arg(core)
            .arg(time);
    return Text(hit.open ? TS_TEXT("cores", "%1 has run %2 for %3") : TS_TEXT("cores", "%1 ran %2 for %3"))
        .arg(core)
        .arg(name(hit.by))
        .arg(time);
}

} // namespace threadscape
