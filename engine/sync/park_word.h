#pragma once

#include "os/futex.h"

#include <atomic>
#include <cstdint>

namespace threadscape {

/// The word that an actor parks on. Each wait has its own token; grant, stop and time-out each compare-and-swap exactly this
/// token, and the winner decides. It may be in memory that processes share.
/// Threads: any, unless said otherwise.
class ParkWord {
public:
    enum class Woken : std::uint8_t { granted, stopped, timedOut };

    /// Declares that a wait begins, and returns its token. Threads: the waiter's.
    std::uint32_t prepare(bool stoppable) noexcept
    {
        const std::uint32_t epoch = (m_word.load(std::memory_order_relaxed) >> kStateBits) + 1;
        const std::uint32_t token = (epoch << kStateBits) | (stoppable ? kWaiting : kWaitingNoStop);
        m_word.store(token, std::memory_order_seq_cst);
        return token;
    }

    bool grant(std::uint32_t token) noexcept { return decide(token, kGranted); }
    bool timeOut(std::uint32_t token) noexcept { return decide(token, kTimedOut); }
    /// False when it does not wait, must not be stopped, or is decided already.
    bool stop() noexcept
    {
        const std::uint32_t word = m_word.load(std::memory_order_seq_cst);
        return isStoppable(word) && decide(word, kStopped);
    }

    bool undecided(std::uint32_t token) const noexcept
    {
        return m_word.load(std::memory_order_acquire) == token;
    }
    /// The token of the current wait; 0: none.
    std::uint32_t waiting() const noexcept
    {
        const std::uint32_t word = m_word.load(std::memory_order_acquire);
        const std::uint32_t state = word & kStateMask;
        return state == kWaiting || state == kWaitingNoStop ? word : 0;
    }
    /// The outcome of the wait that was decided last.
    Woken decision() const noexcept
    {
        switch (m_word.load(std::memory_order_acquire) & kStateMask) {
        case kStopped: return Woken::stopped;
        case kTimedOut: return Woken::timedOut;
        default: return Woken::granted;
        }
    }
    static constexpr bool isStoppable(std::uint32_t token) noexcept
    {
        return (token & kStateMask) == kWaiting;
    }

    /// Sleeps until `token` is decided; after `deadlineNs` of the monotonic clock the waiter decides itself. Threads: the
    /// waiter's.
    void await(std::uint32_t token, std::int64_t deadlineNs, FutexReach reach) noexcept
    {
        // A wake across cores costs tens of us, a read of the word some ns: a short spin pays.
        constexpr int kSpins = 40;
        for (int i = 0; i < kSpins && undecided(token); ++i)
            spinPause();
        while (undecided(token)) {
            if (!futexWait(m_word, token, deadlineNs, reach))
                timeOut(token);
        }
    }
    void wake(FutexReach reach) noexcept { futexWake(m_word, 1, reach); }

private:
    // The states of the word, below the epoch.
    static constexpr std::uint32_t kStateBits = 3;
    static constexpr std::uint32_t kStateMask = 7;
    enum : std::uint32_t { kRunning, kWaiting, kWaitingNoStop, kGranted, kStopped, kTimedOut };

    bool decide(std::uint32_t token, std::uint32_t outcome) noexcept
    {
        std::uint32_t expected = token;
        return m_word.compare_exchange_strong(expected, (token & ~kStateMask) | outcome,
                                              std::memory_order_seq_cst);
    }

    std::atomic<std::uint32_t> m_word{0};
};

} // namespace threadscape
