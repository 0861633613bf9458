#include "record/heap_chunks.h"

#include <thread>

namespace threadscape {

HeapChunks::HeapChunks(int chunks, ChunkReserve& reserve) : m_reserve(reserve)
{
    for (int i = 0; i < chunks; ++i) {
        ChunkNode* const node = reserve.makeAnyway();
        if (node == nullptr)
            break; // the writer tries again, and counts what is lost
        node->following.store(m_spare, std::memory_order_relaxed);
        m_spare = node;
    }
}

HeapChunks::~HeapChunks()
{
    giveBackAll(m_reading != nullptr ? m_reading : m_first.load(std::memory_order_acquire));
    giveBackAll(m_spare);
    giveBackAll(m_read.load(std::memory_order_acquire));
}

void HeapChunks::giveBackAll(ChunkNode* first) noexcept
{
    while (first != nullptr) {
        ChunkNode* const following = first->following.load(std::memory_order_acquire);
        m_reserve.giveBack(first);
        first = following;
    }
}

Chunk* HeapChunks::next() noexcept
{
    ChunkNode* node = m_spare;
    if (node != nullptr)
        m_spare = node->following.load(std::memory_order_relaxed);
    else
        node = m_read.exchange(nullptr, std::memory_order_acquire);
    if (node == nullptr)
        node = m_reserve.take();
    if (node == nullptr) {
        // It waits for nobody, but whoever reads may need the core.
        std::this_thread::yield();
        return nullptr;
    }
    node->chunk.count.store(0, std::memory_order_relaxed);
    node->following.store(nullptr, std::memory_order_relaxed);
    if (m_writing == nullptr)
        m_first.store(node, std::memory_order_release);
    else
        m_writing->following.store(node, std::memory_order_release);
    m_writing = node;
    return &node->chunk;
}

Chunk* HeapChunks::oldest() noexcept
{
    if (m_reading == nullptr)
        m_reading = m_first.load(std::memory_order_acquire);
    return m_reading == nullptr ? nullptr : &m_reading->chunk;
}

bool HeapChunks::recycleOldest() noexcept
{
    ChunkNode* const following = m_reading->following.load(std::memory_order_acquire);
    if (following == nullptr)
        return false;
    ChunkNode* const node = m_reading;
    m_reading = following;
    node->following.store(nullptr, std::memory_order_relaxed);
    ChunkNode* none = nullptr;
    if (!m_read.compare_exchange_strong(none, node, std::memory_order_release, std::memory_order_relaxed))
        m_reserve.giveBack(node);
    return true;
}

} // namespace threadscape
