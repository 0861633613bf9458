#include "lab/result.h"

#include "trace/summary.h"

namespace threadscape {

std::vector<LockSummary> summariseLocks(const Catalogue& catalogue)
{
    const double secondsPerTick = 1e-9 / ticksPerNs();
    const auto seconds = [&](Ticks ticks) { return static_cast<double>(ticks) * secondsPerTick; };
    std::vector<LockSummary> locks;
    for (std::size_t i = 0; i < catalogue.objects(); ++i) {
        const ObjectInfo& object = catalogue.object(static_cast<ObjectId>(i));
        if (!object.totals)
            continue;
        const LockTotals& totals = *object.totals;
        LockSummary lock;
        lock.name = object.name;
        lock.kind = objectKindName(object.kind);
        lock.acquisitions = totals.acquisitions.load(std::memory_order_relaxed);
        lock.contended = totals.contended.load(std::memory_order_relaxed);
        const Ticks waited = totals.waitTicks.load(std::memory_order_relaxed);
        lock.waitTotalS = seconds(waited + totals.abandonedTicks.load(std::memory_order_relaxed));
        if (lock.contended > 0)
            lock.waitMeanS = seconds(waited) / static_cast<double>(lock.contended);
        lock.waitMaxS = seconds(totals.waitMaxTicks.load(std::memory_order_relaxed));
        // A class of the histogram ends up to 6 % above its values: never say more than the longest.
        lock.waitP99S = std::min(seconds(totals.waits.quantile(0.99)), lock.waitMaxS);
        lock.holdTotalS = seconds(totals.holdTicks.load(std::memory_order_relaxed));
        locks.push_back(std::move(lock));
    }
    return locks;
}

std::vector<TrackSummary> summariseTracks(const Trace& trace)
{
    const auto snapshot = trace.snapshot();
    const Trace::Reader reader = trace.reader();
    const Catalogue& catalogue = trace.catalogue();
    std::vector<TrackSummary> tracks;
    for (std::size_t i = 0; i < catalogue.tracks(); ++i) {
        const auto id = static_cast<TrackId>(i);
        const TrackInfo& info = catalogue.track(id);
        TrackSummary track;
        track.name = info.name;
        track.kind = info.kind;
        track.osId = info.osId.load(std::memory_order_relaxed);
        track.daemon = info.daemon;
        track.alive = info.alive.load(std::memory_order_relaxed);
        track.cpuS = static_cast<double>(info.cpuNs.load(std::memory_order_relaxed)) * 1e-9;
        if (const std::int32_t code = info.exitCode.load(std::memory_order_relaxed);
            code != TrackInfo::kNoExitCode)
            track.exitCode = code;
        const StateTimes times = timeInStates(trace, *snapshot, id, 0, INT64_MAX);
        for (std::size_t s = 0; s < times.size(); ++s)
            track.stateS[s] = static_cast<double>(times[s]) * 1e-9;
        tracks.push_back(std::move(track));
    }
    return tracks;
}

} // namespace threadscape
