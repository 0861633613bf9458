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
/// A waiter that has waited for the switch interval without any change of holder asks the holder to drop the lock. The
/// holder does so at its next checkpoint, and then waits until another has taken it before it asks for it again: else it
/// would be back before the other has a core. Who lets go by itself, for input and output, does not wait like that (in CPython
/// it does, if it happens to have been asked). Nothing is handed over: whoever comes by first takes it. Fits std::lock_guard.
/// Threads: any actor's, unless said otherwise.
class Gil final {
public:
    static constexpr std::chrono::milliseconds kUsualInterval{5}; ///< CPython's

    Gil(Runtime& runtime, std::string name, std::chrono::nanoseconds switchInterval = kUsualInterval);
    Gil(const Gil&) = delete;
    Gil& operator=(const Gil&) = delete;

    /// Not by its holder. Throws Stopped, without it.
    void acquire();
    /// Lets go of it, and does not wait. While its thread unwinds from a wait that ended without it, this does nothing.
    void release() noexcept;
    void lock() { acquire(); }
    void unlock() noexcept { release(); }

    /// For its holder, between pieces of a calculation of 100 us at most: honours a stop (throws Stopped, and holds it
    /// still), then a request to drop it (throws Stopped, without it). Else two relaxed loads. For who does not hold it a
    /// checkpoint like any other.
    void checkpoint()
    {
        Actor& actor = threadscape::checkpoint();
        if (m_dropRequested.load(std::memory_order_relaxed)) [[unlikely]]
            drop(actor);
    }

    /// Negative counts as 0: who waits asks at once. Who waits already counts anew from when it began to wait, or last
    /// noticed a change of holder. Threads: any.
    void setSwitchInterval(std::chrono::nanoseconds interval) noexcept;

    ObjectId object() const noexcept { return m_hold.object(); }
    /// Who took it; nullptr when it is free. A snapshot. Threads: any.
    Actor* holder() const noexcept { return m_hold.holder(); }
    /// Whether the holder was asked to drop it and has not yet. Threads: any.
    bool dropRequested() const noexcept { return m_dropRequested.load(std::memory_order_relaxed); }
    /// How often it came to another thread than the one that had it before. Threads: any.
    std::int64_t switches() const noexcept { return m_switches.load(std::memory_order_relaxed); }
    /// How often a holder dropped it because it was asked to. Threads: any.
    std::int64_t drops() const noexcept { return m_drops.load(std::memory_order_relaxed); }
    /// For how long it has been held so far, by anybody, ns. Threads: any.
    std::int64_t heldNs() noexcept;

private:
    friend class GilReleased;

    /// When one waiter asks: each turn begins with its wait, or when it notices a change of holder.
    struct Turn {
        std::int64_t sinceNs = 0;
        std::int64_t switches = -1; // seen then
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
    Ticks m_heldTicks TS_GUARDED_BY(m_waiters.guard()) = 0;       // in all, before that
    bool m_dropperWaits TS_GUARDED_BY(m_waiters.guard()) = false; // whoever takes it next wakes m_droppers
    // Written under the guard as well, and read without it.
    std::atomic<Actor*> m_lastHolder{nullptr}; // the holder is the last one too
    std::atomic<std::int64_t> m_switches{0};
    std::atomic<std::int64_t> m_drops{0};
    Hold m_hold;
    WaitQueue m_droppers; // until another has taken it
};

/// Lets go of an interpreter lock for as long as it stands, and takes it again: round input and output, and calculations
/// that need no interpreter. Threads: the holder's.
class GilReleased {
public:
    explicit GilReleased(Gil& gil) noexcept;
    /// Throws Stopped, without the lock. While a Stopped unwinds its thread, it does not take the lock again; while
    /// another exception does, it does, unless the thread is asked to stop meanwhile.
    ~GilReleased() noexcept(false); // NOLINT(bugprone-exception-escape): a stop leaves by it
    GilReleased(const GilReleased&) = delete;
    GilReleased& operator=(const GilReleased&) = delete;

private:
    Gil& m_gil;
    int m_exceptions;
};

} // namespace threadscape
