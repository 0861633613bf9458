#include "sync/semaphore.h"

#include "sync/misuse.h"
#include "sync/wait_span.h"

#include <algorithm>
#include <limits>

namespace threadscape {

Semaphore::Semaphore(Runtime& runtime, std::string name, std::int64_t permits, Fairness fairness,
                     ObjectKind kind)
    : m_object(runtime.catalogue().addObject(std::move(name), kind, "permits")),
      m_fairness(fairness),
      m_most(kind == ObjectKind::boundedSemaphore ? permits : std::numeric_limits<std::int64_t>::max()),
      m_free(permits)
{
    record(Actor::current());
}

void Semaphore::acquire()
{
    Actor& actor = interruptible(VisibleOperation::lock, m_object);
    if (takeSlowly(actor, kForever) != Actor::Woken::granted)
        actor.unwind();
}

bool Semaphore::try_acquire()
{
    Actor& actor = interruptible(VisibleOperation::lock, m_object);
    const ScopedLock guarded(m_waiters.guard());
    if (!takeLocked())
        return false;
    begin(actor, ticksNow());
    return true;
}

bool Semaphore::try_acquire_for(std::chrono::nanoseconds atMost)
{
    Actor& actor = interruptible(VisibleOperation::lock, m_object);
    const Actor::Woken how = takeSlowly(actor, monotonicNs() + atMost.count());
    if (how == Actor::Woken::stopped)
        actor.unwind();
    return how == Actor::Woken::granted;
}

// Fair: only when no other waiter exists.
bool Semaphore::takeLocked() noexcept
{
    if (m_free == 0 || (m_fairness == Fairness::fair && !m_waiters.empty()))
        return false;
    --m_free;
    return true;
}

Actor::Woken Semaphore::takeSlowly(Actor& actor, std::int64_t deadlineNs)
{
    {
        const ScopedLock guarded(m_waiters.guard());
        if (takeLocked()) {
            begin(actor, ticksNow());
            return Actor::Woken::granted;
        }
    }
    WaitSpan span(actor, State::semaphore, m_object, deadlineNs != kForever);
    for (bool taken = false; !taken;) {
        const WaitQueue::Result result = m_waiters.park(actor, actor.stoppable(), deadlineNs, [&] {
            m_waiters.guard().assertHeld();
            return !takeLocked();
        });
        span.note(result);
        if (result.how != Actor::Woken::granted)
            return result.how;
        // Fair: the permit was handed over. Barging: the first to try takes it.
        taken = !result.parked || m_fairness == Fairness::fair;
    }
    const Ticks at = span.finish();
    const ScopedLock guarded(m_waiters.guard());
    begin(actor, at);
    return Actor::Woken::granted;
}

void Semaphore::release()
{
    Actor& actor = uninterruptible(VisibleOperation::unlock, m_object);
    Actor* woken = nullptr;
    {
        const ScopedLock guarded(m_waiters.guard());
        Hold* const held = heldBy(actor);
        if (actor.unwinding() && (held == nullptr || held->holder() != &actor))
            return;
        if (m_free >= m_most)
            throw Misuse(TS_TEXT("sync", "A BoundedSemaphore was released more often than it was acquired."));
        if (held != nullptr) {
            held->end(actor);
            --m_inUse;
        }
        woken = m_waiters.grantOne(actor.track());
        if (woken == nullptr || m_fairness == Fairness::barging)
            ++m_free;
        record(actor);
    }
    if (woken != nullptr)
        woken->wakeGranted();
}

// The actor's own permit, else any; nullptr: none is in use.
Hold* Semaphore::heldBy(const Actor& actor) noexcept
{
    const auto own = std::ranges::find(m_holds, &actor, &Hold::holder);
    if (own != m_holds.end())
        return &*own;
    const auto any = std::ranges::find_if(m_holds, [](const Hold& hold) { return hold.holder() != nullptr; });
    return any != m_holds.end() ? &*any : nullptr;
}

void Semaphore::begin(Actor& actor, Ticks at)
{
    auto unused = std::ranges::find(m_holds, nullptr, &Hold::holder);
    if (unused == m_holds.end()) {
        m_holds.emplace_back(m_object);
        unused = std::prev(m_holds.end());
    }
    unused->begin(actor, at, ++m_acquisitions);
    ++m_inUse;
    record(actor);
}

// Under the guard, so that the last value drawn is the last one.
void Semaphore::record(Actor& actor) noexcept
{
    actor.writer().write(momentEvent(EventKind::write, actor.track(), m_object, ticksNow(), m_inUse,
                                     ++m_changes, actor.label()),
                         actor.label());
}

} // namespace threadscape
