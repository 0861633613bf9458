#pragma once

#include "view/lanes/lane_view.h"

#include <optional>

namespace threadscape {

/// The abnormal end of a process.
struct LaneEnd {
    TrackId track = kNoTrack;
    std::int64_t atNs = 0;
    std::int32_t code = 0; ///< never 0; after a signal its negative number (-9: killed)
    std::int64_t livedNs = 0;
};

/// nullopt for a running process, for one that ended with 0, and for threads. Threads: under a Trace::Reader.
std::optional<LaneEnd> badEnd(const Trace& trace, const Snapshot& snapshot, TrackId track);

} // namespace threadscape
