#pragma once

#include "sync/releasable.h"
#include "sync/runtime.h"

#include <string>

namespace threadscape {

/// A condition over a Lock or RLock: wait lets go of the lock, sleeps until notified, and takes the lock again. A
/// notified waiter competes for the lock like everybody else; nothing is handed over, so wake-ups in vain can be seen.
/// Threads: any actor's; wait, notifyOne and notifyAll by the holder of the lock.
class Condition {
public:
    Condition(Runtime& runtime, std::string name, Releasable& lock)
        : m_object(runtime.catalogue().addObject(std::move(name), ObjectKind::condition)), m_lock(lock)
    {
    }

    /// Throws Stopped; the lock is not held then (see Lock::unlock).
    void wait();
    /// Return how many they woke.
    std::size_t notifyOne();
    std::size_t notifyAll();
    /// Wakes one waiter for no reason, as systems may. Any actor, with or without the lock.
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
