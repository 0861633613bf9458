#pragma once

#include "record/event.h"

namespace threadscape {

class Actor;

/// The kinds of an actor's operations that are observable from outside.
enum class VisibleOperation : std::uint8_t {
    lock,   ///< a lock, or a semaphore's permit
    unlock, ///< their release
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
    resume      ///< it continues
};
inline constexpr int kVisibleOperations = 16;

/// Is notified of every visible operation of a run before it happens: a log, or a scheduler that decides which thread runs
/// next.
class SeamObserver {
public:
    /// `actor`, on its own thread, is about to act on `object` (kNoObject: nothing shared), for the line `label` of a listing
    /// (0: none). It may block the actor. Threads: any actor's.
    virtual void about(Actor& actor, VisibleOperation operation, ObjectId object, Label label) noexcept = 0;

protected:
    ~SeamObserver() = default;
};

} // namespace threadscape
