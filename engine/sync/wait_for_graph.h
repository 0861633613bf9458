#pragma once

#include "record/event.h"

#include <optional>
#include <vector>

namespace threadscape {

class Runtime;

/// One edge of the wait-for graph: `waiter` waits for a lock that `holder` holds.
struct WaitForEdge {
    TrackId waiter = kNoTrack;
    ObjectId lock = kNoObject;
    TrackId holder = kNoTrack;
    bool holderEnded = false; ///< the holder's thread has ended: it will never release the lock

    friend bool operator==(const WaitForEdge&, const WaitForEdge&) = default;
};

/// Why the run is blocked.
struct Standstill {
    enum class Kind : std::uint8_t {
        deadlock, ///< some wait for each other in a cycle: `edges` in its order, each one's holder the next one's waiter
        selfWait, ///< one waits for a lock that it holds itself, the only edge; the others may continue
        stall,    ///< all wait indefinitely, and there is no cycle: `edges` are the waits for locks
    };
    Kind kind = Kind::deadlock;
    std::vector<WaitForEdge> edges;
    std::size_t waiting =
        0;           ///< actors that can never continue by themselves; an idle main thread is not counted
    Ticks since = 0; ///< when the last of its waits began
};

/// Checks whether the run's actors are blocked now; nullopt when they are not, or when this check cannot tell. The result held
/// at one moment between two readings: every wait and hold in it lasted from the first to the second. Only a wait without a
/// time-out, for a Lock, RLock, ReadWriteLock or Gil that only its holders may release, is an edge, one to each holder. A
/// semaphore's permit and a notify can come from any thread, so they form no cycle. A deadlock is found before a selfWait, and
/// that before a stall. A main thread that is idle waits for a changed setting or for the others: it wakes nobody by itself.
/// Threads: any. Cost: about 50 ns per actor.
std::optional<Standstill> findStandstill(const Runtime& runtime);

} // namespace threadscape
