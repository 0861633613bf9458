#pragma once

#include "base/first_index.h"
#include "trace/lane.h"

namespace threadscape {

/// The index of the first retained moment of a lane, among its first `count`, at or after `ns`; `count` if there is none.
/// Threads: under a Trace::Reader.
inline std::size_t firstMomentAt(const Lane& lane, std::int64_t ns, std::size_t count)
{
    return firstIndex(std::min(lane.moments.firstKept(), count), count,
                      [&](std::size_t i) { return lane.moments[i].atNs >= ns; });
}

} // namespace threadscape
