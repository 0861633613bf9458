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
        // Those of this round alone are waiting: the next round's cannot come before this actor lets them go.
        m_waiters.wakeAll(actor.track());
    }
}

} // namespace threadscape
