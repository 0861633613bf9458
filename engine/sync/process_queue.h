#pragma once

#include "os/robust_mutex.h"
#include "sync/runtime.h"
#include "sync/shared_seats.h"
#include "sync/shared_state.h"

#include <span>
#include <string>
#include <vector>

namespace threadscape {

/// A queue of messages in memory that several processes share, first in, first out, like multiprocessing.Queue, with one
/// improvement: a process that is killed while it puts or gets leaves the queue consistent. Its length is shown over time, each
/// message as an arrow.
/// Threads: any actor's, of all processes that it was handed to.
class ProcessQueue {
public:
    /// `bytes`: room for messages, each with eight bytes of overhead. Throws std::system_error when no memory is available.
    ProcessQueue(Runtime& runtime, std::string name, std::size_t bytes);
    /// The same one, in a worker process. Throws std::system_error when handed something else.
    explicit ProcessQueue(Handed handed);
    ProcessQueue(const ProcessQueue&) = delete;
    ProcessQueue& operator=(const ProcessQueue&) = delete;

    /// For Process::Options.
    Handout handout() const { return {{m_state->descriptor()}, m_object, m_state}; }

    /// Waits for room. Throws Stopped, and Misuse for a message that never fits.
    void put(std::span<const std::byte> message);
    /// Waits for a message, and puts it into `message`. Throws Stopped.
    void get(std::vector<std::byte>& message);

    ObjectId object() const noexcept { return m_object; }

private:
    struct Memory {
        RobustMutex guard; // protects the messages behind it as well
        SharedSeats putters TS_GUARDED_BY(guard);
        SharedSeats getters TS_GUARDED_BY(guard);
        std::uint64_t put TS_GUARDED_BY(guard) = 0; // bytes, ever
        std::uint64_t got TS_GUARDED_BY(guard) = 0;
        std::uint32_t putMessages TS_GUARDED_BY(guard) = 0; // the number of the last one
        std::uint32_t gotMessages TS_GUARDED_BY(guard) = 0;
        std::uint32_t changes TS_GUARDED_BY(guard) = 0;

        void bereave(std::uint32_t member) noexcept;
    };

    template <typename Try>
    void waitUntil(Actor& actor, SharedSeats Memory::*seats, WaitFor what, Try&& tryIt);
    void copyIn(std::uint64_t at, std::span<const std::byte> bytes) noexcept TS_REQUIRES(memory().guard);
    void copyOut(std::uint64_t at, std::span<std::byte> bytes) const noexcept TS_REQUIRES(memory().guard);
    void recordLocked(Actor& actor, std::uint32_t number, bool received, std::size_t bytes) noexcept
        TS_REQUIRES(memory().guard);

    Memory& memory() const noexcept { return **m_state; }

    ObjectId m_object;
    std::shared_ptr<SharedState<Memory>> m_state;
};

} // namespace threadscape
