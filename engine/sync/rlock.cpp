#include "sync/rlock.h"

#include "sync/misuse.h"

namespace threadscape {

void RLock::lock()
{
    Actor& actor = interruptible(VisibleOperation::lock);
    // Only this actor can have stored itself: a stale look at another holder is no harm.
    if (m_lock.holder() != &actor)
        m_lock.lock();
    ++m_depth;
}

bool RLock::try_lock()
{
    Actor& actor = interruptible(VisibleOperation::lock);
    if (m_lock.holder() != &actor && !m_lock.try_lock())
        return false;
    ++m_depth;
    return true;
}

bool RLock::try_lock_for(std::chrono::nanoseconds atMost)
{
    Actor& actor = interruptible(VisibleOperation::lock);
    if (m_lock.holder() != &actor && !m_lock.try_lock_for(atMost))
        return false;
    ++m_depth;
    return true;
}

void RLock::unlock()
{
    Actor& actor = uninterruptible(VisibleOperation::lock);
    if (m_lock.holder() != &actor) {
        if (actor.unwinding())
            return;
        throw Misuse(TS_TEXT("sync", "An RLock can be released only by the thread that holds it."));
    }
    if (--m_depth == 0)
        m_lock.unlock();
}

std::uint32_t RLock::releaseAll(Actor& actor) noexcept
{
    const std::uint32_t depth = m_depth;
    m_depth = 0;
    m_lock.releaseAll(actor);
    return depth;
}

bool RLock::reacquire(Actor& actor, std::uint32_t depth)
{
    if (!m_lock.reacquire(actor, 1))
        return false;
    m_depth = depth;
    return true;
}

} // namespace threadscape
