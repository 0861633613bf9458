#include "sync/process_condition.h"

#include "sync/seam.h"
#include "sync/wait_span.h"

namespace threadscape {

ProcessCondition::ProcessCondition(Runtime& runtime, std::string name, ProcessLock& lock)
    : m_object(runtime.catalogue().addObject(std::move(name), ObjectKind::condition)),
      m_state(SharedState<Memory>::create("threadscape condition")),
      m_lock(lock)
{
}

ProcessCondition::ProcessCondition(Handed handed, ProcessLock& lock)
    : m_object(handed.object), m_state(SharedState<Memory>::open(handed)), m_lock(lock)
{
}

void ProcessCondition::wait()
{
    Actor& actor = interruptible(VisibleOperation::wait, m_object);
    WaitSpan span(actor, State::condition, m_object, true);
    SharedSeats::Seat* seat = nullptr;
    std::uint32_t token = 0;
    {
        // In the queue before the lock is free: a notify between the two finds this waiter.
        const ScopedLock guarded(memory().guard);
        seat = &memory().seats.sit(actor);
        token = memory().seats.enqueue(*seat, actor.stoppable());
    }
    const std::uint32_t depth = m_lock.releaseAll(actor);
    const Actor::Woken how = actor.awaitElsewhere(seat->park, token, kForever);
    span.noteShared(how, seat->waker, seat->wokenAt);
    {
        const ScopedLock guarded(memory().guard);
        SharedSeats::leave(*seat);
    }
    if (how == Actor::Woken::stopped)
        actor.unwind();
    span.finish();
    if (!m_lock.reacquire(actor, depth)) {
        // Stopped while reacquiring: the wake-up that it consumed is passed on.
        const ScopedLock guarded(memory().guard);
        memory().seats.grantFirst(actor.runTrack());
        actor.unwind();
    }
}

std::size_t ProcessCondition::notify(std::size_t most)
{
    Actor& actor = uninterruptible(VisibleOperation::notify, m_object);
    std::size_t woken = 0;
    {
        const ScopedLock guarded(memory().guard);
        while (woken < most && memory().seats.grantFirst(actor.runTrack()))
            ++woken;
    }
    actor.writer().write(momentEvent(EventKind::notify, actor.track(), m_object, ticksNow(),
                                     static_cast<std::int64_t>(woken), 0, actor.label()),
                         actor.label());
    return woken;
}

void ProcessCondition::Memory::bereave(std::uint32_t member) noexcept
{
    const ScopedLock guarded(guard);
    const SharedSeats::Estate estate = seats.bereave(member);
    for (std::uint32_t i = 0; i < estate.woken; ++i)
        seats.grantFirst(kNoTrack);
}

} // namespace threadscape
