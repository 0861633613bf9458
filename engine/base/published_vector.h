#pragma once

#include "base/block_memory.h"

#include <algorithm>
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
/// `release`), from which readers must be excluded by other means. The first block comes in parts that double, from about
/// 128 bytes on: a vector with few elements costs little, an empty one its header.
template <typename T, std::size_t kBlock = 1024>
class PublishedVector {
    static_assert(std::has_single_bit(kBlock));

public:
    PublishedVector() = default;
    PublishedVector(const PublishedVector&) = delete;
    PublishedVector& operator=(const PublishedVector&) = delete;
    ~PublishedVector()
    {
        const std::size_t used = size() == 0 ? 0 : placeOf(size() - 1).slot + 1;
        for (std::size_t s = firstSlot(m_released.load(std::memory_order_relaxed)); s < used; ++s)
            freeBlock(m_directory->blocks[s].load(std::memory_order_relaxed), elementsOf(s));
        while (m_directory != nullptr)
            delete std::exchange(m_directory, m_directory->previous);
    }

    /// Threads: the appender.
    template <typename... Args>
    T& emplace(Args&&... args)
    {
        const std::size_t index = m_size.load(std::memory_order_relaxed);
        if (index == m_end)
            addBlock(index);
        T& element = m_last[index - m_begin];
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
        if (index == m_end)
            addBlock(index);
        T& element = m_last[index - m_begin];
        std::forward<Fill>(fill)(element);
        m_size.store(index + 1, std::memory_order_release);
        return element;
    }

    /// Threads: any.
    std::size_t size() const noexcept { return m_size.load(std::memory_order_acquire); }
    bool empty() const noexcept { return size() == 0; }

    /// Threads: any, for index < a size that this thread saw, in a block that was not released.
    const T& operator[](std::size_t index) const noexcept { return element(index); }
    T& operator[](std::size_t index) noexcept { return element(index); }

    /// The first index not released. Threads: any.
    std::size_t firstKept() const noexcept { return m_released.load(std::memory_order_acquire) * kBlock; }

    /// Releases the oldest block, never the one being filled. Returns the number of bytes freed.
    /// Threads: the appender, with all readers excluded.
    std::size_t releaseOldest() noexcept
    {
        const std::size_t block = m_released.load(std::memory_order_relaxed);
        if ((block + 1) * kBlock >= m_size.load(std::memory_order_relaxed))
            return 0;
        for (std::size_t s = firstSlot(block); s < firstSlot(block + 1); ++s)
            freeBlock(m_directory->blocks[s].exchange(nullptr, std::memory_order_relaxed), elementsOf(s));
        m_released.store(block + 1, std::memory_order_release);
        return kBlock * sizeof(T);
    }

    /// Makes an empty vector look as if its first `index` elements were appended and released; at least one more must follow
    /// before it is read. `index`: a multiple of kBlock. Threads: the appender, with all readers excluded.
    void beginAt(std::size_t index) noexcept
    {
        m_released.store(index / kBlock, std::memory_order_release);
        m_size.store(index, std::memory_order_release);
        m_end = index;
    }

    /// Bytes allocated now. Threads: the appender.
    std::size_t bytes() const noexcept
    {
        const std::size_t size = m_size.load(std::memory_order_relaxed);
        const std::size_t released = m_released.load(std::memory_order_relaxed) * kBlock;
        std::size_t elements = 0;
        if (size > kBlock)
            elements = (size + kBlock - 1) / kBlock * kBlock - released;
        else if (size > released)
            elements = std::max(kFirst, std::bit_ceil(size));
        std::size_t total = elements * sizeof(T);
        for (const Directory* d = m_directory; d != nullptr; d = d->previous)
            total += sizeof(Directory) + d->size * sizeof(BlockPointer);
        return total;
    }

private:
    using BlockPointer = std::atomic<T*>;
    static constexpr bool kPlain = std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>;

