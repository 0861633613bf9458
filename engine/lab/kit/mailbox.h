#pragma once

#include "exec/worker_context.h"
#include "sync/process_block.h"
#include "sync/process_condition.h"

#include <functional>
#include <span>
#include <vector>

namespace threadscape {

/// A place for one message in memory that two processes share, under a lock and a condition: they take turns, one stores a
/// message, the other its answer.
/// Threads: one actor of each of the two processes.
class Mailbox {
public:
    /// For messages of that many bytes. Throws std::system_error when no memory is available.
    Mailbox(Runtime& runtime, std::size_t bytes);
    /// The same one, in a worker process to which these objects alone were handed. Throws std::system_error when handed
    /// something else.
    explicit Mailbox(WorkerContext& context);

    /// For Process::Options.
    std::vector<Handout> handouts() const;

    /// Stores `message` for the other side, and waits for its answer: valid until the next call. Throws Stopped.
    std::span<const std::byte> exchange(std::span<const std::byte> message);
    /// No more messages for the other side. Throws Stopped.
    void end();

    /// The other side: waits for a message, and turns it into its answer. False: there are no more. Throws Stopped.
    bool answer(const std::function<void(std::span<std::byte>)>& intoAnswer);

private:
    enum class Turn : std::uint8_t { ours, theirs, over }; // fresh memory is zero

    std::span<std::byte> message() const noexcept;
    Turn turn() const noexcept { return static_cast<Turn>(m_block.bytes()[0]); }
    void give(Turn turn);

    ProcessLock m_lock;
    ProcessCondition m_changed;
    ProcessBlock m_block;
    std::vector<std::byte> m_answer;
};

} // namespace threadscape
