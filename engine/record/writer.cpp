#include "record/writer.h"

#include <algorithm>

namespace threadscape {

bool Writer::makeRoom(Ticks start, TrackId track) noexcept
{
    Chunk* next = m_source->next();
    if (next == nullptr) {
        if (m_lost++ == 0)
            m_lostSince = start;
        m_lostUntil = start;
        m_lostTrack = track;
        return false;
    }
    m_chunk = next;
    m_count = 0;
    if (m_lost != 0) {
        // A loss is recorded where it happened, with its extent, before anything that follows it.
        m_chunk->events[m_count] =
            spanEvent(EventKind::gap, track, kNoObject, m_lostSince, std::max(start, m_lostUntil), m_lost, 0);
        m_chunk->count.store(++m_count, std::memory_order_release);
        m_lost = 0;
    }
    return true;
}

} // namespace threadscape
