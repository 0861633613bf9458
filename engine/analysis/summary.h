#pragma once

#include "trace/trace.h"

#include <array>
#include <cstdint>

namespace threadscape {

/// ns in each State.
using StateTimes = std::array<std::int64_t, kStates>;

/// Time that a track spent in each state within [fromNs, toNs). Exact, also where spans were thinned. Running is what
/// waits leave between the track's begin and its end (or `nowNs`, the snapshot's: nothing later counts); an open wait
/// counts up to there; time in which events were lost is unknown.
/// `open`: the track's open spans of the same snapshot, nullptr for none.
/// Threads: any, under a Trace::Reader. Cost: logarithmic.
StateTimes timeInStates(const Lane& lane, const OpenLane* open, std::int64_t nowNs, std::int64_t fromNs,
                        std::int64_t toNs) noexcept;

/// The same for a track of a trace, as of `snapshot`. All 0 for a track without a lane yet.
StateTimes timeInStates(const Trace& trace, const Snapshot& snapshot, TrackId track, std::int64_t fromNs,
                        std::int64_t toNs) noexcept;

/// The open spans of a track in a snapshot; nullptr when it did not exist yet.
const OpenLane* openLane(const Snapshot& snapshot, TrackId track) noexcept;

/// Spans of one kind that overlap a stretch of time.
struct SpanTotals {
    std::uint64_t count = 0;
    std::int64_t totalNs = 0;        ///< within the stretch
    std::int64_t longestNs = 0;      ///< of one span, also outside the stretch
    std::int64_t longestStartNs = 0; ///< where that one began
};

/// The waits in `state` of a track, those still open with them. Spans that were thinned are missing.
/// Threads: any, under a Trace::Reader. Cost: the spans in the stretch.
SpanTotals waits(const Lane& lane, const OpenLane* open, std::int64_t nowNs, State state, std::int64_t fromNs,
                 std::int64_t toNs) noexcept;

/// The holds of a lock that are still open, from their start: at the end of a run those of tracks that ended holding the lock.
/// Threads: any. Cost: the lanes.
SpanTotals openHolds(const Trace& trace, const Snapshot& snapshot, ObjectId lock,
                     std::int64_t fromNs = INT64_MIN, std::int64_t toNs = INT64_MAX) noexcept;

/// The holds of a lock by all tracks, those still open with them. Spans that were thinned are missing; the totals of a whole
/// run are in its ObjectLane. Unknown lock: all 0.
/// Threads: any, under a Trace::Reader. Cost: the lock's holds.
SpanTotals holds(const Trace& trace, const Snapshot& snapshot, ObjectId lock, std::int64_t fromNs,
                 std::int64_t toNs) noexcept;

} // namespace threadscape
