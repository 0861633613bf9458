#pragma once

#include "os/cpu_time.h"
#include "trace/event.h"

#include <cstdint>
#include <vector>

namespace threadscape {

/// What one worker did of a lap. Times in ns of the system's monotonic clock, which all processes of a machine share.
struct JobTime {
    TrackId track = kNoTrack; ///< its lane
    std::int64_t fromNs = 0;
    std::int64_t toNs = 0;
    CpuUse cpu{};
};

/// Jobs that were handed out together, and waited for together. On the same clock.
struct Lap {
    std::int64_t fromNs = 0;   ///< before the first was handed out
    std::int64_t toNs = 0;     ///< when who waited had noticed the last one's end
    std::vector<JobTime> jobs; ///< in the order of their numbers
};

} // namespace threadscape
