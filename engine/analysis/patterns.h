#pragma once

#include "base/text.h"
#include "trace/trace.h"

#include <vector>

namespace threadscape {

/// Recurring problems with a thread's time, by their established names.
enum class Pattern : std::uint8_t {
    convoy, ///< nearly every acquisition of a lock had to queue, behind other waiters, for far longer than it is held
    starvation, ///< it did far fewer operations than the rest of its group in as long a time, because it waited
    oversubscription, ///< more threads wanted to run than there are cores
    uselessWakeUps,   ///< woken on a condition, it repeatedly went back to wait
    onlyWaits,        ///< it only waited
};

/// One pattern on one lane.
struct PatternOnLane {
    Pattern pattern = Pattern::onlyWaits;
    TrackId track = kNoTrack;
    ObjectId object = kNoObject; ///< the lock or condition it is about, if one
    Template name;               ///< "starved"
    Text sentence;               ///< with its numbers
};

/// The patterns of a run so far, in the order of the tracks, the most severe first, each at most once per lane; none on a lane
/// that lived for less than 20 ms or on the main thread. The limits are:
/// convoy: of 20 turns or more at a Lock, an RLock or a semaphore with one permit in use, 4 of 5 had to queue, for 3 times as
/// long as it is held on average, and it waited there for a quarter of its life, with more than one other in the queue, on
/// average; beside a lane of which this is so, 10 turns are enough;
/// starvation: of 3 lanes or more of a group, half did 6 operations or more in as long a time as this one lived, this one a
/// third of that or less, and it waited for half of its life;
/// oversubscription: during its life, 1.5 x `cores` threads wanted to run, on average, and it was one of them for half of its
/// life;
/// useless wake-ups: 5 or more, and half of all;
/// only waits: 98 % of its life, waiting or idle, not asleep, and no operation done, nothing written, or sent to others.
/// Each is judged by the last 20,000 spans of a lane, where one has more. `cores` 0: not known.
/// Threads: any; takes a Trace::Reader. Cost: those spans.
std::vector<PatternOnLane> findPatterns(const Trace& trace, const Snapshot& snapshot, int cores);

} // namespace threadscape
