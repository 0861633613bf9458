#pragma once

#include "view/lanes/timeline.h"

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

/// Adds up the lanes' pictures, made for the same axis. `nowNs`: the end of what is known. Threads: any.
WaitingPicture waitingPicture(std::span<const LanePicture* const> lanes, std::int64_t nowNs,
                              const TimeAxis& axis);

} // namespace threadscape
