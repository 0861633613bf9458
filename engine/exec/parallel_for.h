#pragma once

#include "exec/team.h"

#include <cstdint>
#include <functional>

namespace threadscape {

/// How the items of a parallel loop are assigned to workers.
enum class LoopSchedule : std::uint8_t {
    fixed,   ///< equal contiguous ranges, assigned in advance: OpenMP's "static"
    dynamic, ///< a free worker takes the next batch
};

struct LoopOptions {
    LoopSchedule schedule = LoopSchedule::fixed;
    std::int64_t batch = 1; ///< dynamic: items taken at a time, at least 1
};

/// The parallel for loop: calls body(k, first, last), k being the worker, for ranges that cover [0, items) once, on the first
/// `jobs` members of the team, and waits for all. A fixed range is [k items/jobs, (k+1) items/jobs).
/// Threads, errors: as Team::run.
Lap parallelFor(Team& team, std::size_t jobs, std::int64_t items, LoopOptions options,
                const std::function<void(std::size_t, std::int64_t, std::int64_t)>& body);

} // namespace threadscape
