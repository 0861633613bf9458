#include "record/chunk_reserve.h"

#include "base/scoped_lock.h"
#include "os/pages.h"

#include <algorithm>
#include <new>

namespace threadscape {

ChunkReserve& ChunkReserve::process()
{
    static auto* const reserve =
        new ChunkReserve(16'384); // never destroyed: writers may outlive static objects
    return *reserve;
}

ChunkReserve::~ChunkReserve()
{
    for (std::atomic<ChunkNode*>& slot : m_ready)
        givePagesBack(slot.load(std::memory_order_acquire), sizeof(ChunkNode));
    for (ChunkNode* node : m_kept)
        givePagesBack(node, sizeof(ChunkNode));
}

ChunkNode* ChunkReserve::take() noexcept
{
    m_taken.fetch_add(1, std::memory_order_relaxed);
    for (std::atomic<ChunkNode*>& slot : m_ready) {
        if (slot.load(std::memory_order_relaxed) == nullptr)
            continue;
        if (ChunkNode* const node = slot.exchange(nullptr, std::memory_order_acquire))
            return node;
    }
    return make();
}

ChunkNode* ChunkReserve::make() noexcept
{
    if (m_made.load(std::memory_order_relaxed) >= m_most)
        return nullptr;
    return makeAnyway();
}

ChunkNode* ChunkReserve::makeAnyway() noexcept
{
    void* const pages = takePages(sizeof(ChunkNode));
    if (pages == nullptr)
        return nullptr;
    m_made.fetch_add(1, std::memory_order_relaxed);
    return new (pages) ChunkNode;
}

bool ChunkReserve::makeReady(ChunkNode* node) noexcept
{
    for (std::atomic<ChunkNode*>& slot : m_ready) {
        ChunkNode* empty = nullptr;
        if (slot.load(std::memory_order_relaxed) == nullptr &&
            slot.compare_exchange_strong(empty, node, std::memory_order_release, std::memory_order_relaxed))
            return true;
    }
    return false;
}

void ChunkReserve::giveBack(ChunkNode* node) noexcept
{
    node->chunk.count.store(0, std::memory_order_relaxed);
    node->following.store(nullptr, std::memory_order_relaxed);
    if (makeReady(node))
        return;
    {
        const ScopedLock guard(m_mutex);
        if (m_kept.size() < kMostKept) {
            m_kept.push_back(node);
            return;
        }
    }
    destroy(node);
}

void ChunkReserve::destroy(ChunkNode* node) noexcept
{
    m_made.fetch_sub(1, std::memory_order_relaxed);
    givePagesBack(node, sizeof(ChunkNode));
}

ChunkNode* ChunkReserve::takeKept() noexcept
{
    const ScopedLock guard(m_mutex);
    if (m_kept.empty())
        return nullptr;
    ChunkNode* const node = m_kept.back();
    m_kept.pop_back();
    return node;
}

void ChunkReserve::trim() noexcept
{
    while (ChunkNode* const node = takeKept())
        destroy(node);
}

void ChunkReserve::refill() noexcept
{
    const std::uint32_t wanted = std::clamp<std::uint32_t>(2 * m_taken.exchange(0, std::memory_order_relaxed),
                                                           kLeast, static_cast<std::uint32_t>(kSlots));
    const auto isReady = [](const auto& slot) { return slot.load(std::memory_order_relaxed) != nullptr; };
    for (auto ready = std::ranges::count_if(m_ready, isReady); ready < wanted; ++ready) {
        ChunkNode* node = takeKept();
        if (node == nullptr)
            node = make();
        if (node == nullptr)
            return;
        giveBack(node);
    }
}

} // namespace threadscape
