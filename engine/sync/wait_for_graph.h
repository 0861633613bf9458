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
    bool holderEnded = false; ///< the holder's thread is over: it will never release the lock

    friend bool operator==(const WaitForEdge&, const WaitForEdge&) = default;
};

/// Why nothing moves.
struct Standstill {
    enum class Kind : std::uint8_t {
        deadlock, ///< some wait for each other in a circle: `edges` in its order, each one's holder the next one's waiter
        stall, ///< all wait, for good, and there is no circle: `edges` are the waits for locks
    };
    Kind kind = Kind::deadlock;
    std::vector<WaitForEdge> edges;
    std::size_t waiting = 0; ///< actors that can never go on by themselves
    Ticks since = 0;         ///< when the last of the waits began that make it up
};

/// Looks whether the run's actors stand still now; nothing when they do not, or when that cannot be told at this look.
/// What it finds was so at one moment between two readings: every wait and hold of it went on from the first to the second.
/// Only a wait without a time-out, for a Lock, RLock, ReadWriteLock or Gil that its holders alone may release, is an edge, one to each holder. A semaphore's permit
/// can come from anybody and a notify too, so they make no circle. A deadlock is found before a stall.
/// Threads: any. Cost: about 50 ns an actor.
std::optional<Standstill> findStandstill(const Runtime& runtime);

} // namespace threadscape
