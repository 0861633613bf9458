#include "analysis/others.h"

#include "analysis/core_time.h"
#include "analysis/summary.h"

#include <algorithm>

namespace threadscape {

OthersTime othersTime(const Trace& trace, const Snapshot& snapshot, std::int64_t fromNs, std::int64_t toNs)
{
    OthersTime sum;
    for (std::size_t t = 0; t < trace.lanes(); ++t) {
        const auto track = static_cast<TrackId>(t);
        if (trace.catalogue().track(track).kind != TrackKind::core)
            continue;
        const CoreTime time = coreTime(trace, snapshot, track, fromNs, toNs);
        sum.othersNs += time.foreignNs + time.stolenNs;
        sum.allNs += time.ownNs + time.otherNs + time.stolenNs + time.idleNs;
        sum.exact |= trace.lane(track).operations[0].size() > 0;
    }
    return sum;
}

std::int64_t takenNs(const Trace& trace, const Snapshot& snapshot, std::int64_t fromNs, std::int64_t toNs)
{
    std::int64_t readyNs = 0;
    for (std::size_t t = 0; t < trace.lanes(); ++t) {
        const auto track = static_cast<TrackId>(t);
        if (trace.catalogue().track(track).kind != TrackKind::core)
            readyNs +=
                timeInStates(trace, snapshot, track, fromNs, toNs)[static_cast<std::size_t>(State::ready)];
    }
    return std::min(readyNs, othersTime(trace, snapshot, fromNs, toNs).othersNs);
}

} // namespace threadscape
