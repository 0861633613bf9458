#pragma once

#include "view/lanes/lane_view.h"

#include <optional>

namespace threadscape {

/// A wait that was unfinished when the run ended: what was waited for never happened.
struct UnfinishedWait {
    std::int64_t sinceNs = 0; ///< start of the wait; on a condition, of its operation
    std::int64_t untilNs = 0;
    State state = State::unknown;
    ObjectId object = kNoObject;        ///< what was waited for
    std::optional<std::int32_t> number; ///< on a condition: the operation's, the requested amount
};

/// The lane's last wait, if only the stop ended it. Excludes sleeping and idle.
/// Threads: under a Trace::Reader.
std::optional<UnfinishedWait> unfinishedWait(const LaneView& lane);

/// The lane's last ended wait, if the stop ended it. Threads: under a Trace::Reader.
std::optional<Span> stoppedWait(const LaneView& lane);

} // namespace threadscape
