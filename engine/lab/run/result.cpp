#include "lab/run/result.h"

#include "analysis/summary.h"

namespace threadscape {

std::vector<LockSummary> summariseLocks(const Trace& trace)
{
    const auto seconds = [](auto ns) { return static_cast<double>(ns) / 1e9; };
    const Catalogue& catalogue = trace.catalogue();
    const std::shared_ptr<const Snapshot> snapshot = trace.snapshot();
    std::vector<LockSummary> locks;
    for (std::size_t i = 0; i < catalogue.objects(); ++i) {
        const ObjectInfo& object = catalogue.object(static_cast<ObjectId>(i));
        if (!isHeld(object.kind))
            continue;
        LockSummary& lock = locks.emplace_back();
        lock.name = object.name;
        lock.kind = objectKindName(object.kind);
        if (i >= trace.objects())
            continue; // never taken
        const LockTotals& totals = *trace.object(static_cast<ObjectId>(i)).totals;
        const SpanTotals held = openHolds(trace, *snapshot, static_cast<ObjectId>(i));
        lock.acquisitions = totals.holds().total() + static_cast<std::uint64_t>(held.count);
        lock.contended = totals.waits().total();
        lock.waitTotalS = seconds(totals.waitNs());
        if (lock.contended > 0)
            lock.waitMeanS = seconds(totals.servedNs()) / static_cast<double>(lock.contended);
        lock.waitMaxS = seconds(totals.longestWaitNs());
        // A histogram bin ends up to 6 % above its values: never report more than the longest.
        lock.waitP99S = std::min(seconds(totals.waits().quantile(0.99)), lock.waitMaxS);
        lock.holdTotalS = seconds(totals.holdNs() + held.totalNs);
    }
    return locks;
}

namespace {

// A core's use by other processes is not a state of a thread of the run.
void addCore(TrackSummary& track, const CoreTime& core)
{
    track.core = core;
    const auto set = [&](State state, std::int64_t ns) {
        track.stateS[static_cast<std::size_t>(state)] = static_cast<double>(ns) / 1e9;
    };
    set(State::running, core.ownNs);
    set(State::idle, core.idleNs);
    set(State::unknown, core.otherNs + core.stolenNs);
}

} // namespace

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
        track.cpuS = static_cast<double>(info.cpuNs.load(std::memory_order_relaxed)) / 1e9;
        if (const std::int32_t code = info.exitCode.load(std::memory_order_relaxed);
            code != TrackInfo::kNoExitCode)
            track.exitCode = code;
        const StateTimes times = timeInStates(trace, *snapshot, id, 0, INT64_MAX);
        for (std::size_t s = 0; s < times.size(); ++s)
            track.stateS[s] = static_cast<double>(times[s]) / 1e9;
        track.switchesForced = SwitchCounts::known(info.switches.forced);
        track.switchesVoluntary = SwitchCounts::known(info.switches.voluntary);
        track.migrations = SwitchCounts::known(info.switches.migrations);
        if (const auto ns = SwitchCounts::known(info.systemReadyNs))
            track.systemReadyS = static_cast<double>(*ns) / 1e9;
        if (info.kind == TrackKind::core)
            addCore(track, coreTime(trace, *snapshot, id, 0, INT64_MAX));
        tracks.push_back(std::move(track));
    }
    return tracks;
}

} // namespace threadscape
