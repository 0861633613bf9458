#pragma once

#include "trace/trace.h"

#include <optional>
#include <vector>

namespace threadscape {

/// Who holds which lock, and who waits for which, at one moment: the wait-for graph, with its locks as nodes.
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
        bool inCircle = false; ///< a thread of the circle holds it, and one of it waits for it
    };
    std::vector<Thread> threads;
    std::vector<Lock> locks;
};

/// The graph of these tracks and of all Locks and RLocks, in the order of their ids, at `ns`.
/// Threads: under a Trace::Reader. Cost: tracks and locks.
WaitGraph waitGraphAt(const Trace& trace, const Snapshot& snapshot, const std::vector<TrackId>& tracks,
                      std::int64_t ns);

/// The last moment that tells something: now while the run goes on; of a run that was stopped, just before the first of its
/// waits was ended by that. Threads: under a Trace::Reader.
std::int64_t lastMoment(const Trace& trace, const Snapshot& snapshot, const std::vector<TrackId>& tracks);

} // namespace threadscape
