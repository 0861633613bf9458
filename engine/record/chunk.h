#pragma once

#include "record/event.h"

#include <array>
#include <atomic>
#include <cstddef>

namespace threadscape {

/// A run of events of one writer. Only the writer appends; `count` is published after the event is written, so a reader that
/// sees n may read n events, also when the writer was killed in between. Holds no pointers: the same bytes serve in the heap
/// and in memory shared with a worker process.
struct Chunk {
    static constexpr std::uint32_t kEvents = 2728; // with the header a little under 64 KiB

    std::atomic<std::uint32_t> count{0};
    std::uint32_t reserved = 0;
    std::array<Event, kEvents> events;
};
static_assert(sizeof(Chunk) <= 65536);
static_assert(std::atomic<std::uint32_t>::is_always_lock_free);

/// Supplies chunks to a writer and its reader: in the heap (HeapChunks) or in a segment shared with a worker process
/// (SharedChunks).
class ChunkSource {
public:
    ChunkSource() = default;
    ChunkSource(const ChunkSource&) = delete;
    ChunkSource& operator=(const ChunkSource&) = delete;
    virtual ~ChunkSource() = default;

    /// The writer's next chunk, empty; nullptr when there is no room (the events are then counted as lost).
    /// Threads: the writer.
    virtual Chunk* next() noexcept = 0;

    /// The oldest chunk that was not returned; nullptr before the first. Threads: the reader.
    virtual Chunk* oldest() noexcept = 0;

    /// Returns the oldest chunk for reuse once it is full and read. Returns false while the writer has not moved on. Threads:
    /// the reader.
    virtual bool recycleOldest() noexcept = 0;
};

} // namespace threadscape
