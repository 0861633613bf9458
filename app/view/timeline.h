#pragma once

#include "view/lane_view.h"

#include <vector>

namespace threadscape {

/// A stretch of a lane in one state, at least a pixel wide (or cut by the lane's ends).
struct StateRun {
    double fromPx = 0;
    double toPx = 0;
    State state = State::running;
    bool open = false;           ///< a wait that had not ended
    ObjectId object = kNoObject; ///< what was waited for
};

/// What is left of a pixel column that holds several states.
struct MixedColumn {
    double fromPx = 0;
    double toPx = 0;
    std::array<float, kStates> share{}; ///< of this stretch; adds up to 1
};

/// A lock held; `share` of the stretch when many holds fall into one column.
struct HoldRun {
    double fromPx = 0;
    double toPx = 0;
    float share = 1;
    ObjectId lock = kNoObject; ///< kNoObject: several
};

/// An operation wide enough for a box.
struct OperationBox {
    double fromPx = 0;
    double toPx = 0;
    int depth = 0;
    ObjectId text = kNoObject; ///< a text of the catalogue
    std::optional<std::int32_t> number;
    bool open = false;
};

/// Lost events: nothing is known of this stretch.
struct LostStretch {
    double fromPx = 0;
    double toPx = 0;
    std::uint32_t events = 0;
};

/// What is painted of one lane. Positions are pixels from the window's start.
struct LanePicture {
    std::vector<StateRun> runs;
    std::vector<MixedColumn> columns;
    std::uint32_t mixedStates = 0; ///< that the columns may have a share of, a bit each
    std::vector<HoldRun> holds;
    std::vector<OperationBox> boxes;
    std::vector<double> notifies; ///< where it woke others; empty when they would be too close to tell apart
    std::vector<LostStretch> lost;
};

/// Operations narrower than this get no box.
inline constexpr double kSmallestBoxPx = 6;

/// Into a picture that is there already: its memory is used again. Threads: under a Trace::Reader.
void makeLanePicture(LanePicture& picture, const LaneView& lane, const TimeAxis& axis);

/// Threads: under a Trace::Reader.
LanePicture lanePicture(const LaneView& lane, const TimeAxis& axis);

} // namespace threadscape
