#pragma once

#include "exec/worker_task.h"

#include <cstdint>

namespace threadscape {

/// What a member of a ProcessTeam does: the jobs of one lap after the other, until its line is closed. Handed: its line, and the
/// number that all members share.
extern const WorkerTask kTeamWorkerTask;

/// What stands before the name of a job and its arguments on the line to a member of a ProcessTeam.
struct TeamRequest {
    std::uint16_t jobBytes = 0; ///< so long is the name
};

/// What stands before what the job returned. The first one of a member, before any request, says that it stands ready.
struct TeamReply {
    std::int64_t fromNs = 0; ///< of the monotonic clock
    std::int64_t toNs = 0;
    std::int64_t userNs = 0; ///< CPU time in between
    std::int64_t systemNs = 0;
    std::uint8_t failed = 0; ///< what follows are the words of what the job threw
    std::uint8_t unused[7] = {};
};

} // namespace threadscape
