#pragma once

#include "exec/worker_task.h"

#include <cstdint>

namespace threadscape {

/// The task of a member of a ProcessTeam: the jobs of successive laps, until its line is closed. Handed: its line, and the
/// number that all members share.
extern const WorkerTask kTeamWorkerTask;

/// The header before a job's name and arguments on the line to a member of a ProcessTeam.
struct TeamRequest {
    std::uint16_t jobBytes = 0; ///< the length of the name
};

/// The header before a job's result. A member's first one, before any request, reports that it is ready.
struct TeamReply {
    std::int64_t fromNs = 0; ///< of the monotonic clock
    std::int64_t toNs = 0;
    std::int64_t userNs = 0; ///< CPU time in between
    std::int64_t systemNs = 0;
    std::uint8_t failed = 0; ///< the rest is the message of the job's exception
    std::uint8_t unused[7] = {};
};

} // namespace threadscape
