#pragma once

#include "analysis/core_time.h"
#include "view/lanes/lane_view.h"

#include <optional>

namespace threadscape {

/// What stands at one place of a core's lane.
struct CoreHit {
    TrackId core = kNoTrack;
    std::int64_t fromNs = 0;
    std::int64_t toNs = 0;
    bool open = false; ///< has not ended
    /// Somebody had the core all the time from `fromNs` to `toNs`; else `time` says how it was divided.
    bool oneSlice = false;
    TrackId by = kNoTrack; ///< who that was; kNoTrack: not the run's
    CoreTime time;
};

/// What is at `ns` of a core's lane, seen at `nsPerPixel`; nothing before the run and after it, and where it is not known
/// yet. Threads: under a Trace::Reader. Cost: the slices in a pixel.
std::optional<CoreHit> hitCore(const Trace& trace, const Snapshot& snapshot, TrackId core, std::int64_t ns,
                               double nsPerPixel);

} // namespace threadscape
