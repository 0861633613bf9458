#pragma once

#include "os/poll.h"
#include "record/catalogue.h"
#include "record/writer.h"
#include "sync/guard.h"
#include "sync/park_word.h"
#include "sync/visible_operation.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>

namespace threadscape {

struct RandomStream;
class Runtime;

/// An execution context of a run: a thread, or a task of an event loop. It owns a lane in the trace, the one word that requests
/// its attention (stop), the word that it parks on, and a stream of random numbers.
/// It lives as long as the run, so that a late wake-up never touches a dead word.
class Actor {
public:
    Actor(Runtime& runtime, TrackId track, std::uint64_t seed);
    ~Actor();
    Actor(const Actor&) = delete;
    Actor& operator=(const Actor&) = delete;

    /// The actor that the calling thread is running. Precondition: it runs one.
    static Actor& current() noexcept { return *s_current; }
    static bool hasCurrent() noexcept { return s_current != nullptr; }
    /// Makes the calling thread run `actor` (nullptr: none). Called where threads are started or tasks resumed.
    static void setCurrent(Actor* actor) noexcept { s_current = actor; }

    Runtime& runtime() noexcept { return m_runtime; }
    TrackId track() const noexcept { return m_track; }
    TrackInfo& info() noexcept { return m_info; }
    const TrackInfo& info() const noexcept { return m_info; }
    OpenSpans& open() noexcept { return m_open; }
    const OpenSpans& open() const noexcept { return m_open; }
    Writer& writer() noexcept { return *m_writer; }
    void setWriter(Writer* writer) noexcept { m_writer = writer; }
    /// See sync/random_stream.h.
    RandomStream& random()
    {
        if (!m_random)
            seedRandom();
        return *m_random;
    }

    /// Asks this actor to unwind: it does so at its next blocking operation or checkpoint, and at once when it is parked.
    /// Threads: any.
    void requestStop() noexcept;
    bool stopRequested() const noexcept { return (m_attention.load(std::memory_order_relaxed) & kStop) != 0; }

    /// Whether a visible operation must leave the fast path. Threads: any.
    bool attention() const noexcept { return m_attention.load(std::memory_order_relaxed) != 0; }
    /// Whether the run has a SeamObserver. Threads: any.
    bool observed() const noexcept { return (m_attention.load(std::memory_order_relaxed) & kObserved) != 0; }

    // All below: the actor's own thread.

    /// Whether a stop may unwind now: not inside a NoStop scope and not while unwinding already.
    bool stoppable() const noexcept { return m_noStop == 0 && !m_unwinding; }
    /// Notifies the run's SeamObserver, if any.
    void tellObserver(VisibleOperation operation, ObjectId object) noexcept;
    /// Throws Stopped if a stop was requested and may be honoured now.
    void honourStop();
    [[noreturn]] void unwind();
    bool unwinding() const noexcept { return m_unwinding; }
    void enterNoStop() noexcept { ++m_noStop; }
    void leaveNoStop() noexcept { --m_noStop; }

    /// In a worker process: the run's number of this actor's lane, and a number above 0 that is unique to its process in the
    /// run.
    void setWorker(TrackId runTrack, std::uint32_t member) noexcept
    {
        m_runTrack = runTrack;
        m_member = member;
    }
    TrackId runTrack() const noexcept { return m_runTrack; }
    std::uint32_t member() const noexcept { return m_member; }

    /// Where the run requests it, records the CPU time used so far; rate-limited because of its cost, unless `always`.
    void sampleCpu(bool always = false) noexcept
    {
        if (m_samplesCpu) [[unlikely]]
            writeCpuSample(always);
    }
    bool samplesCpu() const noexcept { return m_samplesCpu; }

    /// A task of an event loop acts on the loop's thread: that thread's actor. nullptr: it has a thread of its own.
    Actor* host() const noexcept { return m_host; }
    /// From now on it runs on the thread of `host`.
    void setHost(Actor& host) noexcept
    {
        m_host = &host;
        m_writer = &host.writer();
        m_samplesCpu = false; // recorded by the host
    }

    /// The label of its next visible operation, whose waits, holds and moments get it.
    void setLabel(Label label) noexcept
    {
        m_labels = (m_labels & kLastLabel) | (static_cast<std::uint32_t>(label) << kLabelBits);
    }
    /// Of the visible operation that it is in, or was last.
    Label label() const noexcept { return static_cast<Label>(m_labels); }
    /// The seam's: a visible operation begins.
    void beginOperation() noexcept { m_labels >>= kLabelBits; }

