#include "sync/lock.h"

#include "sync/misuse.h"

namespace threadscape {

bool Lock::try_lock_for(std::chrono::nanoseconds atMost)
{
    Actor& actor = interruptible(VisibleOperation::lock, object());
    if (m_core.takeAtOnce(actor))
        return true;
    const Actor::Woken how = m_core.take(actor, monotonicNs() + atMost.count());
    if (how == Actor::Woken::stopped)
        actor.unwind();
    return how == Actor::Woken::granted;
}

void Lock::refuseRelease()
{
    throw Misuse(TS_TEXT("sync", "A Lock was released that nobody held."));
}

std::uint32_t Lock::releaseAll(Actor& actor) noexcept
{
    m_core.release(actor);
    return 1;
}

bool Lock::reacquire(Actor& actor, std::uint32_t /*depth*/)
{
    return m_core.take(actor, kForever) == Actor::Woken::granted;
}

} // namespace threadscape
