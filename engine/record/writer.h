#pragma once

#include "record/chunk.h"

#include <memory>

namespace threadscape {

/// One thread's end of the recorder: appends events without a lock, an allocation or a page fault on the usual path.
/// Threads: one at a time (a thread that writes for several tasks uses one writer and names the track in the event).
class Writer {
public:
    /// `mostLabel`: labels up to it are stored in the event itself. A worker process numbers its labels itself, and stores them
    /// all apart from their events: 0.
    explicit Writer(std::unique_ptr<ChunkSource> source, Label mostLabel = Event::kMostLabel)
        : m_mostLabel(mostLabel),
          m_source(std::move(source)),
          m_chunk(m_source->next()),
          m_count(m_chunk != nullptr ? 0 : Chunk::kEvents)
    {
    }

    void write(const Event& event) noexcept
    {
        if (m_count == Chunk::kEvents) [[unlikely]] {
            if (!makeRoom(event.start, event.track))
                return;
        }
        m_chunk->events[m_count].assign(event);
        m_chunk->count.store(++m_count, std::memory_order_release);
    }

    /// The same with its label, which may not fit into it.
    void write(const Event& event, Label label) noexcept
    {
        if (label > m_mostLabel) [[unlikely]]
            write(momentEvent(EventKind::label, event.track, kNoObject, event.start, label));
        write(event);
    }

    /// Records a loss that no event followed. Call when the writer's thread has finished and its events were read.
    void tellLoss() noexcept
    {
        if (m_lost != 0)
            makeRoom(m_lostSince, m_lostTrack);
    }

    /// The reader's end. Threads: ingest.
    ChunkSource& source() noexcept { return *m_source; }

private:
    bool makeRoom(Ticks start, TrackId track) noexcept;

    const Label m_mostLabel;
    std::unique_ptr<ChunkSource> m_source;
    Chunk* m_chunk;
    std::uint32_t m_count; // kEvents also when there is no chunk
    std::uint32_t m_lost = 0;
    Ticks m_lostSince = 0;
    Ticks m_lostUntil = 0;
    TrackId m_lostTrack = kNoTrack;
};

} // namespace threadscape
