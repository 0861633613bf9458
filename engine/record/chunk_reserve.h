#pragma once

#include "base/mutex.h"
#include "record/chunk.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <vector>

namespace threadscape {

/// A chunk in this process's own memory, as a link of a writer's chain.
struct ChunkNode {
    Chunk chunk;
    std::atomic<ChunkNode*> following{nullptr};
};

/// Chunks for all writers of a process, made and touched beforehand: a writer that fills its own takes one from here, and
/// what was read comes back. Neither waits for a lock. It also bounds what writers may have in all: events that are
/// written faster than ingest can take them, for longer than that, are lost and counted, instead of all memory.
/// Threads: any.
class ChunkReserve {
public:
    /// `most`: how many chunks there may be at a time.
    explicit ChunkReserve(std::int64_t most) noexcept : m_most(most) {}
    /// All chunks have come back.
    ~ChunkReserve();
    ChunkReserve(const ChunkReserve&) = delete;
    ChunkReserve& operator=(const ChunkReserve&) = delete;

    /// The one that all writers of this process share: at most 1 GiB, 45 million events.
    static ChunkReserve& process();

    /// An empty chunk; nullptr when there may be no more. One that had to be made now takes longer.
    ChunkNode* take() noexcept;
    /// The same, made anew, even if there are as many as there may be; nullptr when the system refuses.
    ChunkNode* makeAnyway() noexcept;
    /// For those who read chunks: unlike take(), it may wait for others who read.
    void giveBack(ChunkNode* node) noexcept;

    /// Has ready as many beforehand as were taken of late, and as many again. For those who read chunks, before each round.
    void refill() noexcept;
    /// Gives back to the system what a run that is over needed beyond the usual. For those who read chunks.
    void trim() noexcept;

private:
    static constexpr std::size_t kSlots = 256;
    static constexpr std::uint32_t kLeast = 32;

    static constexpr std::size_t kMostKept = 4096;

    bool makeReady(ChunkNode* node) noexcept;
    ChunkNode* make() noexcept;
    ChunkNode* takeKept() noexcept;
    void destroy(ChunkNode* node) noexcept;

    const std::int64_t m_most;
    std::atomic<std::int64_t> m_made{0};
    std::atomic<std::uint32_t> m_taken{0}; // since the last refill
    // Slots instead of a list: a thread that is kept from its core in between holds nobody up, and no ABA can occur.
    std::array<std::atomic<ChunkNode*>, kSlots> m_ready{};
    Mutex m_mutex;
    std::vector<ChunkNode*> m_kept TS_GUARDED_BY(m_mutex); // for which there was no slot
};

} // namespace threadscape
