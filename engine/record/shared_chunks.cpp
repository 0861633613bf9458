#include "record/shared_chunks.h"

#include <algorithm>

namespace threadscape {

Chunk* SharedChunks::next() noexcept
{
    SharedRecording::Progress& progress = m_recording->progress();
    // Acquire: the reader has finished with the chunk.
    if (m_taken - progress.returned.load(std::memory_order_acquire) >= m_recording->chunks()) {
        if (!m_refusing)
            progress.refusedSince.store(ticksNow(), std::memory_order_relaxed);
        m_refusing = true;
        progress.refused.store(progress.refused.load(std::memory_order_relaxed) + 1,
                               std::memory_order_release);
        return nullptr;
    }
    m_refusing = false;
    Chunk& chunk = m_recording->chunk(m_taken);
    chunk.count.store(0, std::memory_order_relaxed);
    progress.taken.store(++m_taken, std::memory_order_release);
    return &chunk;
}

std::uint64_t SharedChunks::readable() noexcept
{
    if (m_recording == nullptr || m_broken)
        return 0;
    const std::uint64_t taken = m_recording->progress().taken.load(std::memory_order_acquire);
    const std::uint64_t ahead = taken - m_returned;
    m_broken = ahead > m_recording->chunks(); // also a number that decreased
    return m_broken ? 0 : ahead;
}

Chunk* SharedChunks::oldest() noexcept
{
    return readable() == 0 ? nullptr : &m_recording->chunk(m_returned);
}

bool SharedChunks::allRead(std::uint64_t events) noexcept
{
    const std::uint64_t chunks = readable();
    if (chunks == 0)
        return true;
    const std::uint64_t inOldest = events - m_returned * Chunk::kEvents;
    const std::uint32_t count = m_recording->chunk(m_returned).count.load(std::memory_order_acquire);
    // A reader stops at a chunk that is not full: a correct worker writes nothing beyond it.
    const bool couldMoveOn = inOldest == Chunk::kEvents && chunks > 1;
    return inOldest >= std::min(count, Chunk::kEvents) && !couldMoveOn;
}

bool SharedChunks::recycleOldest() noexcept
{
    if (readable() < 2)
        return false;
    m_recording->progress().returned.store(++m_returned, std::memory_order_release);
    return true;
}

} // namespace threadscape
