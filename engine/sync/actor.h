#pragma once

#include "os/futex.h"
#include "os/poll.h"
#include "trace/catalogue.h"
#include "trace/writer.h"

#include <atomic>
#include <cstdint>
#include <optional>
#include <random>

namespace threadscape {

class Runtime;

/// Whoever acts in a run: a thread (later also a coroutine task). It owns a lane in the trace, the one word that tells
/// it to pay attention (stop), the word that it parks on, and a stream of random numbers.
/// It lives as long as the run, so that a late wake-up meets a live word.
class Actor {
public:
    Actor(Runtime& runtime, TrackId track, std::uint64_t seed);
    Actor(const Actor&) = delete;
    Actor& operator=(const Actor&) = delete;

    /// The actor that the calling thread is running. Precondition: it runs one.
    static Actor& current() noexcept { return *s_current; }
    static bool hasCurrent() noexcept { return s_current != nullptr; }
    /// Makes the calling thread run `actor` (nullptr: none). Called by those that start threads or resume tasks.
    static void setCurrent(Actor* actor) noexcept { s_current = actor; }

    Runtime& runtime() noexcept { return m_runtime; }
    TrackId track() const noexcept { return m_track; }
    TrackInfo& info() noexcept { return m_info; }
    const TrackInfo& info() const noexcept { return m_info; }
    OpenSpans& open() noexcept { return m_open; }
    const OpenSpans& open() const noexcept { return m_open; }
    Writer& writer() noexcept { return *m_writer; }
    void setWriter(Writer* writer) noexcept { m_writer = writer; }
    std::mt19937_64& random() noexcept { return m_random; }

    /// Asks this actor to unwind: it does at its next blocking operation or checkpoint, and at once when it is parked.
    /// Threads: any.
    void requestStop() noexcept;
    bool stopRequested() const noexcept { return (m_attention.load(std::memory_order_relaxed) & kStop) != 0; }

    /// Anything but the usual path at a visible operation. Threads: any.
    bool attention() const noexcept { return m_attention.load(std::memory_order_relaxed) != 0; }

    // All below: the actor's own thread.

    /// Whether a stop may unwind now: not inside a NoStop scope and not while unwinding already.
    bool stoppable() const noexcept { return m_noStop == 0 && !m_unwinding; }
    /// Throws Stopped if a stop was asked for and may be honoured now.
    void honourStop();
    [[noreturn]] void unwind();
    bool unwinding() const noexcept { return m_unwinding; }
    void enterNoStop() noexcept { ++m_noStop; }
    void leaveNoStop() noexcept { --m_noStop; }

    /// The label that the next recorded operation bears; taken by it.
    void setLabel(std::uint8_t label) noexcept { m_label = label; }
    std::uint8_t takeLabel() noexcept
    {
        const std::uint8_t label = m_label;
        m_label = 0;
        return label;
    }

    /// How many operation boxes this actor is inside of.
    int enterOperation() noexcept { return m_operationDepth++; }
    void leaveOperation() noexcept { --m_operationDepth; }

    // Parking: see WaitQueue, which is what primitives use.

    enum class Woken : std::uint8_t { granted, stopped, timedOut };

    /// Declares that the actor is about to wait. The token names this one wait: grant, stop and time-out each
    /// compare-and-swap it, and the winner decides.
    std::uint32_t prepareWait(bool stoppable) noexcept;
    /// Waits until somebody decides. Call after prepareWait, outside every Guard.
    Woken await(std::uint32_t token, std::int64_t deadlineNs) noexcept;
    /// The same, until `descriptor` is ready, which counts as granted. Call prepareDescriptorWaits before prepareWait.
    Woken awaitReady(std::uint32_t token, int descriptor, Readiness readiness,
                     std::int64_t deadlineNs) noexcept;
    /// Throws std::system_error when the system has no descriptor left to wake this actor by.
    void prepareDescriptorWaits();
    /// Ends the wait `token` as granted; false when it was stopped or timed out before. The waker then calls
    /// wakeGranted, outside its Guard. Threads: any.
    bool grant(std::uint32_t token) noexcept;
    void wakeGranted() noexcept { futexWake(m_park); }

    /// It acts no more: it has ended, and has woken who waited for that.
    void setOver() noexcept { m_over.store(true, std::memory_order_release); }
    /// Threads: any.
    bool over() const noexcept { return m_over.load(std::memory_order_acquire); }

    /// Names the park that the actor is in; nothing when it is not parked, or somebody has decided to end it. The same
    /// name at two looks: it was parked all the time between. Threads: any.
    std::optional<std::uint32_t> parked() const noexcept
    {
        const std::uint32_t word = m_park.load(std::memory_order_acquire);
        const std::uint32_t state = word & kStateMask;
        return state == kWaiting || state == kWaitingNoStop ? std::optional(word) : std::nullopt;
    }

private:
    static constexpr std::uint32_t kStop = 1;
    // What the park word says, below its epoch.
    static constexpr std::uint32_t kStateBits = 3;
    static constexpr std::uint32_t kStateMask = 7;
    enum Parked : std::uint32_t { kRunning, kWaiting, kWaitingNoStop, kGranted, kStopped, kTimedOut };

    static inline constinit thread_local Actor* s_current = nullptr;

    bool decide(std::uint32_t token, Parked outcome) noexcept;
    /// A stop that came before the wait is not lost.
    void heedStop(std::uint32_t token) noexcept;
    Woken decision() const noexcept;

    std::atomic<std::uint32_t> m_attention{0};
    std::atomic<std::uint32_t> m_park{0};
    std::atomic<bool> m_over{false};
    std::atomic<int> m_wakeDescriptor{-1}; // m_wake's, once this actor has waited for a descriptor
    Runtime& m_runtime;
    TrackInfo& m_info;
    OpenSpans& m_open;
    Writer* m_writer = nullptr;
    TrackId m_track;
    std::uint8_t m_label = 0;
    bool m_unwinding = false;
    int m_noStop = 0;
    int m_operationDepth = 0;
    std::mt19937_64 m_random;
    Descriptor m_wake;
};

/// While one stands, a stop does not unwind its thread: for destructors, and for updates that an invariant rests on.
class NoStop {
public:
    NoStop() noexcept : m_actor(Actor::current()) { m_actor.enterNoStop(); }
    ~NoStop() { m_actor.leaveNoStop(); }
    NoStop(const NoStop&) = delete;
    NoStop& operator=(const NoStop&) = delete;

private:
    Actor& m_actor;
};

} // namespace threadscape
