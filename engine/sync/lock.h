#pragma once

#include "sync/lock_core.h"
#include "sync/releasable.h"
#include "sync/seam.h"

#include <chrono>
#include <string>

namespace threadscape {

/// Mutual exclusion without an owner, like Python's Lock: any thread may release it. Fits std::scoped_lock.
/// Threads: any actor's.
class Lock final : public Releasable {
public:
    Lock(Runtime& runtime, std::string name, Fairness fairness = Fairness::barging)
        : m_core(runtime, std::move(name), fairness, ObjectKind::lock)
    {
    }

    /// Declares that threads other than its holder release it in this experiment: a wait for it is not a wait for its holder,
    /// and forms no deadlock. Call before its first use.
    void declareReleasedByAnyone(Runtime& runtime) { runtime.declareReleasedByAnyone(object()); }

    /// Throws Stopped, without the lock.
    void lock()
    {
        Actor& actor = interruptible(VisibleOperation::lock, object());
        if (m_core.take(actor, kForever) != Actor::Woken::granted)
            actor.unwind();
    }
    /// Returns false on time-out. Throws Stopped, without the lock.
    bool try_lock_for(std::chrono::nanoseconds atMost);
    bool try_lock() { return m_core.takeAtOnce(interruptible(VisibleOperation::lock, object())); }
    /// Throws Misuse when it is free. No-op while its thread unwinds from a wait that ended without the lock.
    void unlock()
    {
        Actor& actor = uninterruptible(VisibleOperation::unlock, object());
        if (Actor* const held = holder(); held != &actor) [[unlikely]] {
            if (actor.unwinding())
                return;
            if (held == nullptr)
                refuseRelease();
        }
        m_core.release(actor);
    }

    ObjectId object() const noexcept { return m_core.object(); }
    /// The holder; nullptr when free. A snapshot. Threads: any.
    Actor* holder() const noexcept { return m_core.holder(); }

    std::uint32_t releaseAll(Actor& actor) noexcept override;
    bool reacquire(Actor& actor, std::uint32_t depth) override;

private:
    [[noreturn]] static void refuseRelease();

    LockCore m_core;
};

} // namespace threadscape
