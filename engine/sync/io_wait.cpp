#include "sync/io_wait.h"

#include "sync/seam.h"
#include "sync/wait_span.h"

namespace threadscape {

namespace {

bool waitFor(int descriptor, Readiness readiness, State state, ObjectId object, std::int64_t deadlineNs,
             TrackId waker)
{
    Actor& actor = Actor::current();
    actor.prepareDescriptorWaits();
    WaitSpan span(actor, state, object, true);
    const std::uint32_t token = actor.prepareWait(actor.stoppable());
    const Actor::Woken how = actor.awaitReady(token, descriptor, readiness, deadlineNs);
    span.note({how, how == Actor::Woken::granted ? waker : kNoTrack, true});
    if (how == Actor::Woken::stopped)
        actor.unwind();
    return how == Actor::Woken::granted;
}

} // namespace

bool waitUntilReady(int descriptor, Readiness readiness, ObjectId object, std::int64_t deadlineNs)
{
    return waitFor(descriptor, readiness, State::io, object, deadlineNs, kNoTrack);
}

bool waitUntilReadable(int descriptor, State state, ObjectId object, std::int64_t deadlineNs, TrackId waker)
{
    return waitFor(descriptor, Readiness::readable, state, object, deadlineNs, waker);
}

} // namespace threadscape
