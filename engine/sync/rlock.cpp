#include "sync/rlock.h"

#include "sync/misuse.h"
#include "sync/seam.h"

namespace threadscape {

void RLock::lock()
{
    take(interruptible(VisibleOperation::lock, object()), kForever);
}

bool RLock::try_lock()
{
    Actor& actor = interruptible(VisibleOperation::lock, object());
    if (holder() != &actor && !m_core.takeAtOnce(actor))
        return false;
    ++m_depth;
    return true;
}

bool RLock::try_lock_for(std::chrono::nanoseconds atMost)
{
    return take(interruptible(VisibleOperation::lock, object()), monotonicNs() + atMost.count());
}

// False: it was not free in time. Throws Stopped.
bool RLock::take(Actor& actor, std::int64_t deadlineNs)
{
    // Only this actor can have stored itself: a stale read of another holder is harmless.
    if (holder() != &actor) {
        const Actor::Woken how = m_core.take(actor, deadlineNs);
        if (how == Actor::Woken::stopped)
            actor.unwind();
        if (how != Actor::Woken::granted)
            return false;
    }
    ++m_depth;
    return true;
}

void RLock::unlock()
{
    Actor& actor = uninterruptible(VisibleOperation::unlock, object());
    if (holder() != &actor) {
        if (actor.unwinding())
            return;
        throw Misuse(TS_TEXT("sync", "An RLock can be released only by the thread that holds it."));
    }
    if (--m_depth == 0)
        m_core.release(actor);
}

std::uint32_t RLock::releaseAll(Actor& actor) noexcept
{
    const std::uint32_t depth = m_depth;
    m_depth = 0;
    m_core.release(actor);
    return depth;
}

bool RLock::reacquire(Actor& actor, std::uint32_t depth)
{
    if (m_core.take(actor, kForever) != Actor::Woken::granted)
        return false;
    m_depth = depth;
    return true;
}

} // namespace threadscape
