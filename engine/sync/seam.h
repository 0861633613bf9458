#pragma once

#include "sync/actor.h"
#include "sync/stopped.h"

namespace threadscape {

/// The kinds of operation that can be seen from outside a thread.
enum class VisibleOperation : std::uint8_t {
    lock,
    wait,
    notify,
    read,
    write,
    put,
    get,
    submit,
    cancel,
    start,
    join,
    sleep,
    checkpoint,
    await, ///< of a task of an event loop
    resume ///< it goes on
};

// The one seam. Every visible operation of an experiment passes one of the two functions below before it acts (and none
// before a release): here stop is honoured, and here a scheduler that decides who goes next can stand, without a
// change to any primitive or experiment.

/// Before an operation that may block, and at checkpoints: honours a stop.
/// Threads: an actor's. Throws Stopped.
inline Actor& interruptible(VisibleOperation /*operation*/)
{
    Actor& actor = Actor::current();
    if (actor.attention()) [[unlikely]]
        actor.honourStop();
    return actor;
}

/// Before an operation that never blocks: a stop waits. Threads: an actor's.
inline Actor& uninterruptible(VisibleOperation /*operation*/) noexcept
{
    return Actor::current();
}

/// For long calculations: gives stop a chance. At most 100 us of work between two.
inline void checkpoint()
{
    interruptible(VisibleOperation::checkpoint);
}

} // namespace threadscape
