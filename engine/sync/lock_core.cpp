#include "sync/lock_core.h"

#include "sync/wait_span.h"

namespace threadscape {

void LockCore::wakeNext(Actor& actor) noexcept
{
    Actor* woken = nullptr;
    {
        const ScopedLock guarded(m_waiters.guard());
        woken = m_waiters.grantOne(actor.track());
        // Fair: it stays held, now by the granted waiter.
        const std::uint32_t held = m_fairness == Fairness::fair && woken != nullptr ? kHeld : 0;
        m_state.store(held | (m_waiters.empty() ? 0 : kAwaited), std::memory_order_release);
    }
    if (woken != nullptr)
        woken->wakeGranted();
}

bool LockCore::takeIfFree() noexcept
{
    std::uint32_t state = m_state.load(std::memory_order_relaxed);
    while ((state & kHeld) == 0)
        if (m_state.compare_exchange_weak(state, state | kHeld, std::memory_order_acquire,
                                          std::memory_order_relaxed))
            return true;
    return false;
}

Actor::Woken LockCore::takeSlowly(Actor& actor, std::int64_t deadlineNs)
{
    WaitSpan span(actor, State::lock, object(), deadlineNs != kForever);
    const auto mustWait = [&] {
        std::uint32_t state = m_state.load(std::memory_order_relaxed);
        for (;;) {
            const bool free = (state & kHeld) == 0;
            const std::uint32_t wanted = state | (free ? kHeld : kAwaited);
            if (m_state.compare_exchange_weak(state, wanted, std::memory_order_acquire,
                                              std::memory_order_relaxed))
                return !free;
        }
    };
    constexpr int kSpins = 30;
    bool taken = false;
    for (int i = 0; i < kSpins && !taken; ++i) {
        spinPause();
        taken = takeIfFree();
    }
    while (!taken) {
        const WaitQueue::Result result = m_waiters.park(actor, actor.stoppable(), deadlineNs, mustWait);
        span.note(result);
        if (result.how != Actor::Woken::granted)
            return result.how;
        // Fair: it was handed over. Barging: a granted waiter tries once more, since it may carry the only wake-up.
        taken = !result.parked || m_fairness == Fairness::fair || takeIfFree();
    }
    m_hold.begin(actor, span.finish());
    return Actor::Woken::granted;
}

} // namespace threadscape
