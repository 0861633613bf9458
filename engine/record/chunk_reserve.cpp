#include "record/chunk_reserve.h"

#include "os/pages.h"

#include <algorithm>
#include <new>

namespace threadscape {

ChunkReserve::ChunkReserve(std::int64_t most) : m_most(most), m_ready(static_cast<std::size_t>(most)) {}

ChunkReserve& ChunkReserve::process()
{
    static auto* const reserve =
        new ChunkReserve(8'192); // never destroyed: writers may outlive static objects
    return *reserve;
}

ChunkReserve::~ChunkReserve()
{
    for (std::atomic<ChunkNode*>& slot : m_ready)
        givePagesBack(slot.load(std::memory_order_acquire), sizeof(ChunkNode));
}

ChunkNode* ChunkReserve::take() noexcept
{
    // A writer that loses events asks again at each.
    if (m_empty.load(std::memory_order_relaxed))
        return nullptr;
    m_taken.fetch_add(1, std::memory_order_relaxed);
    for (std::atomic<ChunkNode*>& slot : m_ready) {
        if (slot.load(std::memory_order_relaxed) == nullptr)
            continue;
        if (ChunkNode* const node = slot.exchange(nullptr, std::memory_order_acquire))
            return node;
    }
    ChunkNode* const node = make();
    if (node == nullptr)
        m_empty.store(true, std::memory_order_relaxed);
    return node;
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
            slot.compare_exchange_strong(empty, node, std::memory_order_release, std::memory_order_relaxed)) {
            m_empty.store(false, std::memory_order_relaxed);
            return true;
        }
    }
    return false;
}

void ChunkReserve::giveBack(ChunkNode* node) noexcept
{
    node->chunk.count.store(0, std::memory_order_relaxed);
    node->following.store(nullptr, std::memory_order_relaxed);
    if (!makeReady(node))
        destroy(node); // there are more than the limit
}

void ChunkReserve::destroy(ChunkNode* node) noexcept
{
    m_made.fetch_sub(1, std::memory_order_relaxed);
    givePagesBack(node, sizeof(ChunkNode));
}

std::int64_t ChunkReserve::countReady() const noexcept
{
    return std::ranges::count_if(
        m_ready, [](const auto& slot) { return slot.load(std::memory_order_relaxed) != nullptr; });
}

// The last first: they were not needed for longest.
void ChunkReserve::release(std::int64_t chunks) noexcept
{
    for (auto place = m_ready.rbegin(); place != m_ready.rend() && chunks > 0; ++place) {
        std::atomic<ChunkNode*>& slot = *place;
        if (slot.load(std::memory_order_relaxed) == nullptr)
            continue;
        if (ChunkNode* const node = slot.exchange(nullptr, std::memory_order_acquire)) {
            destroy(node);
            --chunks;
        }
    }
}

void ChunkReserve::trim() noexcept
{
    release(countReady() - kUsual);
}

void ChunkReserve::refill() noexcept
{
    m_empty.store(false, std::memory_order_relaxed);
    const std::uint32_t taken = m_taken.exchange(0, std::memory_order_relaxed);
    const auto wanted = static_cast<std::int64_t>(std::clamp(2 * taken, kLeast, kMostAhead));
    std::int64_t ready = countReady();
    if (ready > std::max(kUsual, wanted))
        release(std::min(kTrimStep, ready - kUsual));
    for (; ready < wanted; ++ready) {
        ChunkNode* const node = make();
        if (node == nullptr)
            return;
        giveBack(node);
    }
}

} // namespace threadscape
