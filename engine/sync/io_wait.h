#pragma once

#include "os/poll.h"
#include "sync/actor.h"

namespace threadscape {

/// Parks the current actor until `descriptor` is ready: the other back end of parking, beside the futex. Recorded as
/// input/output of `object`. False: timed out at `deadlineNs`.
/// Threads: an actor's. Throws Stopped, and std::system_error when the system has no descriptor left to wake it by.
bool waitUntilReady(int descriptor, Readiness readiness, ObjectId object, std::int64_t deadlineNs = kForever);
inline bool waitUntilReady(const Descriptor& descriptor, Readiness readiness, ObjectId object,
                           std::int64_t deadlineNs = kForever)
{
    return waitUntilReady(descriptor.get(), readiness, object, deadlineNs);
}

/// The same, recorded as `state`: readability of `descriptor` may mean the end of a process. `waker`: the track that makes it
/// readable, if known.
bool waitUntilReadable(int descriptor, State state, ObjectId object, std::int64_t deadlineNs = kForever,
                       TrackId waker = kNoTrack);

} // namespace threadscape
