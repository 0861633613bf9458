#include "view/lanes/evidence.h"

#include "analysis/summary.h"
#include "view/lanes/lane_view.h"
#include "view/series/updates.h"

#include <algorithm>

namespace threadscape {

namespace {

bool isWaiting(State state)
{
    return state != State::sleep && state != State::idle && state != State::running &&
           state != State::ready && state != State::unknown;
}

// Time waited in [from, to).
std::int64_t waited(const Lane& lane, const Snapshot& snapshot, TrackId track, std::int64_t from,
                    std::int64_t to)
{
    const OpenLane* open = track < snapshot.lanes.size() ? &snapshot.lanes[track] : nullptr;
    const StateTimes times = timeInStates(lane, open, snapshot.nowNs, from, to);
    std::int64_t total = 0;
    for (std::size_t s = 0; s < times.size(); ++s)
        total += isWaiting(static_cast<State>(s)) ? times[s] : 0;
    return total;
}

std::optional<EvidencePlace> longestWait(const Trace& trace, const Snapshot& snapshot,
                                         std::span<const TrackId> tracks)
{
    std::optional<EvidencePlace> best;
    std::int64_t most = 0;
    for (const TrackId track : tracks) {
        if (track >= trace.lanes())
            continue;
        const LaneView lane(trace, snapshot, track);
        const auto consider = [&](const Span& span) {
            // A span that is not longer cannot have waited longer.
            if (span.endNs - span.startNs <= most)
                return;
            const std::int64_t ns = waited(lane.lane(), snapshot, track, span.startNs, span.endNs);
            if (ns <= most)
                return;
            most = ns;
            best = EvidencePlace{track, {span.startNs, span.endNs}};
        };
        const auto& operations = lane.lane().operations[0];
        const std::size_t count = operations.size();
        for (std::size_t i = operations.firstKept(); i < count; ++i)
            consider(operations[i]);
        if (const auto open = lane.openAt(OpenSpans::kFirstOperation, operations, count))
            consider(*open);
        for (std::size_t i = lane.lane().waits.firstKept(); i < lane.waits(); ++i)
            if (isWaiting(static_cast<State>(lane.lane().waits[i].state)))
                consider(lane.lane().waits[i]);
        if (lane.openWait())
            consider(*lane.openWait());
    }
    return best;
}

std::optional<EvidencePlace> longestStall(const Trace& trace, std::span<const TrackId> tracks)
{
    std::optional<EvidencePlace> best;
    for (const TrackId track : tracks) {
        if (track >= trace.lanes())
            continue;
        const auto& operations = trace.lane(track).operations[0];
        for (std::size_t i = operations.firstKept(), count = operations.size(); i < count; ++i) {
            const Span& span = operations[i];
            if (span.label == static_cast<std::uint8_t>(NumberStyle::stall) &&
                (!best || span.endNs - span.startNs > best->stretch.lengthNs()))
                best = EvidencePlace{track, {span.startNs, span.endNs}};
        }
    }
    return best;
}

std::optional<EvidencePlace> extremeNumber(const Trace& trace, const Snapshot& snapshot,
                                           std::span<const TrackId> tracks, bool greatest)
{
    std::optional<EvidencePlace> best;
    std::int64_t bestNumber = 0;
    for (const TrackId track : tracks) {
        const std::int64_t number = trace.catalogue().track(track).number.load(std::memory_order_relaxed);
        if (number == TrackInfo::kNoNumber || track >= trace.lanes() ||
            (best && (greatest ? number <= bestNumber : number >= bestNumber)))
            continue;
        const TimeWindow life = LaneView(trace, snapshot, track).life();
        if (life.lengthNs() <= 0)
            continue;
        bestNumber = number;
        best = EvidencePlace{track, life};
    }
    return best;
}

std::optional<EvidencePlace> lostUpdate(const Trace& trace, const Snapshot& snapshot,
                                        std::span<const TrackId> tracks, ObjectId variable)
{
    // From the start, in steps with as many updates as can be shown.
    for (std::int64_t length = std::max<std::int64_t>(snapshot.nowNs, 1); length > 1000; length /= 4) {
        const UpdatesPicture picture = updatesPicture(trace, tracks, variable, {0, length});
        if (picture.updates.empty())
            continue;
        if (picture.equal.empty())
            return std::nullopt;
        const EqualReads& first = picture.equal.front();
        std::int64_t endNs = first.toNs;
        for (const Update& update : picture.updates)
            if (update.readNs >= first.fromNs && update.readNs <= first.toNs)
                endNs = std::max(endNs, update.writeNs);
        return EvidencePlace{kNoTrack, {first.fromNs, endNs}};
    }
    return std::nullopt;
}

std::optional<EvidencePlace> belowZero(const Trace& trace, const Snapshot& snapshot, ObjectId variable)
{
    const ValueSeries& series = trace.object(variable).values;
    const std::size_t count = series.size();
    for (std::size_t i = series.firstKept(); i < count; ++i) {
        if (series[i].value >= 0)
            continue;
        std::size_t end = i;
        while (end < count && series[end].value < 0)
            ++end;
        return EvidencePlace{kNoTrack, {series[i].atNs, end < count ? series[end].atNs : snapshot.nowNs}};
    }
    return std::nullopt;
}

std::optional<EvidencePlace> greatestValue(const Trace& trace, const Snapshot& snapshot, ObjectId variable)
{
    const ValueSeries& series = trace.object(variable).values;
    const std::size_t count = series.size();
    std::optional<std::size_t> best;
    for (std::size_t i = series.firstKept(); i < count; ++i)
        if (!best || series[i].value > series[*best].value)
            best = i;
    if (!best)
        return std::nullopt;
    const std::int64_t untilNs = *best + 1 < count ? series[*best + 1].atNs : snapshot.nowNs;
    return EvidencePlace{kNoTrack, {series[*best].atNs, untilNs}};
}

std::optional<EvidencePlace> lastEnd(const Trace& trace, const Snapshot& snapshot,
                                     std::span<const TrackId> tracks, ObjectId variable)
{
    const ValueSeries& series = trace.object(variable).values;
    if (series.size() == 0)
        return std::nullopt;
    const std::int64_t fromNs = series[series.size() - 1].atNs;
    std::optional<EvidencePlace> last;
    for (const TrackId track : tracks) {
        if (track >= trace.lanes())
            continue;
        const std::int64_t endNs = LaneView(trace, snapshot, track).life().toNs;
        if (endNs > (last ? last->stretch.toNs : fromNs))
            last = EvidencePlace{track, {fromNs, endNs}};
    }
    return last;
}

} // namespace

std::set<Evidence> evidenceOf(const Text& answer, const Findings& findings)
{
    std::set<Evidence> all;
    for (std::size_t i = 0; i < answer.args().size(); ++i)
        if (const Finding* finding = findings.find(answer.findingOf(i)))
            all.insert(finding->evidence);
    return all;
}

std::optional<EvidencePlace> findEvidence(const Trace& trace, const Snapshot& snapshot,
                                          std::span<const TrackId> tracks, ObjectId variable,
                                          Evidence evidence)
{
    const Trace::Reader reader = trace.reader();
    const bool known = variable < trace.objects();
    switch (evidence) {
    case Evidence::longestWait: return longestWait(trace, snapshot, tracks);
    case Evidence::leastNumber: return extremeNumber(trace, snapshot, tracks, false);
    case Evidence::greatestNumber: return extremeNumber(trace, snapshot, tracks, true);
    case Evidence::lostUpdate: return known ? lostUpdate(trace, snapshot, tracks, variable) : std::nullopt;
    case Evidence::belowZero: return known ? belowZero(trace, snapshot, variable) : std::nullopt;
    case Evidence::greatestValue: return known ? greatestValue(trace, snapshot, variable) : std::nullopt;
    case Evidence::lastEnd: return known ? lastEnd(trace, snapshot, tracks, variable) : std::nullopt;
    case Evidence::longestStall: return longestStall(trace, tracks);
    case Evidence::none: break;
    }
    return std::nullopt;
}

} // namespace threadscape
