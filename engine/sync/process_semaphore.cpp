#include "sync/process_semaphore.h"

#include "sync/misuse.h"
#include "sync/seam.h"
#include "sync/wait_span.h"

#include <algorithm>

namespace threadscape {

ProcessSemaphore::ProcessSemaphore(Runtime& runtime, std::string name, std::int64_t permits, ObjectKind kind)
    : m_kind(kind),
      m_object(runtime.catalogue().addObject(std::move(name), kind, isLock() ? "" : "permits")),
      m_state(SharedState<Memory>::create("threadscape semaphore"))
{
    const ScopedLock guarded(memory().guard);
    memory().permits = permits;
    recordLocked(Actor::current());
}

ProcessSemaphore::ProcessSemaphore(Handed handed, ObjectKind kind)
    : m_kind(kind), m_object(handed.object), m_state(SharedState<Memory>::open(handed))
{
}

void ProcessSemaphore::acquire()
{
    Actor& actor = interruptible(VisibleOperation::lock, m_object);
    if (take(actor, kForever) != Actor::Woken::granted)
        actor.unwind();
}

// Barging: handing over a permit would cost a process switch each time.
bool ProcessSemaphore::isFreeLocked() const noexcept
{
    return memory().permits > static_cast<std::int64_t>(memory().seats.held());
}

// A process killed in here still has its seat: the number that it took is not reused.
void ProcessSemaphore::holdLocked(Actor& actor, SharedSeats::Seat& seat, Ticks at)
{
    const std::uint32_t number = memory().acquisitions + 1;
    seat.held = 1;
    seat.ticket = 0;
    seat.number = number;
    {
        const ScopedLock guarded(m_holdsGuard);
        auto unused = std::ranges::find(m_holds, nullptr, &Hold::holder);
        if (unused == m_holds.end()) {
            m_holds.emplace_back(m_object);
            unused = std::prev(m_holds.end());
        }
        unused->begin(actor, at, number);
    }
    memory().acquisitions = number;
    recordLocked(actor);
}

Actor::Woken ProcessSemaphore::take(Actor& actor, std::int64_t deadlineNs)
{
    SharedSeats::Seat* seat = nullptr;
    {
        const ScopedLock guarded(memory().guard);
        seat = &memory().seats.sit(actor);
        if (isFreeLocked()) {
            holdLocked(actor, *seat, ticksNow());
            return Actor::Woken::granted;
        }
    }
    WaitSpan span(actor, isLock() ? State::lock : State::semaphore, m_object, true);
    for (;;) {
        std::uint32_t token = 0;
        {
            const ScopedLock guarded(memory().guard);
            if (isFreeLocked()) {
                holdLocked(actor, *seat, span.finish());
                return Actor::Woken::granted;
            }
            token = memory().seats.enqueue(*seat, actor.stoppable());
        }
        const Actor::Woken how = actor.awaitElsewhere(seat->park, token, deadlineNs);
        span.noteShared(how, seat->waker, seat->wokenAt);
        if (how != Actor::Woken::granted) {
            const ScopedLock guarded(memory().guard);
            SharedSeats::leave(*seat);
            return how;
        }
    }
}

void ProcessSemaphore::release()
{
    Actor& actor = uninterruptible(VisibleOperation::unlock, m_object);
    const ScopedLock guarded(memory().guard);
    SharedSeats::Seat* const seat = memory().seats.heldBy(actor);
    if (actor.unwinding() && (seat == nullptr || seat->track != actor.runTrack()))
        return;
    if (seat != nullptr) {
        if (Hold* const hold = heldBy(actor))
            hold->end(actor);
        SharedSeats::leave(*seat);
    } else if (isLock()) {
        throw Misuse(
            TS_TEXT("sync", "A lock of several processes was released by one that does not hold it."));
    } else {
        ++memory().permits;
    }
    memory().seats.grantFirst(actor.runTrack());
    recordLocked(actor);
}

std::int64_t ProcessSemaphore::ownersLost() const noexcept
{
    return memory().ownersLost.load(std::memory_order_relaxed);
}

Hold* ProcessSemaphore::heldBy(const Actor& actor) noexcept
{
    const ScopedLock guarded(m_holdsGuard);
    const auto own = std::ranges::find(m_holds, &actor, &Hold::holder);
    if (own != m_holds.end())
        return &*own;
    const auto any = std::ranges::find_if(m_holds, [](const Hold& hold) { return hold.holder() != nullptr; });
    return any != m_holds.end() ? &*any : nullptr;
}

// Under the guard, so that the last value drawn is the last one. A lock has none.
void ProcessSemaphore::recordLocked(Actor& actor) noexcept
{
    if (!isLock())
        actor.writer().write(momentEvent(EventKind::write, actor.track(), m_object, ticksNow(),
                                         memory().seats.held(), ++memory().changes));
}

void ProcessSemaphore::Memory::bereave(std::uint32_t member) noexcept
{
    const ScopedLock guarded(guard);
    const SharedSeats::Estate estate = seats.bereave(member);
    acquisitions = std::max(acquisitions, estate.number);
    ownersLost.fetch_add(estate.held, std::memory_order_relaxed);
    // One more, since it may have died between releasing and granting. A waiter woken in vain waits again.
    for (std::uint32_t i = 0; i < estate.held + estate.woken + 1; ++i)
        seats.grantFirst(kNoTrack);
}

} // namespace threadscape
