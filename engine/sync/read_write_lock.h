#pragma once

#include "sync/hold.h"
#include "sync/lock_core.h"

#include <chrono>
#include <deque>
#include <string>

namespace threadscape {

/// Many readers at a time, or one writer, like std::shared_mutex. Its value is the current number of readers. Barging: a reader
/// joins the current readers, also while a writer waits; fair: in the order of arrival. Fits std::scoped_lock (to write) and
/// std::shared_lock (to read).
/// Threads: any actor's.
class ReadWriteLock {
public:
    ReadWriteLock(Runtime& runtime, std::string name, Fairness fairness = Fairness::barging);
    ReadWriteLock(const ReadWriteLock&) = delete;
    ReadWriteLock& operator=(const ReadWriteLock&) = delete;

    // Exclusive, to write. The waiting functions throw Stopped, without the lock.
    void lock();
    bool try_lock();
    /// Returns false on time-out.
    bool try_lock_for(std::chrono::nanoseconds atMost);
    /// Throws Misuse when the caller is not the writer; then a no-op while its thread unwinds.
    void unlock();

    // Shared, to read.
    void lock_shared();
    bool try_lock_shared();
    bool try_lock_shared_for(std::chrono::nanoseconds atMost);
    /// Throws Misuse when the caller is not a reader; then a no-op while its thread unwinds.
    void unlock_shared();

    ObjectId object() const noexcept { return m_object; }

private:
    enum class Mode : std::uint8_t { read, write };

    struct Waiter : WaitQueue::Node {
        Mode mode = Mode::write;
    };

    Actor::Woken take(Actor& actor, Mode mode, std::int64_t deadlineNs);
    bool tryTake(Mode mode);
    bool takeFor(Mode mode, std::chrono::nanoseconds atMost);
    bool takeLocked(Mode mode) noexcept TS_REQUIRES(m_waiters.guard());
    void beginLocked(Actor& actor, Mode mode, Ticks at) TS_REQUIRES(m_waiters.guard());
    void release(Mode mode);
    void admit(Actor& by) noexcept;
    void recordLocked(Actor& actor) noexcept TS_REQUIRES(m_waiters.guard());

    ObjectId m_object;
    Fairness m_fairness;
    WaitQueue m_waiters;
    std::int64_t m_readers TS_GUARDED_BY(m_waiters.guard()) = 0;
    bool m_written TS_GUARDED_BY(m_waiters.guard()) = false;
    std::deque<Hold> m_holds TS_GUARDED_BY(m_waiters.guard()); // one per concurrent holder
    std::uint32_t m_acquisitions TS_GUARDED_BY(m_waiters.guard()) = 0;
    std::uint32_t m_changes TS_GUARDED_BY(m_waiters.guard()) = 0;
};

} // namespace threadscape
