#pragma once

#include "sync/read_write_lock.h"

namespace threadscape {

/// A ReadWriteLock as its readers see it: with the functions of a Lock, of which many can hold it.
/// Threads: any actor's.
class ReadSide {
public:
    explicit ReadSide(ReadWriteLock& lock) noexcept : m_lock(lock) {}

    /// Throws Stopped, without the lock.
    void lock() { m_lock.lock_shared(); }
    bool try_lock() { return m_lock.try_lock_shared(); }
    /// Returns false on time-out. Throws Stopped, without the lock.
    bool try_lock_for(std::chrono::nanoseconds atMost) { return m_lock.try_lock_shared_for(atMost); }
    /// Throws Misuse when the caller is not a reader.
    void unlock() { m_lock.unlock_shared(); }

private:
    ReadWriteLock& m_lock;
};

} // namespace threadscape
