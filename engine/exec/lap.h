#pragma once

#include "os/cpu_time.h"
#include "record/event.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace threadscape {

/// One worker's part of a lap. Times in ns of the system's monotonic clock, which all processes of a machine share.
struct JobTime {
    TrackId track = kNoTrack; ///< its lane
    std::int64_t fromNs = 0;
    std::int64_t toNs = 0;
    CpuUse cpu{};
};

/// Jobs that were distributed together, and awaited together. On the same clock.
struct Lap {
    std::int64_t fromNs = 0;   ///< before the first was distributed
    std::int64_t toNs = 0;     ///< when the waiter had noticed the last one's end
    std::vector<JobTime> jobs; ///< in the order of their numbers

    double seconds() const noexcept { return static_cast<double>(toNs - fromNs) * 1e-9; }

    /// When the last job ended.
    std::int64_t lastEndNs() const noexcept
    {
        std::int64_t last = fromNs;
        for (const JobTime& job : jobs)
            last = std::max(last, job.toNs);
        return last;
    }

    /// The share of the workers' time lost waiting for the last one: 0 when all end together, near 1 when one of many does
    /// everything.
    double imbalance() const noexcept
    {
        const std::int64_t last = lastEndNs();
        double lost = 0;
        for (const JobTime& job : jobs)
            lost += static_cast<double>(last - job.toNs);
        const double all = static_cast<double>(last - fromNs) * static_cast<double>(jobs.size());
        return all > 0 ? lost / all : 0;
    }
};

} // namespace threadscape
