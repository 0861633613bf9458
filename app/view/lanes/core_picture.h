#pragma once

#include "view/lanes/lane_view.h"

#include <vector>

namespace threadscape {

/// Somebody had the core, for a pixel or more.
struct CoreSlice {
    double fromPx = 0;
    double toPx = 0;
    TrackId by = kNoTrack;     ///< kNoTrack: it is not of the run
    ObjectId name = kNoObject; ///< a text of the catalogue
};

/// A stretch of which is only known how much of it whom the core had, not when. What is left of 1 was idle.
struct CoreStretch {
    double fromPx = 0;
    double toPx = 0;
    float own = 0;
    float other = 0;
    float stolen = 0;
};

/// What is painted of one core. Positions are pixels from the window's start.
struct CorePicture {
    std::vector<CoreSlice> slices;
    std::vector<CoreStretch> stretches; ///< pixel columns with several slices, and what lies between slices
};

/// Threads: under a Trace::Reader. Cost: columns, and the intervals of lane.shares in the window.
CorePicture corePicture(const LaneView& core, const TimeAxis& axis);

} // namespace threadscape
