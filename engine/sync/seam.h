#pragma once

#include "sync/actor.h"
#include "sync/stopped.h"

namespace threadscape {

// The one seam. Every visible operation of an experiment passes exactly one of the two functions below, once, before it acts:
// it announces the operation and its object. Stop is honoured here, and a SeamObserver is notified here, or schedules threads,
// without a change to any primitive or experiment.

/// Before an operation that may block: honours a stop. `object`: kNoObject if not shared.
/// Threads: an actor's. Throws Stopped.
inline Actor& interruptible(VisibleOperation operation, ObjectId object)
{
    Actor& actor = Actor::current();
    actor.beginOperation();
    if (actor.attention()) [[unlikely]] {
        actor.tellObserver(operation, object);
        actor.honourStop();
    }
    return actor;
}

/// Before an operation that never blocks: a stop is deferred. Threads: an actor's.
inline Actor& uninterruptible(VisibleOperation operation, ObjectId object) noexcept
{
    Actor& actor = Actor::current();
    actor.beginOperation();
    if (actor.observed()) [[unlikely]]
        actor.tellObserver(operation, object);
    return actor;
}

/// For long calculations: gives stop a chance. At most 100 us of work between two. Returns the calling actor.
inline Actor& checkpoint()
{
    Actor& actor = Actor::current();
    if (actor.attention()) [[unlikely]] {
        actor.tellObserver(VisibleOperation::checkpoint, kNoObject);
        actor.honourStop();
    }
    return actor;
}

} // namespace threadscape
