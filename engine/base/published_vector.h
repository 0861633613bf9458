#pragma once

#include "base/block_memory.h"

#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace threadscape {

/// A vector that one thread appends to while others read: elements never move, and a reader may read every index below the
/// `size()` it saw. Memory comes in blocks of `kBlock` elements and can be released block by block from the front (see
/// `release`), from which readers must be excluded by other means.
template <typename T, std::size_t kBlock = 1024>
class PublishedVector {
    static_assert(std::has_single_bit(kBlock));

public:
    PublishedVector() = default;
    PublishedVector(const PublishedVector&) = delete;
    PublishedVector& operator=(const PublishedVector&) = delete;
    ~PublishedVector()
    {
        const std::size_t blocks = (size() + kBlock - 1) / kBlock;
        for (std::size_t b = m_released.load(std::memory_order_relaxed); b < blocks; ++b)
            freeBlock(slot(b).load(std::memory_order_relaxed));
        for (auto& segment : m_segments)
            delete[] segment.load(std::memory_order_relaxed);
    }

    /// Threads: the appender.
    template <typename... Args>
    T& emplace(Args&&... args)
    {
        const std::size_t index = m_size.load(std::memory_order_relaxed);
        if (index % kBlock == 0)
            addBlock(index / kBlock);
        T& element = (*m_last)[index % kBlock];
        if constexpr (kPlain)
            new (&element) T{std::forward<Args>(args)...}; // clang 14 has no construct_at for aggregates
        else
            element = T{std::forward<Args>(args)...};
        m_size.store(index + 1, std::memory_order_release);
        return element;
    }

    /// Like emplace, but the element is first set up in place by `fill` (for elements that cannot be moved).
    template <typename Fill>
    T& emplaceWith(Fill&& fill)
    {
        const std::size_t index = m_size.load(std::memory_order_relaxed);
        if (index % kBlock == 0)
            addBlock(index / kBlock);
        T& element = (*m_last)[index % kBlock];
        std::forward<Fill>(fill)(element);
        m_size.store(index + 1, std::memory_order_release);
        return element;
    }

    /// Threads: any.
    std::size_t size() const noexcept { return m_size.load(std::memory_order_acquire); }
    bool empty() const noexcept { return size() == 0; }

    /// Threads: any, for index < a size that this thread saw, in a block that was not released.
    const T& operator[](std::size_t index) const noexcept
    {
        return (*slot(index / kBlock).load(std::memory_order_relaxed))[index % kBlock];
    }
    T& operator[](std::size_t index) noexcept
    {
        return (*slot(index / kBlock).load(std::memory_order_relaxed))[index % kBlock];
    }

    /// The first index not released. Threads: any.
    std::size_t firstKept() const noexcept { return m_released.load(std::memory_order_acquire) * kBlock; }

    /// Releases the oldest block, never the one being filled. Returns the number of bytes freed.
    /// Threads: the appender, with all readers excluded.
    std::size_t releaseOldest() noexcept
    {
        const std::size_t block = m_released.load(std::memory_order_relaxed);
        if ((block + 1) * kBlock >= m_size.load(std::memory_order_relaxed))
            return 0;
        freeBlock(slot(block).exchange(nullptr, std::memory_order_relaxed));
        m_released.store(block + 1, std::memory_order_release);
        return sizeof(Block);
    }

    /// Makes an empty vector look as if its first `index` elements were appended and released; at least one more must follow
    /// before it is read. `index`: a multiple of kBlock. Threads: the appender, with all readers excluded.
    void beginAt(std::size_t index) noexcept
    {
        m_released.store(index / kBlock, std::memory_order_release);
        m_size.store(index, std::memory_order_release);
    }

    /// Bytes allocated now. Threads: the appender.
    std::size_t bytes() const noexcept
    {
        const std::size_t blocks = (m_size.load(std::memory_order_relaxed) + kBlock - 1) / kBlock;
        std::size_t total = (blocks - m_released.load(std::memory_order_relaxed)) * sizeof(Block);
        for (std::size_t s = 0; s < m_segments.size(); ++s)
            if (m_segments[s].load(std::memory_order_relaxed) != nullptr)
                total += (kFirstSegment << s) * sizeof(BlockPointer);
        return total;
    }

private:
    using Block = std::array<T, kBlock>;
    using BlockPointer = std::atomic<Block*>;
    static constexpr std::size_t kFirstSegment = 16;
    /// Large blocks of plain data, uninitialised.
    static constexpr bool kPlain = std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T> &&
                                   sizeof(Block) >= BlockMemory::kSmallest;

    static Block* newBlock()
    {
        if constexpr (kPlain)
            return static_cast<Block*>(BlockMemory::take(sizeof(Block)));
        else
            return new Block;
    }
    static void freeBlock(Block* block) noexcept
    {
        if constexpr (kPlain)
            BlockMemory::giveBack(block, sizeof(Block));
        else
            delete block;
    }

    // Segment s of the directory holds 16 * 2^s block pointers: it grows without moving.
    BlockPointer& slot(std::size_t block) const noexcept
    {
        const std::size_t place = block / kFirstSegment + 1;
        const auto s = static_cast<std::size_t>(std::bit_width(place) - 1);
        const std::size_t before = ((std::size_t{1} << s) - 1) * kFirstSegment;
        return m_segments[s].load(std::memory_order_relaxed)[block - before];
    }

    void addBlock(std::size_t block)
    {
        const std::size_t place = block / kFirstSegment + 1;
        const auto s = static_cast<std::size_t>(std::bit_width(place) - 1);
        if (m_segments[s].load(std::memory_order_relaxed) == nullptr)
            m_segments[s].store(new BlockPointer[kFirstSegment << s](), std::memory_order_relaxed);
        m_last = newBlock();
        slot(block).store(m_last, std::memory_order_relaxed);
    }

    std::array<std::atomic<BlockPointer*>, 32> m_segments{};
    std::atomic<std::size_t> m_size{0};
    std::atomic<std::size_t> m_released{0};
    Block* m_last = nullptr;
};

} // namespace threadscape
