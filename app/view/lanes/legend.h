#pragma once

#include "view/lanes/lane_view.h"

#include <span>
#include <vector>

namespace threadscape {

/// One state of the legend and its share of all lanes' time in the window.
struct LegendEntry {
    State state = State::running;
    double share = 0;   ///< [0, 1]
    bool tasks = false; ///< some of the lanes are tasks: ready, they wait for the event loop, not for a core
};

/// The states in which that time was spent. Threads: any.
std::vector<LegendEntry> legendOf(const StateTimes& times);

/// The states that occur in the window, in their fixed order. Threads: under a Trace::Reader.
std::vector<LegendEntry> legendOf(const Trace& trace, const Snapshot& snapshot,
                                  std::span<const TrackId> tracks, TimeWindow window);

} // namespace threadscape
