#pragma once

#include "trace/trace.h"
#include "view/axis/time_axis.h"

#include <array>
#include <optional>

namespace threadscape {

/// Time by state, in ns.
using StateTimes = std::array<std::int64_t, kStates>;

/// One lane as of one snapshot: its prefix of waits, its life so far, and the open wait. Valid while a Trace::Reader is
/// held. Threads: a value type.
class LaneView {
public:
    LaneView(const Trace& trace, const Snapshot& snapshot, TrackId track);

    const Lane& lane() const noexcept { return *m_lane; }
    TrackId track() const noexcept { return m_track; }
    /// False before the track's first instruction.
    bool begun() const noexcept { return m_life.toNs >= m_life.fromNs; }
    /// From its first instruction to its last, or to now.
    TimeWindow life() const noexcept { return m_life; }
    /// From its first instruction to now: its holds may outlive it.
    TimeWindow sinceBegin() const noexcept { return {m_life.fromNs, m_nowNs}; }
    std::size_t waits() const noexcept { return m_waits; }
    /// The open wait, extended to the end of the life so far.
    const std::optional<Span>& openWait() const noexcept { return m_openWait; }

    /// An open hold or operation, by its slot in the snapshot, as a span up to the end of the life so far; a hold up to
    /// now, since a track may end with a lock held. nullopt if the channel already contains something later than its
    /// start.
    std::optional<Span> openAt(int slot, const SpanChannel<1>& channel, std::size_t count) const;

    using Cursor = SpanChannel<kStates>::Cursor;
    /// Time spent in each state, including running, from the lane's first instruction to `ns`.
    StateTimes spentUntil(std::int64_t ns, Cursor& cursor, std::int64_t toleranceNs) const noexcept;

private:
    const Lane* m_lane;
    const OpenLane* m_open = nullptr;
    TrackId m_track;
    std::size_t m_waits = 0;
    TimeWindow m_life{0, -1};
    std::int64_t m_nowNs = -1;
    std::optional<Span> m_openWait;
};

/// The time spent in each state within `window`.
StateTimes spentIn(const LaneView& lane, TimeWindow window) noexcept;

} // namespace threadscape
