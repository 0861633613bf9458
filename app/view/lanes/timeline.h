#pragma once

#include "view/lanes/lane_view.h"

#include <vector>

namespace threadscape {

/// An interval of a lane in one state, at least a pixel wide (or clipped by the lane's ends).
struct StateRun {
    double fromPx = 0;
    double toPx = 0;
    State state = State::running;
    bool open = false;           ///< a wait that had not ended
    ObjectId object = kNoObject; ///< what was waited for
};

/// The rest of a pixel column with several states.
struct MixedColumn {
    double fromPx = 0;
    double toPx = 0;
    std::array<float, kStates> share{}; ///< of this interval; adds up to 1
};

/// A lock held; `share` of the interval when many holds fall into one column.
struct HoldRun {
    double fromPx = 0;
    double toPx = 0;
    float share = 1;
    ObjectId lock = kNoObject; ///< kNoObject: several
    bool shared = false;       ///< a shared (read) hold
};

/// An operation wide enough for a box.
struct OperationBox {
    double fromPx = 0;
    double toPx = 0;
    int depth = 0;
    ObjectId text = kNoObject; ///< a text of the catalogue
    std::optional<std::int32_t> number;
    bool open = false;
    NumberStyle style = NumberStyle::none; ///< what the number means
};

/// Lost events: nothing is known of this interval.
struct LostStretch {
    double fromPx = 0;
    double toPx = 0;
    std::uint32_t events = 0;
};

/// What is painted of one lane. Positions are pixels from the window's start.
struct LanePicture {
    std::vector<StateRun> runs;
    std::vector<MixedColumn> columns;
    std::uint32_t mixedStates = 0; ///< states that the columns may contain, a bit each
    std::vector<HoldRun> holds;
    std::vector<OperationBox> boxes;
    std::vector<double> notifies; ///< where it woke others; empty when they would be too dense
    std::vector<LostStretch> lost;
    /// The settled parts, which later events do not change: up to these times, in ns.
    struct Settled {
        std::int64_t statesNs = INT64_MIN;
        std::int64_t holdsNs = INT64_MIN;
        std::int64_t boxesNs = INT64_MIN;
    } settled;
};

/// Operations narrower than this get no box.
inline constexpr double kSmallestBoxPx = 6;

/// Extends an earlier picture of the same lane on the same axis: its settled parts are reused. `knownUntilNs`: everything
/// that began before it is recorded, except what the lane reports as open; the picture is settled up to there. Threads:
/// under a Trace::Reader.
void extendLanePicture(LanePicture& picture, const LaneView& lane, const TimeAxis& axis,
                       std::int64_t knownUntilNs);

/// The number of a lane's operations that can be seen in `window`, however short. Threads: under a Trace::Reader.
std::size_t operationsIn(const LaneView& lane, TimeWindow window);

/// Threads: under a Trace::Reader.
LanePicture lanePicture(const LaneView& lane, const TimeAxis& axis);

} // namespace threadscape
