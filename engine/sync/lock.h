#pragma once

#include "sync/hold.h"
#include "sync/releasable.h"
#include "sync/runtime.h"
#include "sync/seam.h"

#include <atomic>
#include <chrono>
#include <string>

namespace threadscape {

/// Who gets a lock or permit that is released while others wait for it.
enum class Fairness : std::uint8_t {
    barging, ///< whoever comes by first: quick, and now and then somebody waits long
    fair,    ///< handed to who has waited longest
};

/// Mutual exclusion without an owner, like Python's Lock: any thread may release it. Fits std::scoped_lock.
/// Threads: any actor's.
class Lock final : public Releasable {
public:
    /// `kind` lets an RLock show its inner lock as what it is.
    Lock(Runtime& runtime, std::string name, Fairness fairness = Fairness::barging,
         ObjectKind kind = ObjectKind::lock)
        : m_fairness(fairness), m_hold(runtime.catalogue().addObject(std::move(name), kind))
    {
    }

    /// Says that others than its holder release it, as this experiment uses it: a wait for it is no wait for its holder,
    /// and makes no deadlock. Before its first use.
    void declareReleasedByAnyone(Runtime& runtime) { runtime.declareReleasedByAnyone(object()); }

    /// Throws Stopped, without the lock.
    void lock()
    {
        Actor& actor = interruptible(VisibleOperation::lock);
        if (!takeAtOnce(actor) && takeSlowly(actor, kForever) != Actor::Woken::granted)
            actor.unwind();
    }
    /// Waits for so long at most; false: it was not free in that time. Throws Stopped, without the lock.
    bool try_lock_for(std::chrono::nanoseconds atMost);
    bool try_lock() { return takeAtOnce(interruptible(VisibleOperation::lock)); }
    /// Throws Misuse when nobody holds it. While its thread unwinds from a wait that ended without the lock, this does
    /// nothing.
    void unlock()
    {
        Actor& actor = uninterruptible(VisibleOperation::lock);
        if (Actor* const held = holder(); held != &actor) [[unlikely]] {
            if (actor.unwinding())
                return;
            if (held == nullptr)
                refuseRelease();
        }
        release(actor);
    }

    ObjectId object() const noexcept { return m_hold.object(); }
    /// Who took it; nullptr when it is free. A snapshot. Threads: any.
    Actor* holder() const noexcept { return m_hold.holder(); }

    std::uint32_t releaseAll(Actor& actor) noexcept override;
    bool reacquire(Actor& actor, std::uint32_t depth) override;

private:
    static constexpr std::uint32_t kHeld = 1;
    static constexpr std::uint32_t kAwaited = 2;

    bool takeAtOnce(Actor& actor) noexcept
    {
        std::uint32_t free = 0;
        if (!m_state.compare_exchange_strong(free, kHeld, std::memory_order_acquire,
                                             std::memory_order_relaxed))
            return false;
        m_hold.begin(actor, ticksNow());
        return true;
    }
    Actor::Woken takeSlowly(Actor& actor, std::int64_t deadlineNs);
    bool takeIfFree() noexcept;
    void release(Actor& actor) noexcept
    {
        m_hold.end(actor);
        std::uint32_t held = kHeld;
        if (!m_state.compare_exchange_strong(held, 0, std::memory_order_release, std::memory_order_relaxed))
            [[unlikely]]
            wakeNext(actor);
    }
    void wakeNext(Actor& actor) noexcept;
    [[noreturn]] static void refuseRelease();

    std::atomic<std::uint32_t> m_state{0};
    Fairness m_fairness;
    Hold m_hold;
    WaitQueue m_waiters;
};

} // namespace threadscape
