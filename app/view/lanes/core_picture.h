#pragma once

#include "view/lanes/lane_view.h"

#include <vector>

namespace threadscape {

/// A thread had the core, for a pixel or more.
struct CoreSlice {
    double fromPx = 0;
    double toPx = 0;
    TrackId by = kNoTrack;     ///< kNoTrack: not of the run
    ObjectId name = kNoObject; ///< a text of the catalogue
};

/// An interval of which only the shares of the core's time are known, not when. The rest to 1 is idle.
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
    std::vector<CoreStretch> stretches; ///< pixel columns with several slices, and the gaps between slices
};

/// Threads: under a Trace::Reader. Cost: columns, and the intervals of lane.shares in the window.
CorePicture corePicture(const LaneView& core, const TimeAxis& axis);

} // namespace threadscape
