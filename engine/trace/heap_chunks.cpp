#include "trace/heap_chunks.h"

#include <cstring>
#include <new>

namespace threadscape {

HeapChunks::HeapChunks(int chunks, ChunkBudget& budget) : m_budget(budget)
{
    for (int i = 0; i < chunks; ++i) {
        auto* node = new Node;
        // A first touch costs more than the event: pay it now.
        std::memset(static_cast<void*>(node->chunk.events.data()), 0, sizeof(node->chunk.events));
        node->free = m_spare;
        m_spare = node;
    }
}

HeapChunks::~HeapChunks()
{
    Node* node = m_reading != nullptr ? m_reading : m_first.load(std::memory_order_acquire);
    while (node != nullptr) {
        Node* following = node->following.load(std::memory_order_acquire);
        destroy(node);
        node = following;
    }
    for (Node* list : {m_spare, m_free.load(std::memory_order_acquire)}) {
        while (list != nullptr) {
            Node* following = list->free;
            destroy(list);
            list = following;
        }
    }
}

Chunk* HeapChunks::next() noexcept
{
    if (m_spare == nullptr)
        m_spare = m_free.exchange(nullptr, std::memory_order_acquire);
    Node* node = m_spare;
    if (node != nullptr)
        m_spare = node->free;
    else
        node = moreFromBudget();
    if (node == nullptr)
        return nullptr;
    node->chunk.count.store(0, std::memory_order_relaxed);
    node->following.store(nullptr, std::memory_order_relaxed);
    node->free = nullptr;
    if (m_writing == nullptr)
        m_first.store(node, std::memory_order_release);
    else
        m_writing->following.store(node, std::memory_order_release);
    m_writing = node;
    return &node->chunk;
}

HeapChunks::Node* HeapChunks::moreFromBudget() noexcept
{
    if (!m_budget.take())
        return nullptr;
    Node* node = new (std::nothrow) Node;
    if (node == nullptr)
        m_budget.giveBack();
    else
        node->budgeted = true;
    return node;
}

void HeapChunks::destroy(Node* node) noexcept
{
    if (node->budgeted)
        m_budget.giveBack();
    delete node;
}

Chunk* HeapChunks::oldest() noexcept
{
    if (m_reading == nullptr)
        m_reading = m_first.load(std::memory_order_acquire);
    return m_reading == nullptr ? nullptr : &m_reading->chunk;
}

bool HeapChunks::recycleOldest() noexcept
{
    Node* following = m_reading->following.load(std::memory_order_acquire);
    if (following == nullptr)
        return false;
    pushFree(m_reading);
    m_reading = following;
    return true;
}

void HeapChunks::pushFree(Node* node) noexcept
{
    Node* head = m_free.load(std::memory_order_relaxed);
    do {
        node->free = head;
    } while (!m_free.compare_exchange_weak(head, node, std::memory_order_release, std::memory_order_relaxed));
}

} // namespace threadscape
