#pragma once

#include "os/core_times.h"
#include "os/scheduler_source.h"
#include "trace/trace_writer.h"

#include <deque>
#include <functional>
#include <optional>
#include <unordered_map>

namespace threadscape {

/// Builds the cores' lanes: which threads ran there, and the use of the rest (see CoreShares). All times in ns of the run.
/// Threads: ingest.
class CoreLanes {
public:
    /// Adds a track for each core that this process may use. `now`: the system's counts for them so far.
    CoreLanes(Trace& trace, SchedulerSource::Kind source, std::map<int, CoreTimes> now);

    void takeOn(int core, std::int32_t osId, std::int64_t atNs);
    void takeOff(int core, std::int32_t osId, std::int64_t atNs);
    /// Without scheduling records: CPU time used by the run's threads.
    void takeUsed(std::int64_t cpuNs) noexcept { m_usedNs += cpuNs; }

    /// The track of the thread with that number, kNoTrack when it is not the run's.
    using TrackOf = std::function<TrackId(std::int32_t osId)>;
    /// Appends to the lanes up to `untilNs`; `last`: nothing follows.
    void settle(std::int64_t untilNs, bool last, const TrackOf& trackOf);

    /// The thread on each core at the snapshot's now.
    void showOpen(Snapshot& snapshot) const;

private:
    struct Slice {
        std::int64_t fromNs = 0;
        std::int64_t toNs = 0;
        std::int32_t osId = 0;
    };
    struct Core {
        TrackId track = kNoTrack;
        CoreTimes counted; // the system's counts at the start of the run
        CoreTimes shown;   // of its later counts, the part shown
        std::optional<Slice> now;
        std::deque<Slice> slices;  // ended, and not yet in the lane
        std::optional<Slice> open; // the first that is not in the lane
        TrackId openBy = kNoTrack;
        std::deque<Slice> latest; // of the unsettled interval, already in the lane
    };

    Core* find(int core) noexcept;
    ObjectId nameOf(TrackId by);
    /// When the slice's thread ended; INT64_MAX: not yet, or it is none of the run's.
    std::int64_t endOf(const Slice& slice, const TrackOf& trackOf);
    void settleSlices(std::int64_t untilNs, const TrackOf& trackOf);
    void settleInterval(std::int64_t untilNs, const std::map<int, CoreTimes>& counts);
    void settleGaps(Core& core, std::int64_t untilNs, const CoreTimes& counted, std::int64_t usedNs);
    void end(std::int64_t atNs);

    TraceWriter m_trace;
    SchedulerSource::Kind m_source;
    std::map<int, Core> m_cores;
    std::unordered_map<TrackId, ObjectId> m_names; // texts
    std::int64_t m_intervalFromNs = 0;
    std::int64_t m_usedNs = 0; // in the interval
};

} // namespace threadscape
