#pragma once

#include "trace/trace.h"

#include <cstdint>
#include <optional>

namespace threadscape {

/// What the system says of the cores in a stretch of a run, in ns of all cores together.
struct OthersTime {
    std::int64_t othersNs = 0; ///< other programs had them, or other virtual machines
    std::int64_t allNs = 0;    ///< observed
    /// Whether the switches of each thread are known. Else what this program does beside the run counts as others'.
    bool exact = false;

    /// nullopt: not observed.
    std::optional<double> share() const noexcept
    {
        return allNs > 0 ? std::optional(static_cast<double>(othersNs) / static_cast<double>(allNs))
                         : std::nullopt;
    }
};

/// Between two moments of a run. Threads: any, under a Trace::Reader. Cost: the spans of the cores' lanes in the stretch.
OthersTime othersTime(const Trace& trace, const Snapshot& snapshot, std::int64_t fromNs, std::int64_t toNs);

/// How long others can have delayed the run's threads in the stretch at most, in ns: no longer than they had cores, and no longer
/// than threads of the run were ready without one. Threads and cost: the same.
std::int64_t takenNs(const Trace& trace, const Snapshot& snapshot, std::int64_t fromNs, std::int64_t toNs);

} // namespace threadscape
