#pragma once

#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace threadscape {

/// Counts of values (durations, in any unit) in logarithmic bins: 16 per doubling, so a percentile is at most 6.25 % too high.
/// Threads: one writer at a time or, by addShared, many; readers at any time.
class Histogram {
public:
    static constexpr int kPerDoubling = 16;
    static constexpr int kDoublings = 44; // in ns up to four hours
    static constexpr int kClasses = kPerDoubling * kDoublings;

    Histogram() = default;
    Histogram(const Histogram& other) noexcept { *this = other; }
    Histogram& operator=(const Histogram& other) noexcept
    {
        for (std::size_t i = 0; i < m_counts.size(); ++i)
            m_counts[i].store(other.m_counts[i].load(std::memory_order_relaxed), std::memory_order_relaxed);
        return *this;
    }
    ~Histogram() = default;

    void add(std::uint64_t value) noexcept
    {
        std::atomic<std::uint32_t>& count = m_counts[static_cast<std::size_t>(classOf(value))];
        // One writer at a time: no read-modify-write is needed.
        count.store(count.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    }

    /// The same for several writers.
    void addShared(std::uint64_t value) noexcept
    {
        m_counts[static_cast<std::size_t>(classOf(value))].fetch_add(1, std::memory_order_relaxed);
    }

    /// Replaces the count of one bin.
    void setCount(int index, std::uint32_t count) noexcept
    {
        m_counts[static_cast<std::size_t>(index)].store(count, std::memory_order_relaxed);
    }

    std::uint64_t total() const noexcept;
    std::uint32_t count(int index) const noexcept
    {
        return m_counts[static_cast<std::size_t>(index)].load(std::memory_order_relaxed);
    }

    /// The upper edge of the bin in which the share `quantile` in [0, 1] of all values is reached; 0 when empty.
    std::uint64_t quantile(double quantile) const noexcept;

    static int classOf(std::uint64_t value) noexcept
    {
        if (value < kPerDoubling)
            return static_cast<int>(value);
        const int exponent =
            static_cast<int>(std::bit_width(value)) - 5; // so that value >> exponent lies in [16, 32)
        const int index =
            (exponent + 1) * kPerDoubling + static_cast<int>((value >> exponent) & (kPerDoubling - 1));
        return index < kClasses ? index : kClasses - 1;
    }
    /// The smallest value of the bin, which ends before lowerEdge(index + 1).
    static std::uint64_t lowerEdge(int index) noexcept
    {
        if (index < kPerDoubling)
            return static_cast<std::uint64_t>(index);
        const int exponent = index / kPerDoubling - 1;
        return static_cast<std::uint64_t>(kPerDoubling + index % kPerDoubling) << exponent;
    }

private:
    std::array<std::atomic<std::uint32_t>, kClasses> m_counts{};
};

} // namespace threadscape
