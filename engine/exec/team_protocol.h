#pragma once

#include <cstdint>

namespace threadscape {

/// What stands before a job's arguments on the line to a member of a ProcessTeam.
struct TeamRequest {
    std::uint16_t job = 0;
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
