#pragma once

#include "trace/trace.h"

#include <optional>
#include <vector>

namespace threadscape {

/// One task of a pool.
struct TaskRow {
    ObjectId pool = kNoObject;
    std::uint32_t number = 0; ///< in its pool, from 1
    TaskRecord task;          ///< as of the shown moment

    /// Time in the queue, so far if still there; nullopt if its start is not known.
    std::optional<std::int64_t> waitedNs(std::int64_t nowNs) const noexcept;
    /// Time on its worker; nullopt if it did not begin.
    std::optional<std::int64_t> ranNs(std::int64_t nowNs) const noexcept;
};

/// Whether any pool of the trace has a task. Threads: any. Cost: the number of objects.
bool hasTasks(const Trace& trace);

/// All tasks, by pool and number. Threads: any. Cost: their number.
std::vector<TaskRow> taskRows(const Trace& trace, const Snapshot& snapshot);

/// The task that `track` began at `startNs`: the one of that box. Threads: any.
std::optional<TaskRow> taskBegunAt(const Trace& trace, const Snapshot& snapshot, TrackId track,
                                   std::int64_t startNs);

} // namespace threadscape
