#pragma once

#include "view/axis/time_axis.h"
#include "view/lanes/hit.h"

#include <optional>
#include <span>
#include <vector>

namespace threadscape {

/// One message between two lanes. At least one of its ends is known.
struct MessageArrow {
    ObjectId carrier = kNoObject; ///< the pipe, or the queue
    std::uint32_t number = 0;     ///< in its direction, from 1
    Message message;              ///< as of the shown moment
    TrackId towards = kNoTrack;   ///< not received: the receiver of the previous one
    std::uint8_t way = 0;
    bool over = false; ///< the run is finished: what was not received never will be

    /// Whether it is the same message, perhaps at another moment.
    bool is(const MessageArrow& other) const noexcept
    {
        return carrier == other.carrier && way == other.way && number == other.number;
    }
};

/// More than these in one picture are illegible at any width.
inline constexpr std::size_t kMostMessages = 200;

/// The messages of `tracks` that are sent, in transit or received within the axis's window: all of them, or none when
/// there are too many to give each `roomPx`. Excludes what a track sends to itself. Cost: the pixels, whatever the number
/// of messages. Threads: any.
std::vector<MessageArrow> messagesIn(const Trace& trace, const Snapshot& snapshot,
                                     std::span<const TrackId> tracks, const TimeAxis& axis, double roomPx);

/// The message that `track` sent or received nearest to `ns`, at most `withinNs` away.
/// Threads: any. Cost: the number of objects.
std::optional<MessageArrow> messageNear(const Trace& trace, const Snapshot& snapshot, TrackId track,
                                        std::int64_t ns, std::int64_t withinNs);

/// The message that a wait was for: the one received at its end. Threads: under a Trace::Reader.
std::optional<MessageArrow> messageThatEnded(const Trace& trace, const Snapshot& snapshot,
                                             const LaneHit& wait);

} // namespace threadscape
