#pragma once

#include "view/axis/time_axis.h"
#include "view/lanes/hit.h"

#include <optional>
#include <span>
#include <vector>

namespace threadscape {

/// One message between two lanes. Of its ends at least one is known.
struct MessageArrow {
    ObjectId carrier = kNoObject; ///< the pipe, or the queue
    std::uint32_t number = 0;     ///< in its direction, from 1
    Message message;              ///< as it was at the moment that is shown
    TrackId towards = kNoTrack;   ///< not received: who received the one before it
    std::uint8_t way = 0;
    bool over = false; ///< the run is: what was not received never will be

    /// Whether it is the same message, however much is known of it.
    bool is(const MessageArrow& other) const noexcept
    {
        return carrier == other.carrier && way == other.way && number == other.number;
    }
};

/// More than these in one picture are hair, however wide it is.
inline constexpr std::size_t kMostMessages = 200;

/// The messages of `tracks` that are sent, on their way or received within the axis's window: all of them, or none when
/// there are too many to be told apart, each with `roomPx` to itself. What a track sends to itself is left out.
/// Cost: the pixels, whatever the number of messages. Threads: any.
std::vector<MessageArrow> messagesIn(const Trace& trace, const Snapshot& snapshot,
                                     std::span<const TrackId> tracks, const TimeAxis& axis, double roomPx);

/// The message that `track` sent or received nearest to `ns`, not farther away than `withinNs`.
/// Threads: any. Cost: the number of objects.
std::optional<MessageArrow> messageNear(const Trace& trace, const Snapshot& snapshot, TrackId track,
                                        std::int64_t ns, std::int64_t withinNs);

/// The message that a wait was for: the one that was received when it was over. Threads: under a Trace::Reader.
std::optional<MessageArrow> messageThatEnded(const Trace& trace, const Snapshot& snapshot,
                                             const LaneHit& wait);

} // namespace threadscape
