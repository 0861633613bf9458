#pragma once

#include "sync/hold.h"
#include "sync/runtime.h"
#include "sync/seam.h"

#include <atomic>
#include <chrono>
#include <string>

namespace threadscape {

class WaitSpan;

/// The lock under which an interpreter calculates, one thread at a time, as CPython has had it since 3.2 (Python/ceval_gil.c).
/// A waiter that has waited for the switch interval without any change of holder asks the holder to drop the lock. The holder
/// does so at its next checkpoint, and then waits until another thread has acquired it before it requests it again: else it
/// would reacquire it before the other has a core. A voluntary release, for input and output, does not wait like that (in
/// CPython it does, if a request happens to be pending). No handover: the first thread to try acquires it. Fits
/// std::lock_guard. Threads: any actor's, unless said otherwise.
class Gil final {
public:
    static constexpr std::chrono::milliseconds kUsualInterval{5}; ///< CPython's

    Gil(Runtime& runtime, std::string name, std::chrono::nanoseconds switchInterval = kUsualInterval);
    Gil(const Gil&) = delete;
    Gil& operator=(const Gil&) = delete;

    /// Precondition: the caller does not hold it. Throws Stopped, without the lock.
    void acquire();
    /// Releases it without waiting. No-op while its thread unwinds from a wait that ended without the lock.
    void release() noexcept;
    void lock() { acquire(); }
    void unlock() noexcept { release(); }

    /// For its holder, between pieces of a calculation of 100 us at most: honours a stop (throws Stopped, still holding it),
    /// then a request to drop it (throws Stopped, without it). Otherwise two relaxed loads. Without the lock an ordinary
    /// checkpoint.
    void checkpoint()
    {
        Actor& actor = threadscape::checkpoint();
        if (m_dropRequested.load(std::memory_order_relaxed)) [[unlikely]]
            drop(actor);
    }

    /// Negative counts as 0: waiters request it at once. For current waiters it counts from when they began to wait, or last
    /// noticed a change of holder. Threads: any.
    void setSwitchInterval(std::chrono::nanoseconds interval) noexcept;

    ObjectId object() const noexcept { return m_hold.object(); }
    /// The holder; nullptr when free. A snapshot. Threads: any.
    Actor* holder() const noexcept { return m_hold.holder(); }
    /// Whether a request to the holder to drop it is pending. Threads: any.
    bool dropRequested() const noexcept { return m_dropRequested.load(std::memory_order_relaxed); }
    /// The number of changes of holder. Threads: any.
    std::int64_t switches() const noexcept { return m_switches.load(std::memory_order_relaxed); }
    /// The number of drops by request. Threads: any.
    std::int64_t drops() const noexcept { return m_drops.load(std::memory_order_relaxed); }
    /// Total time held so far, in ns. Threads: any.
    std::int64_t heldNs() noexcept;

private:
    friend class GilReleased;

    /// When one waiter requests: its interval starts with its wait, or when it notices a change of holder.
    struct Turn {
        std::int64_t sinceNs = 0;
        std::int64_t switches = -1; // as of the start of the interval
    };

    void takeAgain() noexcept;
    bool take(Actor& actor) noexcept;
    bool takeSlowly(Actor& actor, WaitSpan& span) noexcept;
    bool takeIfFree(Actor& actor, bool& dropperWaits) noexcept TS_REQUIRES(m_waiters.guard());
    void begin(Actor& actor, Ticks at, bool dropperWaits) noexcept;
    void end(Actor& actor) noexcept TS_REQUIRES(m_waiters.guard());
    std::int64_t askWhenDue(Turn& turn, std::int64_t nowNs) noexcept TS_REQUIRES(m_waiters.guard());
    void drop(Actor& actor) TS_EXCLUDES(m_waiters.guard());

    std::atomic<bool> m_dropRequested{false};
    std::atomic<std::int64_t> m_intervalNs;
    WaitQueue m_waiters;                                          // for the lock
    Ticks m_heldSince TS_GUARDED_BY(m_waiters.guard()) = 0;       // 0: free
    Ticks m_heldTicks TS_GUARDED_BY(m_waiters.guard()) = 0;       // total of earlier holds
    bool m_dropperWaits TS_GUARDED_BY(m_waiters.guard()) = false; // the next holder wakes m_droppers
    // Written under the guard, read without it.
    std::atomic<Actor*> m_lastHolder{nullptr}; // the current holder is the last one
    std::atomic<std::int64_t> m_switches{0};
    std::atomic<std::int64_t> m_drops{0};
    Hold m_hold;
    WaitQueue m_droppers; // wait until another thread has acquired it
};

/// Releases an interpreter lock during its lifetime, and reacquires it: around input and output, and calculations that need no
/// interpreter. Threads: the holder's.
class GilReleased {
public:
    /// `release` false: it does nothing.
    explicit GilReleased(Gil& gil, bool release = true) noexcept;
    /// Throws Stopped, without the lock. Does not reacquire the lock while a Stopped unwinds its thread; while another
    /// exception does, it reacquires it, unless the thread is asked to stop meanwhile.
    ~GilReleased() noexcept(false); // NOLINT(bugprone-exception-escape): a stop leaves by it
    GilReleased(const GilReleased&) = delete;
    GilReleased& operator=(const GilReleased&) = delete;

private:
    Gil& m_gil;
    bool m_released;
    int m_exceptions;
};

} // namespace threadscape
