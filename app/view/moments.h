#pragma once

#include "trace/lane.h"

#include <algorithm>

namespace threadscape {

/// The index of the first kept moment of a lane, among its first `count`, at or after `ns`; `count` if there is none.
/// Threads: under a Trace::Reader.
inline std::size_t firstMomentAt(const Lane& lane, std::int64_t ns, std::size_t count)
{
    std::size_t low = std::min(lane.moments.firstKept(), count);
    std::size_t high = count;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (lane.moments[middle].atNs < ns)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace threadscape
