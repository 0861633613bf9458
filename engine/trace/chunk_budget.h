#pragma once

#include <atomic>
#include <cstdint>

namespace threadscape {

/// How many chunks writers may have in all while nobody reads them: events that are written faster than ingest can take
/// them, for longer than that, are lost and counted, instead of all memory.
/// Threads: any.
class ChunkBudget {
public:
    explicit ChunkBudget(std::int64_t chunks) noexcept : m_left(chunks) {}
    ChunkBudget(const ChunkBudget&) = delete;
    ChunkBudget& operator=(const ChunkBudget&) = delete;

    /// The one that all writers of this process share: 1 GiB, 45 million events.
    static ChunkBudget& process() noexcept
    {
        static ChunkBudget budget(16'384);
        return budget;
    }

    /// One more chunk; false when none is left.
    bool take() noexcept
    {
        if (m_left.fetch_sub(1, std::memory_order_relaxed) > 0)
            return true;
        m_left.fetch_add(1, std::memory_order_relaxed);
        return false;
    }
    void giveBack() noexcept { m_left.fetch_add(1, std::memory_order_relaxed); }

private:
    std::atomic<std::int64_t> m_left;
};

} // namespace threadscape
