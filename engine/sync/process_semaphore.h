#pragma once

#include "os/robust_mutex.h"
#include "sync/hold.h"
#include "sync/runtime.h"
#include "sync/shared_seats.h"
#include "sync/shared_state.h"

#include <deque>
#include <string>

namespace threadscape {

/// A semaphore of several processes, like multiprocessing.Semaphore, with one improvement: when a process dies, the permits
/// that it held are returned, so that the others do not wait indefinitely.
/// Threads: any actor's, of all processes that it was handed to.
class ProcessSemaphore {
public:
    /// Throws std::system_error when no memory is available.
    ProcessSemaphore(Runtime& runtime, std::string name, std::int64_t permits)
        : ProcessSemaphore(runtime, std::move(name), permits, ObjectKind::semaphore)
    {
    }
    /// The same one, in a worker process. Throws std::system_error when handed something else.
    explicit ProcessSemaphore(Handed handed) : ProcessSemaphore(std::move(handed), ObjectKind::semaphore) {}
    virtual ~ProcessSemaphore() = default;
    ProcessSemaphore(const ProcessSemaphore&) = delete;
    ProcessSemaphore& operator=(const ProcessSemaphore&) = delete;

    /// For Process::Options.
    Handout handout() const { return {{m_state->descriptor()}, m_object, m_state}; }

    /// Throws Stopped, without a permit.
    void acquire();
    /// A release without acquire adds a permit; a lock throws Misuse. No-op while its thread unwinds from a wait that ended
    /// without a permit.
    void release();
    /// Waits until that many permits have been free, and leaves them free: for releases that are signals. Throws Stopped.
    void await(std::int64_t permits = 1)
    {
        for (std::int64_t i = 0; i < permits; ++i)
            acquire();
        for (std::int64_t i = 0; i < permits; ++i)
            release();
    }

    void lock() { acquire(); }
    void unlock() { release(); }

    /// The number of processes that died holding a permit.
    std::int64_t ownersLost() const noexcept;
    ObjectId object() const noexcept { return m_object; }

protected:
    ProcessSemaphore(Runtime& runtime, std::string name, std::int64_t permits, ObjectKind kind);
    ProcessSemaphore(Handed handed, ObjectKind kind);

    Actor::Woken take(Actor& actor, std::int64_t deadlineNs);

private:
    struct Memory {
        RobustMutex guard;
        SharedSeats seats TS_GUARDED_BY(guard);
        std::int64_t permits TS_GUARDED_BY(guard) = 1; // total number of permits
        std::uint32_t changes TS_GUARDED_BY(guard) = 0;
        std::uint32_t acquisitions TS_GUARDED_BY(guard) = 0;
        std::atomic<std::int64_t> ownersLost{0};

        void bereave(std::uint32_t member) noexcept;
    };

    bool isFreeLocked() const noexcept TS_REQUIRES(memory().guard);
    void holdLocked(Actor& actor, SharedSeats::Seat& seat, Ticks at) TS_REQUIRES(memory().guard);
    Hold* heldBy(const Actor& actor) noexcept;
    void recordLocked(Actor& actor) noexcept TS_REQUIRES(memory().guard);
    bool isLock() const noexcept { return m_kind == ObjectKind::lock; }

    ObjectKind m_kind;
    Memory& memory() const noexcept { return **m_state; }

    ObjectId m_object;
    std::shared_ptr<SharedState<Memory>> m_state;
    Guard m_holdsGuard;
    std::deque<Hold> m_holds TS_GUARDED_BY(m_holdsGuard); // of this process
};

} // namespace threadscape
