#pragma once

#include "trace/chunk.h"

#include <memory>

namespace threadscape {

/// One thread's end of the recorder: appends events without a lock, an allocation or a page fault on the usual path.
/// Threads: one at a time (a thread that writes for several tasks uses one writer and names the track in the event).
class Writer {
public:
    explicit Writer(std::unique_ptr<ChunkSource> source)
        : m_source(std::move(source)), m_chunk(m_source->next())
    {
    }

    void write(const Event& event) noexcept
    {
        if (m_count == Chunk::kEvents || m_chunk == nullptr || m_lost != 0) [[unlikely]] {
            if (!makeRoom(event))
                return;
        }
        m_chunk->events[m_count] = event;
        m_chunk->count.store(++m_count, std::memory_order_release);
    }

    /// The reader's end. Threads: ingest.
    ChunkSource& source() noexcept { return *m_source; }

private:
    bool makeRoom(const Event& event) noexcept;

    std::unique_ptr<ChunkSource> m_source;
    Chunk* m_chunk;
    std::uint32_t m_count = 0;
    std::uint32_t m_lost = 0;
    Ticks m_lostSince = 0;
};

} // namespace threadscape
