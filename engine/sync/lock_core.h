#pragma once

#include "sync/hold.h"
#include "sync/runtime.h"
#include "sync/wait_queue.h"

#include <atomic>
#include <string>

namespace threadscape {

/// Which thread gets a lock or permit that is released while others wait for it.
enum class Fairness : std::uint8_t {
    barging, ///< the first to try: fast, but some waits are long
    fair,    ///< handed to the longest waiter
};

/// The common part of Lock and RLock: one holder at a time, and the queue of waiters. It passes no seam: its users do, once.
/// Threads: any actor's.
class LockCore {
public:
    LockCore(Runtime& runtime, std::string name, Fairness fairness, ObjectKind kind)
        : m_fairness(fairness), m_hold(runtime.catalogue().addObject(std::move(name), kind))
    {
    }

    ObjectId object() const noexcept { return m_hold.object(); }
    /// The holder; nullptr when free. A snapshot. Threads: any.
    Actor* holder() const noexcept { return m_hold.holder(); }

    /// Acquires it for `actor` if it is free.
    bool takeAtOnce(Actor& actor) noexcept
    {
        std::uint32_t free = 0;
        if (!m_state.compare_exchange_strong(free, kHeld, std::memory_order_acquire,
                                             std::memory_order_relaxed))
            return false;
        m_hold.begin(actor, ticksNow());
        return true;
    }
    /// Waits for it until `deadlineNs` of the monotonic clock; granted: `actor` holds it.
    Actor::Woken take(Actor& actor, std::int64_t deadlineNs)
    {
        return takeAtOnce(actor) ? Actor::Woken::granted : takeSlowly(actor, deadlineNs);
    }
    /// Precondition: it is held.
    void release(Actor& actor) noexcept
    {
        m_hold.end(actor);
        std::uint32_t held = kHeld;
        if (!m_state.compare_exchange_strong(held, 0, std::memory_order_release, std::memory_order_relaxed))
            [[unlikely]]
            wakeNext(actor);
    }

private:
    static constexpr std::uint32_t kHeld = 1;
    static constexpr std::uint32_t kAwaited = 2;

    Actor::Woken takeSlowly(Actor& actor, std::int64_t deadlineNs);
    bool takeIfFree() noexcept;
    void wakeNext(Actor& actor) noexcept;

    std::atomic<std::uint32_t> m_state{0};
    Fairness m_fairness;
    Hold m_hold;
    WaitQueue m_waiters;
};

} // namespace threadscape
