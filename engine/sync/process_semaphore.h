#pragma once

#include "os/robust_mutex.h"
#include "sync/hold.h"
#include "sync/runtime.h"
#include "sync/shared_seats.h"
#include "sync/shared_state.h"

#include <deque>
#include <string>

namespace threadscape {

/// A semaphore of several processes, like multiprocessing.Semaphore, with one thing better: when a process dies, the permits
/// that it held are given back, so that the others do not wait for ever.
/// Threads: any actor's, of all processes that it was handed to.
class ProcessSemaphore {
public:
    /// Throws std::system_error when the system gives no memory.
    ProcessSemaphore(Runtime& runtime, std::string name, std::int64_t permits)
        : ProcessSemaphore(runtime, std::move(name), permits, ObjectKind::semaphore)
    {
    }
    /// The same one, in a worker process. Throws std::system_error when it was handed something else.
    explicit ProcessSemaphore(Handed handed) : ProcessSemaphore(std::move(handed), ObjectKind::semaphore) {}
    virtual ~ProcessSemaphore() = default;
    ProcessSemaphore(const ProcessSemaphore&) = delete;
    ProcessSemaphore& operator=(const ProcessSemaphore&) = delete;

    /// For Process::Options.
    Handout handout() const { return {{m_state->descriptor()}, m_object, m_state}; }

    /// Throws Stopped, without a permit.
    void acquire();
    /// Once more than acquired makes a permit more; a lock throws Misuse. While its thread unwinds from a wait that ended
    /// without a permit, this does nothing.
    void release();

    void lock() { acquire(); }
    void unlock() { release(); }

    /// How often a process died while it held a permit.
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
        std::int64_t permits TS_GUARDED_BY(guard) = 1; // that there are
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
