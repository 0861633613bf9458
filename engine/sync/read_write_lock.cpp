#include "sync/read_write_lock.h"

#include "sync/misuse.h"
#include "sync/seam.h"
#include "sync/wait_span.h"

#include <algorithm>

namespace threadscape {

ReadWriteLock::ReadWriteLock(Runtime& runtime, std::string name, Fairness fairness)
    : m_object(runtime.catalogue().addObject(std::move(name), ObjectKind::readWriteLock, "readers")),
      m_fairness(fairness)
{
    recordLocked(Actor::current());
}

void ReadWriteLock::lock()
{
    Actor& actor = interruptible(VisibleOperation::lock, m_object);
    if (take(actor, Mode::write, kForever) != Actor::Woken::granted)
        actor.unwind();
}

void ReadWriteLock::lock_shared()
{
    Actor& actor = interruptible(VisibleOperation::lock, m_object);
    if (take(actor, Mode::read, kForever) != Actor::Woken::granted)
        actor.unwind();
}

bool ReadWriteLock::try_lock()
{
    return tryTake(Mode::write);
}

bool ReadWriteLock::try_lock_shared()
{
    return tryTake(Mode::read);
}

bool ReadWriteLock::try_lock_for(std::chrono::nanoseconds atMost)
{
    return takeFor(Mode::write, atMost);
}

bool ReadWriteLock::try_lock_shared_for(std::chrono::nanoseconds atMost)
{
    return takeFor(Mode::read, atMost);
}

void ReadWriteLock::unlock()
{
    release(Mode::write);
}

void ReadWriteLock::unlock_shared()
{
    release(Mode::read);
}

bool ReadWriteLock::tryTake(Mode mode)
{
    Actor& actor = interruptible(VisibleOperation::lock, m_object);
    const ScopedLock guarded(m_waiters.guard());
    if (!takeLocked(mode))
        return false;
    beginLocked(actor, mode, ticksNow());
    return true;
}

bool ReadWriteLock::takeFor(Mode mode, std::chrono::nanoseconds atMost)
{
    Actor& actor = interruptible(VisibleOperation::lock, m_object);
    const Actor::Woken how = take(actor, mode, monotonicNs() + atMost.count());
    if (how == Actor::Woken::stopped)
        actor.unwind();
    return how == Actor::Woken::granted;
}

// Fair: only when no other waiter exists.
bool ReadWriteLock::takeLocked(Mode mode) noexcept
{
    if (m_written || (mode == Mode::write && m_readers > 0) ||
        (m_fairness == Fairness::fair && !m_waiters.empty()))
        return false;
    if (mode == Mode::write)
        m_written = true;
    else
        ++m_readers;
    return true;
}

Actor::Woken ReadWriteLock::take(Actor& actor, Mode mode, std::int64_t deadlineNs)
{
    {
        const ScopedLock guarded(m_waiters.guard());
        if (takeLocked(mode)) {
            beginLocked(actor, mode, ticksNow());
            return Actor::Woken::granted;
        }
    }
    WaitSpan span(actor, State::lock, m_object, deadlineNs != kForever,
                  mode == Mode::read ? WaitFor::shared : WaitFor::unsaid);
    Waiter waiter;
    waiter.mode = mode;
    {
        const ScopedLock guarded(m_waiters.guard());
        if (takeLocked(mode)) {
            beginLocked(actor, mode, span.finish());
            return Actor::Woken::granted;
        }
        m_waiters.enqueue(waiter, actor, actor.stoppable());
    }
    const WaitQueue::Result result = m_waiters.await(waiter, deadlineNs);
    span.note(result);
    if (result.how != Actor::Woken::granted) {
        admit(actor); // waiters behind it may have waited only for it
        return result.how;
    }
    const Ticks at = span.finish();
    const ScopedLock guarded(m_waiters.guard());
    beginLocked(actor, mode, at); // it was handed over
    return Actor::Woken::granted;
}

void ReadWriteLock::beginLocked(Actor& actor, Mode mode, Ticks at)
{
    auto unused = std::ranges::find(m_holds, nullptr, &Hold::holder);
    if (unused == m_holds.end()) {
        m_holds.emplace_back(m_object);
        unused = std::prev(m_holds.end());
    }
    unused->begin(actor, at, ++m_acquisitions, mode == Mode::read);
    if (mode == Mode::read)
        recordLocked(actor);
}

void ReadWriteLock::release(Mode mode)
{
    Actor& actor = uninterruptible(VisibleOperation::unlock, m_object);
    {
        const ScopedLock guarded(m_waiters.guard());
        const auto own = std::ranges::find(m_holds, &actor, &Hold::holder);
        if (own == m_holds.end() || own->shared() != (mode == Mode::read)) {
            if (actor.unwinding())
                return;
            throw Misuse(TS_TEXT("sync",
                                 "A ReadWriteLock can be released only by a thread that holds it, and "
                                 "as it took it: to read or to write."));
        }
        own->end(actor);
        if (mode == Mode::write) {
            m_written = false;
        } else {
            --m_readers;
            recordLocked(actor);
        }
    }
    admit(actor);
}

// Hands it to the longest waiters: as many as may hold it together.
void ReadWriteLock::admit(Actor& by) noexcept
{
    for (;;) {
        Actor* woken = nullptr;
        {
            const ScopedLock guarded(m_waiters.guard());
            const auto* const first = static_cast<const Waiter*>(m_waiters.first());
            if (first == nullptr || m_written || (first->mode == Mode::write && m_readers > 0))
                return;
            const Mode mode = first->mode;
            woken = m_waiters.grantFirst(by.track());
            if (woken != nullptr) {
                if (mode == Mode::write)
                    m_written = true;
                else
                    ++m_readers;
            }
        }
        if (woken != nullptr)
            woken->wakeGranted();
    }
}

// Under the guard, so that the last value drawn is the last one.
void ReadWriteLock::recordLocked(Actor& actor) noexcept
{
    const std::int64_t reading = std::ranges::count_if(
        m_holds, [](const Hold& hold) { return hold.holder() != nullptr && hold.shared(); });
    actor.writer().write(momentEvent(EventKind::write, actor.track(), m_object, ticksNow(), reading,
                                     ++m_changes, actor.label()),
                         actor.label());
}

} // namespace threadscape
