#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace threadscape {

/// Restores the order of items that arrive lane by lane, by their numbers, which begin at 1 and may wrap around: an item is
/// delivered once all before it have arrived. Stamps from several cores cannot order the events of one lock (plain TSC reads
/// are seen inverted); a number assigned under the lock's own protection can, at no cost.
/// Cost: constant per item, whatever the order. Threads: one.
template <typename T>
class SequenceMerge {
public:
    /// The first missing one is assumed lost when items are further ahead than this.
    static constexpr std::uint32_t kWindow = 1U << 21U;

    explicit SequenceMerge(std::uint32_t first = 1) : m_next(first) {}

    /// Takes an item; calls `deliver(item)` for it and for items that waited for it, up to the next missing number.
    template <typename Deliver>
    void push(std::uint32_t number, T item, Deliver&& deliver)
    {
        std::uint32_t ahead = number - m_next;
        if (ahead > UINT32_MAX / 2) {
            deliver(std::move(item)); // assumed lost before: late is better than never
            return;
        }
        if (ahead >= kWindow) {
            flush(deliver);
            m_next = number;
            ahead = 0;
        }
        if (ahead == 0 && m_extent == 0) {
            ++m_next;
            deliver(std::move(item));
            return;
        }
        if (ahead >= m_ring.size())
            grow(ahead + 1);
        m_extent = std::max<std::size_t>(m_extent, ahead + 1);
        place(ahead) = std::move(item);
        while (m_extent > 0 && place(0))
            deliverFirst(deliver);
    }

    /// Delivers items that wait for numbers that will not arrive any more: while the first waiting item `isOld`.
    template <typename IsOld, typename Deliver>
    void giveUpBefore(IsOld&& isOld, Deliver&& deliver)
    {
        while (m_extent > 0) {
            std::size_t missing = 0;
            while (!place(missing)) // the last slot is filled
                ++missing;
            if (!isOld(*place(missing)))
                return;
            for (; missing > 0; --missing)
                step();
            while (m_extent > 0 && place(0))
                deliverFirst(deliver);
        }
        if (m_extent == 0 && m_ring.size() > kUsual) { // what a long wait needed
            m_ring = {};
            m_front = 0;
        }
    }

    /// Bytes allocated now.
    std::size_t bytes() const noexcept { return m_ring.capacity() * sizeof(std::optional<T>); }

    /// Delivers all waiting items, whatever is missing: no more items will arrive.
    template <typename Deliver>
    void flush(Deliver&& deliver)
    {
        while (m_extent > 0) {
            if (place(0))
                deliverFirst(deliver);
            else
                step();
        }
    }

private:
    static constexpr std::size_t kUsual = 4096; // places that stay

    std::optional<T>& place(std::size_t ahead) noexcept
    {
        return m_ring[(m_front + ahead) & (m_ring.size() - 1)];
    }

    void step() noexcept
    {
        ++m_next;
        ++m_front;
        --m_extent;
    }

    template <typename Deliver>
    void deliverFirst(Deliver& deliver)
    {
        std::optional<T>& first = place(0);
        T item = std::move(*first);
        first.reset();
        step();
        deliver(std::move(item));
    }

    void grow(std::size_t places)
    {
        std::vector<std::optional<T>> larger(std::bit_ceil(std::max<std::size_t>(places, 64)));
        for (std::size_t i = 0; i < m_extent; ++i)
            larger[i] = std::move(place(i));
        m_ring = std::move(larger);
        m_front = 0;
    }

    std::uint32_t m_next;
    // Number m_next + i is stored i slots after m_front in the ring, whose size is a power of two.
    std::vector<std::optional<T>> m_ring;
    std::size_t m_front = 0;
    std::size_t m_extent = 0; // the number of slots from m_front on that may be filled
};

} // namespace threadscape
