#pragma once

#include "record/event.h"

namespace threadscape {

class Actor;

/// What of an actor can be seen from outside, one kind for each thing that others may notice.
enum class VisibleOperation : std::uint8_t {
    lock,   ///< a lock, or a semaphore's permit
    unlock, ///< the same let go
    wait,   ///< for a condition, a barrier, a result, a pipe
    notify,
    read,
    write,
    put,
    get, ///< an item of a queue, a pool's next task
    submit,
    cancel,
    start, ///< a thread, a process
    join,
    sleep,
    checkpoint, ///< in a calculation
    await,      ///< of a task of an event loop
    resume      ///< it goes on
};
inline constexpr int kVisibleOperations = 16;

/// Is told of every visible operation of a run before it acts: a log, or a scheduler that decides who goes next.
class SeamObserver {
public:
    /// `actor`, on its own thread, is about to act on `object` (kNoObject: nothing that others share), for the line `label` of a
    /// listing (0: none). It may keep the actor there. Threads: any actor's.
    virtual void about(Actor& actor, VisibleOperation operation, ObjectId object, Label label) noexcept = 0;

protected:
    ~SeamObserver() = default;
};

} // namespace threadscape
