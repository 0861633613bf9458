#include "sync/condition.h"

#include "sync/seam.h"
#include "sync/wait_span.h"

namespace threadscape {

bool Condition::wait()
{
    Actor& actor = interruptible(VisibleOperation::wait, m_object);
    WaitSpan span(actor, State::condition, m_object);
    WaitQueue::Node node;
    std::uint32_t depth = 0;
    {
        // In the queue before the lock is free: a notify between the two finds this waiter.
        const ScopedLock guarded(m_waiters.guard());
        m_waiters.enqueue(node, actor, actor.stoppable());
        depth = m_lock.releaseAll(actor);
    }
    const WaitQueue::Result result = m_waiters.await(node, kForever);
    span.note(result);
    if (result.how == Actor::Woken::stopped)
        actor.unwind();
    span.finish();
    if (!m_lock.reacquire(actor, depth)) {
        // Stopped while reacquiring: the wake-up that it consumed is passed on.
        grantOne(actor.track());
        actor.unwind();
    }
    return result.waker != kNoTrack;
}

std::size_t Condition::notifyOne()
{
    Actor& actor = uninterruptible(VisibleOperation::notify, m_object);
    const std::size_t woken = grantOne(actor.track()) ? 1 : 0;
    record(actor, woken);
    return woken;
}

std::size_t Condition::notifyAll()
{
    Actor& actor = uninterruptible(VisibleOperation::notify, m_object);
    const std::size_t woken = m_waiters.wakeAll(actor.track());
    record(actor, woken);
    return woken;
}

bool Condition::wakeSpuriously()
{
    return grantOne(kNoTrack);
}

bool Condition::grantOne(TrackId waker) noexcept
{
    Actor* woken = nullptr;
    {
        const ScopedLock guarded(m_waiters.guard());
        woken = m_waiters.grantOne(waker);
    }
    if (woken != nullptr)
        woken->wakeGranted();
    return woken != nullptr;
}

void Condition::record(Actor& actor, std::size_t woken) noexcept
{
    actor.writer().write(momentEvent(EventKind::notify, actor.track(), m_object, ticksNow(),
                                     static_cast<std::int64_t>(woken), 0, actor.label()),
                         actor.label());
}

} // namespace threadscape
