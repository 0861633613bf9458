#pragma once

#include "sync/hold.h"
#include "sync/lock_core.h"
#include "sync/runtime.h"
#include "sync/seam.h"

#include <chrono>
#include <deque>
#include <string>

namespace threadscape {

/// A counting semaphore, like Python's Semaphore: acquire takes a permit, release returns one, not necessarily by the same
/// thread. The permits in use are its value, over time. Fits std::scoped_lock.
/// Threads: any actor's.
class Semaphore {
public:
    Semaphore(Runtime& runtime, std::string name, std::int64_t permits, Fairness fairness = Fairness::barging)
        : Semaphore(runtime, std::move(name), permits, fairness, ObjectKind::semaphore)
    {
    }
    Semaphore(const Semaphore&) = delete;
    Semaphore& operator=(const Semaphore&) = delete;

    /// Throws Stopped, without a permit.
    void acquire();
    bool try_acquire();
    /// Returns false on time-out. Throws Stopped, without a permit.
    bool try_acquire_for(std::chrono::nanoseconds atMost);
    /// A release without acquire adds a permit; a BoundedSemaphore throws Misuse. No-op while its thread unwinds from a wait
    /// that ended without a permit.
    void release();

    void lock() { acquire(); }
    bool try_lock() { return try_acquire(); }
    bool try_lock_for(std::chrono::nanoseconds atMost) { return try_acquire_for(atMost); }
    void unlock() { release(); }

    ObjectId object() const noexcept { return m_object; }

protected:
    Semaphore(Runtime& runtime, std::string name, std::int64_t permits, Fairness fairness, ObjectKind kind);

private:
    bool takeLocked() noexcept TS_REQUIRES(m_waiters.guard());
    Actor::Woken takeSlowly(Actor& actor, std::int64_t deadlineNs);
    void begin(Actor& actor, Ticks at) TS_REQUIRES(m_waiters.guard());
    Hold* heldBy(const Actor& actor) noexcept TS_REQUIRES(m_waiters.guard());
    void record(Actor& actor) noexcept TS_REQUIRES(m_waiters.guard());

    ObjectId m_object;
    Fairness m_fairness;
    std::int64_t m_most; // the upper limit of permits
    WaitQueue m_waiters;
    std::int64_t m_free TS_GUARDED_BY(m_waiters.guard());
    std::int64_t m_inUse TS_GUARDED_BY(m_waiters.guard()) = 0;
    // One per permit in use at a time.
    std::deque<Hold> m_holds TS_GUARDED_BY(m_waiters.guard());
    std::uint32_t m_acquisitions TS_GUARDED_BY(m_waiters.guard()) = 0;
    std::uint32_t m_changes TS_GUARDED_BY(m_waiters.guard()) = 0;
};

/// A semaphore with a fixed number of permits: one release too many is an error.
/// Threads: any actor's.
class BoundedSemaphore final : public Semaphore {
public:
    BoundedSemaphore(Runtime& runtime, std::string name, std::int64_t permits,
                     Fairness fairness = Fairness::barging)
        : Semaphore(runtime, std::move(name), permits, fairness, ObjectKind::boundedSemaphore)
    {
    }
};

} // namespace threadscape
