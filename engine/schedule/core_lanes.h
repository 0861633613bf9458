#pragma once

#include "os/core_times.h"
#include "os/scheduler_source.h"
#include "trace/trace_writer.h"

#include <deque>
#include <functional>
#include <optional>
#include <unordered_map>

namespace threadscape {

/// Makes the cores' lanes: who ran there, and what became of the rest (see CoreShares). All times in ns of the run.
/// Threads: ingest.
class CoreLanes {
public:
    /// Adds a track for each core that this process may use. `now`: what the system has counted of them so far.
    CoreLanes(Trace& trace, SchedulerSource::Kind source, std::map<int, CoreTimes> now);

    void takeOn(int core, std::int32_t osId, std::int64_t atNs);
    void takeOff(int core, std::int32_t osId, std::int64_t atNs);
    /// Where it is not known who ran where: CPU time that the run's threads used.
    void takeUsed(std::int64_t cpuNs) noexcept { m_usedNs += cpuNs; }

    /// The track of the thread with that number, kNoTrack when it is not the run's.
    using TrackOf = std::function<TrackId(std::int32_t osId)>;
    /// Appends to the lanes what happened up to `untilNs`; nothing follows when it is the `last` time.
    void settle(std::int64_t untilNs, bool last, const TrackOf& trackOf);

    /// Who has each core at the snapshot's now.
    void showOpen(Snapshot& snapshot) const;

private:
    struct Slice {
        std::int64_t fromNs = 0;
        std::int64_t toNs = 0;
        std::int32_t osId = 0;
    };
    struct Core {
        TrackId track = kNoTrack;
        CoreTimes counted; // by the system, when the run began
        CoreTimes shown;   // of what it has counted since
        std::optional<Slice> now;
        std::deque<Slice> slices;  // that have ended, and are not in the lane
        std::optional<Slice> open; // the first that is not in the lane
        TrackId openBy = kNoTrack;
        std::deque<Slice> latest; // of the interval that is not settled, in the lane
    };

    Core* find(int core) noexcept;
    ObjectId nameOf(TrackId by);
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
