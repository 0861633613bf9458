#pragma once

#include "trace/trace.h"
#include "view/axis/time_axis.h"

#include <span>
#include <vector>

namespace threadscape {

/// One thread's change of a shared variable: it read a value and later wrote another.
struct Update {
    TrackId track = kNoTrack;
    std::int64_t readNs = 0;
    std::int64_t writeNs = 0;
    std::int64_t read = 0;
    std::int64_t wrote = 0;
    bool lost = false; ///< its value was overwritten by a thread that had read before this write
};

/// Updates that read the same value before any of them wrote: all but one are lost.
struct EqualReads {
    std::int64_t fromNs = 0; ///< of the first read
    std::int64_t toNs = 0;   ///< of the last one
    std::int64_t read = 0;
    std::vector<TrackId> tracks;
};

struct UpdatesPicture {
    std::vector<Update> updates; ///< in the order of their writes
    std::vector<EqualReads> equal;
};

/// More than these in one picture are too dense: none is drawn.
inline constexpr std::size_t kMostUpdates = 400;

/// The updates of `variable` by `tracks` that lie (partly) in `window`. Threads: under a Trace::Reader.
UpdatesPicture updatesPicture(const Trace& trace, std::span<const TrackId> tracks, ObjectId variable,
                              TimeWindow window);

} // namespace threadscape
