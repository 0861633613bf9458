#pragma once

#include "trace/lane.h"

#include <algorithm>
#include <cstdint>

namespace threadscape {

/// A stretch of a lane in which its track was in one state.
struct Stretch {
    std::int64_t startNs = 0;
    std::int64_t endNs = 0;
    State state = State::unknown;
    ObjectId object = kNoObject;   ///< waits: what was waited for
    TrackId endedBy = kNoTrack;    ///< waits: the track that ended it
    bool open = false;             ///< had not ended at `nowNs`
    WaitEnd end = WaitEnd::served; ///< waits: how it ended
    Label label = 0;               ///< waits: the waiting line
};

namespace stretches_detail {

/// From `fromNs` to `toNs` without a wait: running, and unknown where events were lost. `gap` is the first gap that may still
/// matter.
template <typename Visit>
void visitFree(const Lane& lane, std::size_t& gap, std::int64_t fromNs, std::int64_t toNs, bool open,
               Visit&& visit)
{
    while (fromNs < toNs) {
        while (gap < lane.gaps.size() && lane.gaps[gap].endNs <= fromNs)
            ++gap;
        const bool more = gap < lane.gaps.size() && lane.gaps[gap].startNs < toNs;
        const bool lost = more && lane.gaps[gap].startNs <= fromNs;
        const std::int64_t end =
            !more ? toNs : std::min(toNs, lost ? lane.gaps[gap].endNs : lane.gaps[gap].startNs);
        visit(Stretch{fromNs, end, lost ? State::unknown : State::running, kNoObject, kNoTrack,
                      open && end == toNs});
        fromNs = end;
    }
}

} // namespace stretches_detail

/// Calls visit(stretch) for each state that a track was in, from its begin to its end (or `nowNs`, the snapshot's): in the
/// order of time, without gaps or overlaps. Thinned or lost parts are State::unknown.
/// Threads: any, under a Trace::Reader.
template <typename Visit>
void forEachStretch(const Lane& lane, const OpenLane* open, std::int64_t nowNs, Visit&& visit)
{
    const std::size_t count = lane.waits.size();
    const std::size_t first = lane.waits.firstKept();
    const std::int64_t beginNs = lane.beginNs.load(std::memory_order_acquire);
    std::int64_t endNs = lane.endNs.load(std::memory_order_acquire);
    const bool ended = endNs != Lane::kNotYet && endNs <= nowNs;
    if (!ended)
        endNs = nowNs;
    // A track whose begin is unknown is visited from its first wait on.
    std::int64_t at = beginNs;
    std::size_t gap = 0;
    if (first > 0 && first < count && at != Lane::kNotYet && at < lane.waits[first].startNs) {
        const std::int64_t end = std::min(lane.waits[first].startNs, nowNs);
        visit(Stretch{at, end, State::unknown, kNoObject, kNoTrack, false});
        at = end;
    }
    for (std::size_t i = first; i < count; ++i) {
        const Span& wait = lane.waits[i];
        if (wait.startNs >= nowNs)
            break;
        if (at != Lane::kNotYet)
            stretches_detail::visitFree(lane, gap, at, wait.startNs, false, visit);
        at = std::max(at, std::min(wait.endNs, nowNs));
        // A ready span has its waker, but that track does not end it.
        const bool ready = wait.state == static_cast<std::uint8_t>(State::ready);
        visit(Stretch{wait.startNs, at, static_cast<State>(wait.state), wait.object,
                      ready ? kNoTrack : wakerOf(wait.detail), wait.endNs > nowNs, waitEndOf(wait.detail),
                      ready ? Label{0} : wait.label});
    }
    const auto& pending = open != nullptr ? open->spans[OpenSpans::kWaitSlot] : std::optional<OpenSpan>();
    if (!ended && pending && pending->sinceNs >= at && pending->sinceNs < nowNs && pending->state < kStates) {
        if (at != Lane::kNotYet)
            stretches_detail::visitFree(lane, gap, at, pending->sinceNs, false, visit);
        at = nowNs;
        visit(Stretch{pending->sinceNs, nowNs, static_cast<State>(pending->state), pending->object, kNoTrack,
                      true, WaitEnd::served, pending->label});
    }
    if (beginNs != Lane::kNotYet)
        stretches_detail::visitFree(lane, gap, at, endNs, !ended, visit);
}

} // namespace threadscape
