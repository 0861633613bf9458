#pragma once

#include "record/chunk.h"

#include <algorithm>

namespace threadscape {

/// Reads all available events, as ingest does: calls take(event) for each. `read`: the position in the reader's oldest chunk.
/// Returns the number of events.
template <typename Take>
std::size_t drain(ChunkSource& source, std::uint32_t& read, Take&& take)
{
    std::size_t total = 0;
    for (Chunk* chunk = source.oldest(); chunk != nullptr; chunk = source.oldest()) {
        const std::uint32_t count = std::min(chunk->count.load(std::memory_order_acquire), Chunk::kEvents);
        for (; read < count; ++read, ++total)
            take(chunk->events[read]);
        if (read < Chunk::kEvents || !source.recycleOldest())
            return total;
        read = 0;
    }
    return total;
}

} // namespace threadscape
