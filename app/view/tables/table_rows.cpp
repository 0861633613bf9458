#include "view/tables/table_rows.h"

#include "view/lanes/lane_rows.h"

#include <algorithm>

namespace threadscape {

namespace {

void addWholeRun(LockRow& row, const Trace& trace, const Snapshot& snapshot)
{
    const LockTotals& totals = *trace.object(row.lock).totals;
    const SpanTotals open = openHolds(trace, snapshot, row.lock);
    row.waits = totals.waits();
    row.holds = totals.holds();
    row.contended = row.waits.total();
    row.acquisitions = row.holds.total() + static_cast<std::uint64_t>(open.count);
    if (row.contended > 0)
        row.waitMeanNs = static_cast<double>(totals.servedNs()) / static_cast<double>(row.contended);
    row.waitMaxNs = static_cast<double>(totals.longestWaitNs());
    row.holdTotalNs = static_cast<double>(totals.holdNs() + open.totalNs);
}

void addStretch(LockRow& row, const Trace& trace, const Snapshot& snapshot, TimeWindow stretch)
{
    double waitedNs = 0;
    for (std::size_t t = 0; t < trace.lanes(); ++t) {
        const Lane& lane = trace.lane(static_cast<TrackId>(t));
        const std::size_t waits = lane.waits.size();
        for (std::size_t i = lane.waits.firstEndingAfter(stretch.fromNs, waits); i < waits; ++i) {
            const Span& wait = lane.waits[i];
            if (wait.startNs >= stretch.toNs)
                break;
            if (wait.object != row.lock || !awaitsHeld(static_cast<State>(wait.state)) ||
                waitEndOf(wait.detail) != WaitEnd::served)
                continue;
            const std::int64_t ns = wait.endNs - wait.startNs;
            row.waits.add(static_cast<std::uint64_t>(ns));
            waitedNs += static_cast<double>(ns);
            row.waitMaxNs = std::max(row.waitMaxNs, static_cast<double>(ns));
        }
        for (const auto& channel : lane.holds) {
            const std::size_t holds = channel.size();
            for (std::size_t i = channel.firstEndingAfter(stretch.fromNs, holds); i < holds; ++i) {
                if (channel[i].startNs >= stretch.toNs)
                    break;
                if (channel[i].object == row.lock)
                    row.holds.add(static_cast<std::uint64_t>(channel[i].endNs - channel[i].startNs));
            }
        }
    }
    row.contended = row.waits.total();
    if (row.contended > 0)
        row.waitMeanNs = waitedNs / static_cast<double>(row.contended);
    const SpanTotals held = holds(trace, snapshot, row.lock, stretch.fromNs, stretch.toNs);
    row.acquisitions = held.count;
    row.holdTotalNs = static_cast<double>(held.totalNs);
}

} // namespace

std::vector<LockRow> lockRows(const Trace& trace, const Snapshot& snapshot,
                              const std::optional<TimeWindow>& stretch)
{
    const Trace::Reader reader = trace.reader();
    const Catalogue& catalogue = trace.catalogue();
    std::vector<LockRow> rows;
    for (std::size_t o = 0; o < std::min(catalogue.objects(), trace.objects()); ++o) {
        const ObjectInfo& object = catalogue.object(static_cast<ObjectId>(o));
        if (!isHeld(object.kind))
            continue;
        LockRow& row = rows.emplace_back();
        row.lock = static_cast<ObjectId>(o);
        row.name = object.name;
        row.kind = objectKindName(object.kind);
        if (stretch)
            addStretch(row, trace, snapshot, *stretch);
        else
            addWholeRun(row, trace, snapshot);
        // A class of the histogram extends slightly above its values: clamp to the maximum.
        row.waitP99Ns = std::min(static_cast<double>(row.waits.quantile(0.99)), row.waitMaxNs);
        const std::int64_t length = stretch ? stretch->lengthNs() : snapshot.nowNs;
        if (length > 0)
            row.utilisation = std::min(1.0, row.holdTotalNs / static_cast<double>(length));
    }
    return rows;
}

std::vector<ThreadRow> threadRows(const Trace& trace, const Snapshot& snapshot,
                                  const std::optional<TimeWindow>& stretch)
{
    const Trace::Reader reader = trace.reader();
    const Catalogue& catalogue = trace.catalogue();
    std::vector<ThreadRow> rows;
    for (std::size_t t = 0; t < catalogue.tracks(); ++t) {
        const TrackInfo& info = catalogue.track(static_cast<TrackId>(t));
        if (info.kind == TrackKind::core)
            continue;
        ThreadRow& row = rows.emplace_back();
        row.track = static_cast<TrackId>(t);
        row.name = info.name;
        row.kind = info.kind;
        row.osId = info.osId.load(std::memory_order_relaxed);
        row.daemon = info.daemon;
        row.alive = info.alive.load(std::memory_order_relaxed);
        if (const std::int32_t code = info.exitCode.load(std::memory_order_relaxed);
            code != TrackInfo::kNoExitCode)
            row.exitCode = code;
        row.cpuNs = info.cpuNs.load(std::memory_order_relaxed);
        row.times = timeInStates(trace, snapshot, row.track, stretch ? stretch->fromNs : 0,
                                 stretch ? stretch->toNs : INT64_MAX);
    }
    return rows;
}

std::vector<CoreRow> coreTableRows(const Trace& trace, const Snapshot& snapshot,
                                   const std::optional<TimeWindow>& stretch)
{
    const Trace::Reader reader = trace.reader();
    std::vector<CoreRow> rows;
    for (const LaneRow& core : coreRows(trace.catalogue()).rows)
        rows.push_back({core.track, core.name,
                        coreTime(trace, snapshot, core.track, stretch ? stretch->fromNs : 0,
                                 stretch ? stretch->toNs : INT64_MAX)});
    return rows;
}

} // namespace threadscape
