#pragma once

#include "sync/runtime.h"
#include "sync/shared_state.h"

#include <span>
#include <string>

namespace threadscape {

/// Bytes that several processes share, like multiprocessing's RawArray. Nothing protects them: that is for a ProcessLock.
/// Threads: any, of all processes that it was handed to; who may touch the bytes when is the user's affair.
class ProcessBlock {
public:
    /// Throws std::system_error when the system gives no memory.
    ProcessBlock(Runtime& runtime, std::string name, std::size_t bytes)
        : m_object(runtime.catalogue().addObject(std::move(name), ObjectKind::storage)),
          m_state(SharedState<Memory>::create("threadscape block", bytes))
    {
    }
    /// The same one, in a worker process. Throws std::system_error when it was handed something else.
    explicit ProcessBlock(Handed handed) : m_object(handed.object), m_state(SharedState<Memory>::open(handed))
    {
    }
    ProcessBlock(const ProcessBlock&) = delete;
    ProcessBlock& operator=(const ProcessBlock&) = delete;

    /// For Process::Options.
    Handout handout() const { return {{m_state->descriptor()}, m_object, m_state}; }

    std::span<std::byte> bytes() const noexcept { return m_state->room(); }

private:
    struct Memory {
        void bereave(std::uint32_t /*member*/) noexcept {}
    };

    ObjectId m_object;
    std::shared_ptr<SharedState<Memory>> m_state;
};

} // namespace threadscape
