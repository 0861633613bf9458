#pragma once

#include "view/lane_view.h"

#include <span>
#include <vector>

namespace threadscape {

/// What a waiting thread waits for, from the bottom of the stack to its top.
inline constexpr std::array<State, 7> kWaitingStates{
    State::lock, State::gil, State::semaphore, State::condition, State::queue, State::future, State::join};

/// The mean number of tracks that wait, by pixel column and by what they wait for.
struct WaitingPicture {
    using Column = std::array<float, kWaitingStates.size()>;
    std::vector<Column> columns;
    float most = 0;          ///< the highest column's sum
    double knownUntilPx = 0; ///< columns from here on have not happened yet
};

/// Threads: under a Trace::Reader.
WaitingPicture waitingPicture(const Trace& trace, const Snapshot& snapshot, std::span<const TrackId> tracks,
                              const TimeAxis& axis);

} // namespace threadscape
