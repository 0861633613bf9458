#pragma once

#include "analysis/core_time.h"
#include "view/lanes/lane_view.h"

#include <optional>

namespace threadscape {

/// What is at one position of a core's lane.
struct CoreHit {
    TrackId core = kNoTrack;
    std::int64_t fromNs = 0;
    std::int64_t toNs = 0;
    bool open = false; ///< has not ended
    /// One thread had the core all the time from `fromNs` to `toNs`; else `time` is how it was divided.
    bool oneSlice = false;
    TrackId by = kNoTrack; ///< that thread; kNoTrack: not the run's
    CoreTime time;
};

/// What is at `ns` of a core's lane, at a resolution of `nsPerPixel`; nullopt before the run and after it, and where it
/// is not known yet. Threads: under a Trace::Reader. Cost: the slices in a pixel.
std::optional<CoreHit> hitCore(const Trace& trace, const Snapshot& snapshot, TrackId core, std::int64_t ns,
                               double nsPerPixel);

} // namespace threadscape
