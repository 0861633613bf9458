#include "view/lanes/lane_end.h"

namespace threadscape {

std::optional<LaneEnd> badEnd(const Trace& trace, const Snapshot& snapshot, TrackId track)
{
    if (track >= std::min(trace.lanes(), trace.catalogue().tracks()))
        return std::nullopt;
    const std::int32_t code = trace.catalogue().track(track).exitCode.load(std::memory_order_relaxed);
    if (code == 0 || code == TrackInfo::kNoExitCode)
        return std::nullopt;
    // Its last events may still be in transit when the system has reported its end.
    const LaneView lane(trace, snapshot, track);
    const bool ended = trace.lane(track).endNs.load(std::memory_order_acquire) != Lane::kNotYet;
    if (!lane.begun() || (!ended && !snapshot.finished))
        return std::nullopt;
    return LaneEnd{track, lane.life().toNs, code, lane.life().lengthNs()};
}

} // namespace threadscape
