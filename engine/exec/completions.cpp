#include "exec/completions.h"

#include "sync/seam.h"
#include "sync/wait_span.h"

namespace threadscape {

void Completions::Ended::put(std::size_t index)
{
    Actor* woken = nullptr;
    {
        const ScopedLock guarded(waiters.guard());
        indices.push_back(index);
        woken = waiters.grantOne(Actor::current().track());
    }
    if (woken != nullptr)
        woken->wakeGranted();
}

std::size_t Completions::next()
{
    Actor& actor = interruptible(VisibleOperation::wait, m_pool);
    std::size_t index = 0;
    const auto take = [&] {
        m_ended->waiters.guard().assertHeld();
        if (m_told >= m_ended->indices.size())
            return false;
        index = m_ended->indices[m_told++];
        return true;
    };
    {
        const ScopedLock guarded(m_ended->waiters.guard());
        if (take())
            return index;
    }
    WaitSpan span(actor, State::future, m_pool);
    for (;;) {
        const WaitQueue::Result result =
            m_ended->waiters.park(actor, actor.stoppable(), kForever, [&] { return !take(); });
        span.note(result);
        if (result.how == Actor::Woken::stopped)
            actor.unwind();
        if (!result.parked)
            return index;
    }
}

} // namespace threadscape
