#pragma once

#include "sync/runtime.h"
#include "sync/shared_state.h"

#include <span>
#include <string>

namespace threadscape {

/// Bytes that several processes share, like multiprocessing's RawArray. They are unprotected: use a ProcessLock. Threads: any,
/// of all processes that it was handed to; synchronizing access to the bytes is the user's responsibility.
class ProcessBlock {
public:
    /// Throws std::system_error when no memory is available.
    ProcessBlock(Runtime& runtime, std::string name, std::size_t bytes)
        : m_object(runtime.catalogue().addObject(std::move(name), ObjectKind::storage)),
          m_state(SharedState<Memory>::create("threadscape block", bytes))
    {
    }
    /// The same one, in a worker process. Throws std::system_error when handed something else.
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
