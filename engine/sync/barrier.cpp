#include "sync/barrier.h"

#include "sync/seam.h"
#include "sync/wait_span.h"

namespace threadscape {

void Barrier::wait()
{
    Actor& actor = interruptible(VisibleOperation::wait, m_object);
    WaitSpan span(actor, State::condition, m_object);
    const WaitQueue::Result result = m_waiters.park(actor, actor.stoppable(), kForever, [&] {
        m_waiters.guard().assertHeld();
        if (++m_arrived < m_parties)
            return true;
        m_arrived = 0;
        return false;
    });
    span.note(result);
    if (result.how == Actor::Woken::stopped)
        actor.unwind();
    if (!result.parked) {
        // Only this round's threads are waiting: the next round's cannot arrive before this actor releases them.
        m_waiters.wakeAll(actor.track());
    }
}

} // namespace threadscape
