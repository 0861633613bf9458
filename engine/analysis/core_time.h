#pragma once

#include "trace/trace.h"

#include <cstdint>

namespace threadscape {

/// The use of a core's time, in ns.
struct CoreTime {
    std::int64_t ownNs = 0;     ///< threads and processes of the run had it
    std::int64_t otherNs = 0;   ///< other processes, and Threadscape's own work beside the run
    std::int64_t stolenNs = 0;  ///< the host gave it to another virtual machine
    std::int64_t idleNs = 0;    ///< no thread wanted it
    std::int64_t foreignNs = 0; ///< the part of `otherNs` that is not known to be Threadscape's own
};

/// Of a core's lane, between `fromNs` and `toNs`; own, other, stolen and idle add up to its known part.
/// Threads: any, under a Trace::Reader. Cost: the spans in the stretch.
CoreTime coreTime(const Trace& trace, const Snapshot& snapshot, TrackId core, std::int64_t fromNs,
                  std::int64_t toNs) noexcept;

} // namespace threadscape
