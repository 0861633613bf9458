#include "view/lane_end.h"

namespace threadscape {

namespace {

constexpr std::int32_t kKilled = -9;

} // namespace

std::optional<LaneEnd> badEnd(const Trace& trace, const Snapshot& snapshot, TrackId track)
{
    if (track >= std::min(trace.lanes(), trace.catalogue().tracks()))
        return std::nullopt;
    const std::int32_t code = trace.catalogue().track(track).exitCode.load(std::memory_order_relaxed);
    if (code == 0 || code == TrackInfo::kNoExitCode)
        return std::nullopt;
    // Its last events may still be on their way when the system has told of its end.
    const LaneView lane(trace, snapshot, track);
    const bool ended = trace.lane(track).endNs.load(std::memory_order_acquire) != Lane::kNotYet;
    if (!lane.begun() || (!ended && !snapshot.finished))
        return std::nullopt;
    return LaneEnd{track, lane.life().toNs, code, lane.life().lengthNs()};
}

Text endWords(const LaneEnd& end)
{
    const std::int64_t code = end.code;
    if (end.code == kKilled)
        return Text(TS_TEXT("process", "killed (%1)")).arg(code);
    if (end.code < 0)
        return Text(TS_TEXT("process", "ended by signal %1")).arg(-code);
    return Text(TS_TEXT("process", "exit code %1")).arg(code);
}

Text endSentence(const Catalogue& catalogue, const LaneEnd& end)
{
    const std::int64_t code = end.code;
    const NameArg who{catalogue.trackName(end.track)};
    const DurationArg after{end.livedNs};
    if (end.code == kKilled)
        return Text(TS_TEXT("process", "%1 was killed after %2: exit code %3")).arg(who).arg(after).arg(code);
    if (end.code < 0)
        return Text(TS_TEXT("process", "%1 was ended by signal %4 after %2: exit code %3"))
            .arg(who)
            .arg(after)
            .arg(code)
            .arg(-code);
    return Text(TS_TEXT("process", "%1 ended after %2 with exit code %3")).arg(who).arg(after).arg(code);
}

} // namespace threadscape
