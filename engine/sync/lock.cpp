#include "sync/lock.h"

#include "sync/wait_span.h"

namespace threadscape {

void Lock::wakeNext(Actor& actor) noexcept
{
    Actor* woken = nullptr;
    {
        const std::lock_guard guarded(m_waiters.guard());
        woken = m_waiters.grantOne(actor.track());
        m_state.store(m_waiters.empty() ? 0 : kAwaited, std::memory_order_release);
    }
    if (woken != nullptr)
        woken->wakeGranted();
}

bool Lock::takeIfFree() noexcept
{
    std::uint32_t state = m_state.load(std::memory_order_relaxed);
    while ((state & kHeld) == 0)
        if (m_state.compare_exchange_weak(state, state | kHeld, std::memory_order_acquire,
                                          std::memory_order_relaxed))
            return true;
    return false;
}

bool Lock::takeSlowly(Actor& actor)
{
    WaitSpan span(actor, State::lock, object());
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
        const WaitQueue::Result result = m_waiters.park(actor, actor.stoppable(), kForever, mustWait);
        span.note(result);
        if (result.how == Actor::Woken::stopped)
            return false;
        // A granted waiter looks once more whatever else it was told: it may carry the only wake-up.
        taken = !result.parked || takeIfFree();
    }
    m_hold.begin(actor, span.finish());
    return true;
}

std::uint32_t Lock::releaseAll(Actor& actor) noexcept
{
    release(actor);
    return 1;
}

bool Lock::reacquire(Actor& actor, std::uint32_t /*depth*/)
{
    return takeAtOnce(actor) || takeSlowly(actor);
}

} // namespace threadscape
