#pragma once

#include "sync/process_lock.h"

namespace threadscape {

/// A condition over a ProcessLock. A notification that reaches a process just before it dies goes to another.
/// Threads: any actor's, of all processes that it was handed to; by the holder of the lock.
class ProcessCondition {
public:
    /// Throws std::system_error when no memory is available.
    ProcessCondition(Runtime& runtime, std::string name, ProcessLock& lock);
    /// The same one, in a worker process. Throws std::system_error when handed something else.
    ProcessCondition(Handed handed, ProcessLock& lock);
    ProcessCondition(const ProcessCondition&) = delete;
    ProcessCondition& operator=(const ProcessCondition&) = delete;

    /// For Process::Options.
    Handout handout() const { return {{m_state->descriptor()}, m_object, m_state}; }

    /// Throws Stopped; the lock is not held then.
    void wait();
    /// Return the number of waiters woken.
    std::size_t notifyOne() { return notify(1); }
    std::size_t notifyAll() { return notify(SharedSeats::kSeats); }

    ObjectId object() const noexcept { return m_object; }

private:
    struct Memory {
        RobustMutex guard;
        SharedSeats seats TS_GUARDED_BY(guard);

        void bereave(std::uint32_t member) noexcept;
    };

    std::size_t notify(std::size_t most);

    Memory& memory() const noexcept { return **m_state; }

    ObjectId m_object;
    std::shared_ptr<SharedState<Memory>> m_state;
    ProcessLock& m_lock;
};

} // namespace threadscape