    /// The current nesting depth of operation boxes.
    int enterOperation() noexcept { return m_operationDepth++; }
    void leaveOperation() noexcept { --m_operationDepth; }

    // Parking: see WaitQueue, which is what primitives use.

    using Woken = ParkWord::Woken;

    /// Declares that the actor is about to wait. The token identifies this wait.
    std::uint32_t prepareWait(bool stoppable) noexcept { return m_park.prepare(stoppable); }
    /// Waits until the wait is decided. Call after prepareWait, outside every Guard.
    Woken await(std::uint32_t token, std::int64_t deadlineNs) noexcept;
    /// The same, until `descriptor` is ready, which counts as granted. Call prepareDescriptorWaits before prepareWait.
    Woken awaitReady(std::uint32_t token, int descriptor, Readiness readiness,
                     std::int64_t deadlineNs) noexcept;
    /// The same on a word that other processes can reach; the token is that word's.
    Woken awaitElsewhere(ParkWord& word, std::uint32_t token, std::int64_t deadlineNs) noexcept;
    /// Throws std::system_error when the system has no descriptor left to wake this actor by.
    void prepareDescriptorWaits();
    /// Once prepared.
    int wakeDescriptor() const noexcept { return m_wake.get(); }
    /// The same by other means: `wait()` returns when wakeDescriptor() was signalled, and says whether what is waited for has
    /// come. Call prepareDescriptorWaits before prepareWait.
    template <typename Wait>
    Woken awaitBy(std::uint32_t token, Wait&& wait)
    {
        heedStop(m_park, token);
        while (m_park.undecided(token))
            if (wait())
                m_park.grant(token);
        return m_park.decision();
    }
    /// Ends the wait `token` as granted; false when it was stopped or timed out earlier. The waker then calls wakeGranted,
    /// outside its Guard. Threads: any.
    bool grant(std::uint32_t token) noexcept { return m_park.grant(token); }
    void wakeGranted() noexcept { m_park.wake(FutexReach::process); }
    /// The same for one that may wait by awaitBy.
    void wakeGrantedAnywhere() noexcept;

    /// Whether it has ended, and has woken its joiners.
    void setOver() noexcept { m_over.store(true, std::memory_order_release); }
    /// Threads: any.
    bool over() const noexcept { return m_over.load(std::memory_order_acquire); }

    /// Identifies the actor's current park; nullopt when it is not parked, or the end of its wait is decided. The same value at
    /// two reads: it was parked all the time between. Threads: any.
    std::optional<std::uint32_t> parked() const noexcept
    {
        const std::uint32_t token = m_park.waiting();
        return token != 0 ? std::optional(token) : std::nullopt;
    }

private:
    static constexpr std::uint32_t kStop = 1;
    static constexpr std::uint32_t kObserved = 2;
    static constexpr unsigned kLabelBits = 16;
    static inline constinit thread_local Actor* s_current = nullptr;

    void writeCpuSample(bool always) noexcept;
    void seedRandom();

    /// A stop that came before the wait is not lost.
    void heedStop(ParkWord& word, std::uint32_t token) noexcept;

    std::atomic<std::uint32_t> m_attention{0};
    ParkWord m_park;
    std::atomic<bool> m_over{false};
    Guard m_elsewhereGuard;
    // The word that this actor parks on instead of its own.
    ParkWord* m_elsewhere TS_GUARDED_BY(m_elsewhereGuard) = nullptr;
    std::atomic<int> m_wakeDescriptor{-1}; // m_wake's, once this actor has waited for a descriptor
    Runtime& m_runtime;
    TrackInfo& m_info;
    OpenSpans& m_open;
    Writer* m_writer = nullptr;
    TrackId m_track;
    TrackId m_runTrack;
    std::uint32_t m_member = 0;
    std::uint32_t m_labels = 0; // low half: of this operation; high half: of the next
    bool m_samplesCpu;
    std::int64_t m_sampledNs = 0; // when, on the monotonic clock
    bool m_unwinding = false;
    int m_noStop = 0;
    int m_operationDepth = 0;
    std::uint64_t m_seed;
    std::unique_ptr<RandomStream> m_random; // rarely used, and large
    Actor* m_host = nullptr;
    Descriptor m_wake;
};

/// During its lifetime a stop does not unwind its thread: for destructors, and for updates that an invariant rests on.
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
