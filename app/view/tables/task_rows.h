#pragma once

#include "trace/trace.h"

#include <optional>
#include <vector>

namespace threadscape {

/// One task of a pool.
struct TaskRow {
    ObjectId pool = kNoObject;
    std::uint32_t number = 0; ///< in its pool, from 1
    TaskRecord task;          ///< as it was at the moment that is shown

    /// In the queue, so far for one that is still there; nothing when it is not known since when.
    std::optional<std::int64_t> waitedNs(std::int64_t nowNs) const noexcept;
    /// On its worker; nothing when it did not begin.
    std::optional<std::int64_t> ranNs(std::int64_t nowNs) const noexcept;
};

/// Whether a pool of the trace was given a task. Threads: any. Cost: the number of objects.
bool hasTasks(const Trace& trace);

/// All tasks, by pool and number. Threads: any. Cost: their number.
std::vector<TaskRow> taskRows(const Trace& trace, const Snapshot& snapshot);

/// The task that `track` began at `startNs`: whose box it is. Threads: any.
std::optional<TaskRow> taskBegunAt(const Trace& trace, const Snapshot& snapshot, TrackId track,
                                   std::int64_t startNs);

} // namespace threadscape
