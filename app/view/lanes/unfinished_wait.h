#pragma once

#include "view/lanes/lane_view.h"

#include <optional>

namespace threadscape {

/// A wait that the end of the run found going on: what was waited for never came.
struct UnfinishedWait {
    std::int64_t sinceNs = 0; ///< of the wait; on a condition, of the operation that it belongs to
    std::int64_t untilNs = 0;
    State state = State::unknown;
    ObjectId object = kNoObject;        ///< what was waited for
    std::optional<std::int32_t> number; ///< on a condition: the operation's, what was wanted
};

/// The lane's last wait, if nothing but the stop ended it. Sleep and idleness are no waits in this sense.
/// Threads: under a Trace::Reader.
std::optional<UnfinishedWait> unfinishedWait(const LaneView& lane);

/// The lane's last wait of those that have ended, if the stop ended it. Threads: under a Trace::Reader.
std::optional<Span> stoppedWait(const LaneView& lane);

} // namespace threadscape
