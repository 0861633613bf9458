#pragma once

#include "trace/trace.h"
#include "view/axis/time_axis.h"

#include <optional>
#include <span>
#include <vector>

namespace threadscape {

/// A task that ended, and one that resumed because of it.
struct AwaitArrow {
    TrackId ended = kNoTrack;
    TrackId awaiting = kNoTrack;
    std::int64_t atNs = 0;
};

/// Those in the window, of the given lanes; nullopt: more than `most`. Threads: under a Trace::Reader.
std::optional<std::vector<AwaitArrow>> awaitsIn(const Trace& trace, std::span<const TrackId> tracks,
                                                TimeWindow window, std::size_t most);

} // namespace threadscape
