#pragma once

#include "os/robust_mutex.h"
#include "sync/runtime.h"
#include "sync/shared_state.h"

#include <string>

namespace threadscape {

/// A number that several processes share, like multiprocessing.Value: the counterpart of Shared for processes. Each read and
/// write is visible, and writes by others between a read and a write are lost.
/// Threads: any actor's, of all processes that it was handed to.
class ProcessValue {
public:
    /// Throws std::system_error when no memory is available.
    ProcessValue(Runtime& runtime, std::string name, std::int64_t initial);
    /// The same one, in a worker process. Throws std::system_error when handed something else.
    explicit ProcessValue(Handed handed);
    ProcessValue(const ProcessValue&) = delete;
    ProcessValue& operator=(const ProcessValue&) = delete;

    /// For Process::Options.
    Handout handout() const { return {{m_state->descriptor()}, m_object, m_state}; }

    std::int64_t read() noexcept;
    void write(std::int64_t value) noexcept;

    // The same without an event, for loops of many rounds.
    std::int64_t readSilently() noexcept;
    void writeSilently(std::int64_t value) noexcept;
    /// Atomic add; returns the old value.
    std::int64_t addSilently(std::int64_t by) noexcept;

    ObjectId object() const noexcept { return m_object; }

private:
    struct Memory {
        RobustMutex order;
        std::atomic<std::int64_t> value{0};
        std::uint32_t writes TS_GUARDED_BY(order) = 0;

        void bereave(std::uint32_t /*member*/) noexcept {}
    };

    Memory& memory() const noexcept { return **m_state; }

    ObjectId m_object;
    std::shared_ptr<SharedState<Memory>> m_state;
};

} // namespace threadscape
