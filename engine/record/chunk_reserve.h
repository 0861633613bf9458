#pragma once

#include "record/chunk.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
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
    explicit ChunkReserve(std::int64_t most);
    /// Precondition: all chunks were returned.
    ~ChunkReserve();
    ChunkReserve(const ChunkReserve&) = delete;
    ChunkReserve& operator=(const ChunkReserve&) = delete;

    /// The one that all writers of this process share: at most 512 MiB, 22 million events.
    static ChunkReserve& process();

    /// An empty chunk; nullptr at the limit. Slower when one must be allocated.
    ChunkNode* take() noexcept;
    /// The same, always allocated, also above the limit; nullptr when out of memory.
    ChunkNode* makeAnyway() noexcept;
    void giveBack(ChunkNode* node) noexcept;

    /// Allocates in advance twice the number taken since the last refill, and releases to the system some of those that were
    /// not needed for long. For readers of chunks, before each round.
    void refill() noexcept;
    /// Releases to the system what a finished run needed beyond the usual. For readers of chunks.
    void trim() noexcept;

    /// The number of chunks that it may make; at it, events are lost.
    std::int64_t most() const noexcept { return m_most; }
    /// The number of chunks in use, by writers or by what was not read yet.
    std::int64_t inUse() const noexcept { return m_made.load(std::memory_order_relaxed) - countReady(); }
    /// The bytes of all chunks, those in use and those that are ready.
    std::size_t bytes() const noexcept
    {
        return static_cast<std::size_t>(std::max<std::int64_t>(0, m_made.load(std::memory_order_relaxed))) *
               sizeof(ChunkNode);
    }

private:
    static constexpr std::uint32_t kLeast = 32;
    static constexpr std::uint32_t kMostAhead = 256; // allocated in advance
    static constexpr std::int64_t kUsual = 512;      // ready ones that stay: 32 MiB
    static constexpr std::int64_t kTrimStep = 4;     // of the others, released in a round

    bool makeReady(ChunkNode* node) noexcept;
    ChunkNode* make() noexcept;
    void destroy(ChunkNode* node) noexcept;
    std::int64_t countReady() const noexcept;
    void release(std::int64_t chunks) noexcept;

    const std::int64_t m_most;
    std::atomic<std::int64_t> m_made{0};
    std::atomic<std::uint32_t> m_taken{0}; // since the last refill
    std::atomic<bool> m_empty{false};      // nothing was left, and nothing came back since
    // Slots instead of a list: a thread preempted in between blocks no other, and no ABA can occur. The first are used most, so
    // that they stay in a cache.
    std::vector<std::atomic<ChunkNode*>> m_ready;
};

} // namespace threadscape
