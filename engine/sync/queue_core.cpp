#include "sync/queue_core.h"

#include "sync/misuse.h"
#include "sync/wait_span.h"

namespace threadscape {

QueueCore::QueueCore(Runtime& runtime, std::string name, std::size_t capacity)
    : m_object(runtime.catalogue().addObject(std::move(name), ObjectKind::queue, "items")),
      m_capacity(capacity)
{
    record(Actor::current(), {0, ++m_changes});
}

// Recorded after the wait, of which it is not part; the change's number keeps the order.
template <typename Act>
QueueCore::Change QueueCore::waitFor(Actor& actor, WaitQueue& waiters, WaitFor what, Act&& act)
{
    if (const auto change = act())
        return *change;
    WaitSpan span(actor, State::queue, m_object, false, what);
    for (std::optional<Change> change;;) {
        const WaitQueue::Result result =
            waiters.park(actor, actor.stoppable(), kForever, [&] { return !(change = act()); });
        span.note(result);
        if (result.how == Actor::Woken::stopped)
            actor.unwind();
        if (change)
            return *change;
    }
}

QueueCore::Number QueueCore::put(const std::function<void()>& storeItem)
{
    Actor& actor = interruptible(VisibleOperation::put, m_object);
    const Change change = waitFor(actor, m_putters, WaitFor::room, [&] { return store(storeItem); });
    record(actor, change);
    wakeOne(m_takers, actor.track());
    return change.number;
}

std::optional<QueueCore::Number> QueueCore::tryPut(const std::function<void()>& storeItem)
{
    Actor& actor = interruptible(VisibleOperation::put, m_object);
    const auto change = store(storeItem);
    if (!change)
        return std::nullopt;
    record(actor, *change);
    wakeOne(m_takers, actor.track());
    return change->number;
}

QueueCore::Number QueueCore::get(const std::function<void()>& takeItem)
{
    Actor& actor = interruptible(VisibleOperation::get, m_object);
    const Change change = waitFor(actor, m_takers, WaitFor::item, [&] { return take(takeItem); });
    record(actor, change);
    if (m_capacity > 0)
        wakeOne(m_putters, actor.track());
    return change.number;
}

std::optional<QueueCore::Number> QueueCore::tryGet(const std::function<void()>& takeItem)
{
    Actor& actor = interruptible(VisibleOperation::get, m_object);
    const auto change = take(takeItem);
    if (!change)
        return std::nullopt;
    record(actor, *change);
    if (m_capacity > 0)
        wakeOne(m_putters, actor.track());
    return change->number;
}

void QueueCore::taskDone()
{
    Actor& actor = uninterruptible(VisibleOperation::notify, m_object);
    {
        const ScopedLock guarded(m_guard);
        if (m_unfinished == 0)
            throw Misuse(TS_TEXT("sync", "More items of a queue were marked done than had been put."));
        if (--m_unfinished > 0)
            return;
    }
    m_joiners.wakeAll(actor.track());
}

void QueueCore::join()
{
    Actor& actor = interruptible(VisibleOperation::join, m_object);
    const auto unfinished = [&] {
        const ScopedLock guarded(m_guard);
        return m_unfinished > 0;
    };
    if (!unfinished())
        return;
    WaitSpan span(actor, State::join, m_object);
    // Woken when all was done; join returns then, even if something was put since.
    const WaitQueue::Result result = m_joiners.park(actor, actor.stoppable(), kForever, unfinished);
    span.note(result);
    if (result.how == Actor::Woken::stopped)
        actor.unwind();
}

std::size_t QueueCore::size() const noexcept
{
    const ScopedLock guarded(m_guard);
    return m_size;
}

std::optional<QueueCore::Change> QueueCore::store(const std::function<void()>& storeItem)
{
    const ScopedLock guarded(m_guard);
    if (m_capacity > 0 && m_size >= m_capacity)
        return std::nullopt;
    storeItem();
    ++m_unfinished;
    return Change{++m_size, ++m_changes};
}

std::optional<QueueCore::Change> QueueCore::take(const std::function<void()>& takeItem)
{
    const ScopedLock guarded(m_guard);
    if (m_size == 0)
        return std::nullopt;
    takeItem();
    return Change{--m_size, ++m_changes};
}

void QueueCore::record(Actor& actor, Change change) noexcept
{
    actor.writer().write(momentEvent(EventKind::write, actor.track(), m_object, ticksNow(),
                                     static_cast<std::int64_t>(change.size), change.number, actor.label()),
                         actor.label());
}

void QueueCore::wakeOne(WaitQueue& waiters, TrackId waker) noexcept
{
    Actor* woken = nullptr;
    {
        const ScopedLock guarded(waiters.guard());
        woken = waiters.grantOne(waker);
    }
    if (woken != nullptr)
        woken->wakeGranted();
}

} // namespace threadscape
