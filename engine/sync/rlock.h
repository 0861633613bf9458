#pragma once

#include "sync/lock_core.h"
#include "sync/releasable.h"

#include <chrono>
#include <string>

namespace threadscape {

/// A lock with an owner, which may acquire it again: like Python's RLock. The trace shows one hold, from the first acquisition
/// to the last release. Fits std::scoped_lock.
/// Threads: any actor's.
class RLock final : public Releasable {
public:
    RLock(Runtime& runtime, std::string name, Fairness fairness = Fairness::barging)
        : m_core(runtime, std::move(name), fairness, ObjectKind::rlock)
    {
    }

    /// Throws Stopped, without the lock.
    void lock();
    bool try_lock();
    /// Returns false on time-out. Throws Stopped, without the lock.
    bool try_lock_for(std::chrono::nanoseconds atMost);
    /// Throws Misuse when the caller does not hold it; then a no-op while its thread unwinds.
    void unlock();

    ObjectId object() const noexcept { return m_core.object(); }
    Actor* holder() const noexcept { return m_core.holder(); }

    std::uint32_t releaseAll(Actor& actor) noexcept override;
    bool reacquire(Actor& actor, std::uint32_t depth) override;

private:
    bool take(Actor& actor, std::int64_t deadlineNs);

    LockCore m_core;
    std::uint32_t m_depth = 0; // the holder's
};

} // namespace threadscape
