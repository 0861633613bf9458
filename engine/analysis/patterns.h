#pragma once

#include "base/text.h"
#include "trace/trace.h"

#include <vector>

namespace threadscape {

/// What goes wrong with a thread's time again and again, by the field's own names.
enum class Pattern : std::uint8_t {
    convoy, ///< nearly every turn at a lock had to queue, behind others who queue, for far longer than it is held
    starvation,       ///< it got far less done than its like, because it waited
    oversubscription, ///< more threads wanted to run than there are cores
    uselessWakeUps,   ///< woken on a condition, it went back to wait, again and again
    onlyWaits,        ///< it did nothing but wait
};

/// One pattern on one lane.
struct PatternOnLane {
    Pattern pattern = Pattern::onlyWaits;
    TrackId track = kNoTrack;
    ObjectId object = kNoObject; ///< the lock or condition it is about, if one
    Template name;               ///< "starved"
    Text sentence;               ///< with its numbers
};

/// The patterns of a run so far, in the order of the tracks, the gravest first, each at most once a lane; none on a lane that lived for less
/// than 20 ms or on the main thread. The limits are:
/// convoy: of 20 turns at a Lock or RLock or more, 4 of 5 had to queue, for 3 times as long as it is held on average, and it
/// waited there for a quarter of its life, while more than one other queued, on average;
/// starvation: of 3 lanes or more of a group, half got 6 operations done or more, this one a third of that or less, and it
/// waited for half of its life; oversubscription: while it lived, half as many again wanted to run as there are
/// `cores`, on average, and it was one of them for half of its life; useless wake-ups: 5 or more, and half of all; only waits: 98 % of
/// its life, waiting or idle, not asleep, and no operation done, nothing read, written, or said to others.
/// Each is judged by the last 20,000 spans of a lane, where one has more. `cores` 0: not known.
/// Threads: any; takes a Trace::Reader. Cost: those spans.
std::vector<PatternOnLane> findPatterns(const Trace& trace, const Snapshot& snapshot, int cores);

} // namespace threadscape