    // Part 0 of the first block has kFirst elements, each further one as many as all parts before it. Slots of the directory
    // are these parts', then the other blocks'.
    static constexpr std::size_t kFirstBytes = 128;
    static constexpr std::size_t kFirst =
        std::min(kBlock, std::bit_floor(std::max<std::size_t>(kFirstBytes / sizeof(T), 1)));
    static constexpr std::size_t kParts = static_cast<std::size_t>(std::bit_width(kBlock / kFirst));

    /// Where the blocks are. A full one is replaced by a copy of twice its size, and kept for readers who have it.
    struct Directory {
        Directory(std::size_t room, Directory* replaced)
            : size(room), previous(replaced), blocks(std::make_unique<BlockPointer[]>(room))
        {
            for (std::size_t s = 0; replaced != nullptr && s < replaced->size; ++s)
                blocks[s].store(replaced->blocks[s].load(std::memory_order_relaxed),
                                std::memory_order_relaxed);
        }

        std::size_t size;
        Directory* previous;
        std::unique_ptr<BlockPointer[]> blocks;
    };

    struct Place {
        std::size_t slot;
        std::size_t offset;
    };

    static Place placeOf(std::size_t index) noexcept
    {
        if (index >= kBlock) [[likely]]
            return {index / kBlock + (kParts - 1), index % kBlock};
        const auto part = static_cast<std::size_t>(std::bit_width(index / kFirst));
        return {part, part == 0 ? index : index - (kFirst << (part - 1))};
    }
    static std::size_t firstSlot(std::size_t block) noexcept { return block == 0 ? 0 : block + (kParts - 1); }
    static std::size_t elementsOf(std::size_t slot) noexcept
    {
        if (slot >= kParts)
            return kBlock;
        return slot == 0 ? kFirst : kFirst << (slot - 1);
    }

    // Large blocks of plain data are uninitialised.
    static T* newBlock(std::size_t elements)
    {
        if constexpr (kPlain) {
            if (elements * sizeof(T) >= BlockMemory::kSmallest)
                return static_cast<T*>(BlockMemory::take(elements * sizeof(T)));
            return std::allocator<T>().allocate(elements);
        } else {
            return new T[elements];
        }
    }
    static void freeBlock(T* block, std::size_t elements) noexcept
    {
        if constexpr (kPlain) {
            if (elements * sizeof(T) >= BlockMemory::kSmallest)
                BlockMemory::giveBack(block, elements * sizeof(T));
            else if (block != nullptr)
                std::allocator<T>().deallocate(block, elements);
        } else {
            delete[] block;
        }
    }

    T& element(std::size_t index) const noexcept
    {
        const Place place = placeOf(index);
        const BlockPointer* const blocks = m_blocks.load(std::memory_order_acquire);
        return blocks[place.slot].load(std::memory_order_relaxed)[place.offset];
    }

    void addBlock(std::size_t index)
    {
        const std::size_t slot = placeOf(index).slot;
        if (m_directory == nullptr || slot >= m_directory->size) {
            constexpr std::size_t kFewest = 2;
            m_directory = new Directory(std::max(kFewest, std::bit_ceil(slot + 1)), m_directory);
            m_blocks.store(m_directory->blocks.get(), std::memory_order_release);
        }
        const std::size_t elements = elementsOf(slot);
        m_last = newBlock(elements);
        m_begin = index;
        m_end = index + elements;
        m_blocks.load(std::memory_order_relaxed)[slot].store(m_last, std::memory_order_relaxed);
    }

    std::atomic<BlockPointer*> m_blocks{nullptr}; // the directory's
    std::atomic<std::size_t> m_size{0};
    std::atomic<std::size_t> m_released{0};
    // The appender's own: the newest directory, and the block that is being filled, with the indices [begin, end).
    Directory* m_directory = nullptr;
    T* m_last = nullptr;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
};

} // namespace threadscape
