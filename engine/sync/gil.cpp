#include "sync/gil.h"

#include "sync/wait_span.h"

#include <algorithm>
#include <cassert>
#include <exception>
#include <utility>

namespace threadscape {

Gil::Gil(Runtime& runtime, std::string name, std::chrono::nanoseconds switchInterval)
    : m_hold(runtime.catalogue().addObject(std::move(name), ObjectKind::gil))
{
    setSwitchInterval(switchInterval);
}

void Gil::setSwitchInterval(std::chrono::nanoseconds interval) noexcept
{
    constexpr std::int64_t kMostNs = kForever / 2; // it is added to a time of the clock
    m_intervalNs.store(std::clamp<std::int64_t>(interval.count(), 0, kMostNs), std::memory_order_relaxed);
    // Acquires the guard: a waiter that read the old value is in the queue then.
    m_waiters.wakeAll(kNoTrack);
}

std::int64_t Gil::heldNs() noexcept
{
    const ScopedLock guarded(m_waiters.guard());
    const Ticks now = m_heldSince != 0 ? ticksNow() - m_heldSince : 0;
    return static_cast<std::int64_t>(static_cast<double>(m_heldTicks + now) / ticksPerNs());
}

void Gil::acquire()
{
    Actor& actor = interruptible(VisibleOperation::lock, object());
    if (!take(actor))
        actor.unwind();
}

void Gil::release() noexcept
{
    Actor& actor = uninterruptible(VisibleOperation::unlock, object());
    if (holder() != &actor) {
        assert(actor.unwinding() || actor.stopRequested());
        return;
    }
    Actor* woken = nullptr;
    {
        const ScopedLock guarded(m_waiters.guard());
        end(actor);
        woken = m_waiters.grantOne(actor.track());
    }
    if (woken != nullptr)
        woken->wakeGranted();
}

void Gil::drop(Actor& actor)
{
    if (holder() != &actor)
        return;
    Actor* woken = nullptr;
    {
        const ScopedLock guarded(m_waiters.guard());
        m_dropRequested.store(false, std::memory_order_relaxed);
        woken = m_waiters.grantOne(actor.track());
        if (woken == nullptr)
            return; // the requester was stopped; one that is about to wait again requests again
        end(actor);
        m_dropperWaits = true;
        m_drops.fetch_add(1, std::memory_order_relaxed);
    }
    WaitSpan span(actor, State::gil, object());
    woken->wakeGranted();
    // Terminates: a granted waiter acquires the lock before it heeds a stop, unless another thread was first.
    const WaitQueue::Result result = m_droppers.park(actor, actor.stoppable(), kForever, [&] {
        return m_lastHolder.load(std::memory_order_relaxed) == &actor;
    });
    if (result.how == Actor::Woken::stopped)
        span.note(result);
    if (result.how == Actor::Woken::stopped || !takeSlowly(actor, span))
        actor.unwind();
}

// Whether it acquired it: false when a stop ended the wait.
bool Gil::take(Actor& actor) noexcept
{
    assert(holder() != &actor);
    bool dropperWaits = false;
    bool taken = false;
    {
        const ScopedLock guarded(m_waiters.guard());
        taken = takeIfFree(actor, dropperWaits);
    }
    if (taken) {
        begin(actor, ticksNow(), dropperWaits);
        return true;
    }
    WaitSpan span(actor, State::gil, object());
    return takeSlowly(actor, span);
}

bool Gil::takeSlowly(Actor& actor, WaitSpan& span) noexcept
{
    Turn turn;
    WaitQueue::Result last;
    bool dropperWaits = false;
    for (;;) {
        WaitQueue::Node node;
        std::int64_t askAtNs = 0;
        const std::int64_t nowNs = monotonicNs();
        {
            const ScopedLock guarded(m_waiters.guard());
            // A granted waiter acquires it also when stopped meanwhile: it carries the only wake-up.
            if (takeIfFree(actor, dropperWaits))
                break;
            askAtNs = askWhenDue(turn, nowNs);
            m_waiters.enqueue(node, actor, actor.stoppable());
        }
        last = m_waiters.await(node, askAtNs);
        if (last.how == Actor::Woken::stopped) {
            span.note(last);
            return false;
        }
    }
    if (last.how == Actor::Woken::granted)
        span.note(last);
    else
        span.noteWoken(last); // it woke to request, and found it free
    begin(actor, span.finish(), dropperWaits);
    return true;
}

// When to check again whether to request.
std::int64_t Gil::askWhenDue(Turn& turn, std::int64_t nowNs) noexcept
{
    const std::int64_t intervalNs = m_intervalNs.load(std::memory_order_relaxed);
    if (const std::int64_t switches = m_switches.load(std::memory_order_relaxed); turn.switches != switches)
        turn = {nowNs, switches};
    if (nowNs - turn.sinceNs < intervalNs)
        return turn.sinceNs + intervalNs;
    m_dropRequested.store(true, std::memory_order_relaxed);
    constexpr std::int64_t kLeastNs = 100'000; // timers are no more precise, and each check costs a wake-up
    return nowNs + std::max(intervalNs, kLeastNs);
}

// Acquires it if it is free; `dropperWaits`: until another thread acquires it.
bool Gil::takeIfFree(Actor& actor, bool& dropperWaits) noexcept
{
    if (m_heldSince != 0)
        return false;
    m_heldSince = ticksNow();
    m_dropRequested.store(false, std::memory_order_relaxed); // it was meant for the last holder
    const Actor* const last = m_lastHolder.load(std::memory_order_relaxed);
    if (last != nullptr && last != &actor)
        m_switches.fetch_add(1, std::memory_order_relaxed);
    m_lastHolder.store(&actor, std::memory_order_relaxed);
    dropperWaits = std::exchange(m_dropperWaits, false);
    return true;
}

void Gil::begin(Actor& actor, Ticks at, bool dropperWaits) noexcept
{
    m_hold.begin(actor, at);
    if (dropperWaits)
        m_droppers.wakeAll(actor.track());
}

void Gil::end(Actor& actor) noexcept
{
    m_hold.end(actor);
    m_heldTicks += ticksNow() - m_heldSince;
    m_heldSince = 0;
}

// For a destructor that must not throw: returns without the lock when the thread is to unwind anyway.
void Gil::takeAgain() noexcept
{
    Actor& actor = uninterruptible(VisibleOperation::lock, object());
    if (!actor.unwinding() && !(actor.stopRequested() && actor.stoppable()))
        take(actor);
}

GilReleased::GilReleased(Gil& gil, bool release) noexcept
    : m_gil(gil), m_released(release), m_exceptions(std::uncaught_exceptions())
{
    if (m_released)
        gil.release();
}

GilReleased::~GilReleased() noexcept(false) // NOLINT(bugprone-exception-escape): a stop leaves by it
{
    if (!m_released)
        return;
    if (std::uncaught_exceptions() == m_exceptions)
        m_gil.acquire();
    else
        m_gil.takeAgain();
}

} // namespace threadscape
