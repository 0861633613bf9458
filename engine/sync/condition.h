#pragma once

#include "sync/releasable.h"
#include "sync/runtime.h"

#include <string>

namespace threadscape {

/// A condition over a Lock or RLock: wait releases the lock, sleeps until notified, and reacquires the lock. A notified waiter
/// competes for the lock like any thread; there is no handover, so useless wake-ups are visible. Threads: any actor's; wait,
/// notifyOne and notifyAll by the holder of the lock.
class Condition {
public:
    Condition(Runtime& runtime, std::string name, Releasable& lock)
        : m_object(runtime.catalogue().addObject(std::move(name), ObjectKind::condition)), m_lock(lock)
    {
    }

    /// Whether it was notified; false: a spurious wake-up. Throws Stopped; the lock is not held then (see Lock::unlock).
    bool wait();
    /// Return the number of waiters woken.
    std::size_t notifyOne();
    std::size_t notifyAll();
    /// A spurious wake-up of one waiter, as systems may produce. Any actor, with or without the lock.
    bool wakeSpuriously();

    ObjectId object() const noexcept { return m_object; }

private:
    void record(Actor& actor, std::size_t woken) noexcept;
    bool grantOne(TrackId waker) noexcept;

    ObjectId m_object;
    Releasable& m_lock;
    WaitQueue m_waiters;
};

} // namespace threadscape
