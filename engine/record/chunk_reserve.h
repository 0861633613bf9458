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

/// Chunks for all writers of a process, allocated and touched in advance: a writer that fills its own takes one from here, and
/// chunks are returned once read. Neither waits for a lock. It also bounds the writers' total memory: when events are written
/// faster than ingested for too long, they are lost and counted. Threads: any.
class ChunkReserve {
public:
    /// `most`: the maximum number of chunks at a time.
    explicit ChunkReserve(std::int64_t most) noexcept : m_most(most) {}
    /// Precondition: all chunks were returned.
    ~ChunkReserve();
    ChunkReserve(const ChunkReserve&) = delete;
    ChunkReserve& operator=(const ChunkReserve&) = delete;

    /// The one that all writers of this process share: at most 1 GiB, 45 million events.
    static ChunkReserve& process();

    /// An empty chunk; nullptr at the limit. Slower when one must be allocated.
    ChunkNode* take() noexcept;
    /// The same, always allocated, also above the limit; nullptr when out of memory.
    ChunkNode* makeAnyway() noexcept;
    /// For readers of chunks: unlike take(), it may wait for other readers.
    void giveBack(ChunkNode* node) noexcept;

    /// Allocates in advance twice the number taken since the last refill. For readers of chunks, before each round.
    void refill() noexcept;
    /// Releases to the system what a finished run needed beyond the usual. For readers of chunks.
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
    // Slots instead of a list: a thread preempted in between blocks no other, and no ABA can occur.
    std::array<std::atomic<ChunkNode*>, kSlots> m_ready{};
    Mutex m_mutex;
    std::vector<ChunkNode*> m_kept TS_GUARDED_BY(m_mutex); // for which there was no slot
};

} // namespace threadscape
