#pragma once

#include "analysis/core_time.h"
#include "analysis/summary.h"
#include "stats/histogram.h"
#include "trace/trace.h"
#include "view/axis/time_axis.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace threadscape {

/// One lock in the table of locks.
struct LockRow {
    ObjectId lock = kNoObject;
    std::string name;
    const char* kind = "";
    std::uint64_t acquisitions = 0;
    std::uint64_t contended = 0; ///< acquisitions that had to wait
    double waitMeanNs = 0;       ///< of those
    double waitP99Ns = 0;
    double waitMaxNs = 0;
    double holdTotalNs = 0;
    double utilisation = 0; ///< fraction of the time in which it was held
    Histogram waits;        ///< ns
    Histogram holds;        ///< ns
};

/// One thread, process or task in the table of threads.
struct ThreadRow {
    TrackId track = kNoTrack;
    std::string name;
    TrackKind kind = TrackKind::thread;
    std::int32_t osId = 0;
    bool daemon = false;
    bool alive = false;
    std::optional<std::int32_t> exitCode; ///< ended processes; after a signal its negative number
    std::int64_t cpuNs = 0;               ///< of its lifetime
    StateTimes times{};                   ///< within the interval
};

/// One core in the table of cores.
struct CoreRow {
    TrackId track = kNoTrack;
    std::string name;
    CoreTime time; ///< within the interval
};

/// All locks. Without `stretch`, of the whole run and exact; with one, from the retained spans that overlap it. Threads:
/// any; acquires a Trace::Reader. Cost: with a stretch, the spans in it.
std::vector<LockRow> lockRows(const Trace& trace, const Snapshot& snapshot,
                              const std::optional<TimeWindow>& stretch);

/// All tracks except cores. Threads: any; acquires a Trace::Reader.
std::vector<ThreadRow> threadRows(const Trace& trace, const Snapshot& snapshot,
                                  const std::optional<TimeWindow>& stretch);

/// The use of each core's time. Threads: any; acquires a Trace::Reader. Cost: the slices in the interval.
std::vector<CoreRow> coreTableRows(const Trace& trace, const Snapshot& snapshot,
                                   const std::optional<TimeWindow>& stretch);

} // namespace threadscape
