#pragma once

#include "trace/trace.h"

#include <optional>
#include <vector>

namespace threadscape {

/// The wait-for graph at one moment, with locks as nodes: which thread holds and waits for which lock.
struct WaitGraph {
    struct Thread {
        TrackId track = kNoTrack;
        ObjectId wants = kNoObject; ///< the lock that it waits for
        bool running = false;       ///< neither waiting nor asleep
        bool ended = false;         ///< before that moment
        bool inCircle = false;
    };
    struct Lock {
        ObjectId lock = kNoObject;
        TrackId holder = kNoTrack;
        bool inCircle = false; ///< one thread of the cycle holds it, and another waits for it
    };
    std::vector<Thread> threads;
    std::vector<Lock> locks;
};

/// The graph of these tracks and of all Locks and RLocks, in the order of their ids, at `ns`.
/// Threads: under a Trace::Reader. Cost: tracks and locks.
WaitGraph waitGraphAt(const Trace& trace, const Snapshot& snapshot, const std::vector<TrackId>& tracks,
                      std::int64_t ns);

/// The last informative moment: now while the run is active; of a stopped run, just before the stop ended the first of
/// its waits. Threads: under a Trace::Reader.
std::int64_t lastMoment(const Trace& trace, const Snapshot& snapshot, const std::vector<TrackId>& tracks);

} // namespace threadscape
