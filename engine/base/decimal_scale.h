#pragma once

#include <cstdint>
#include <vector>

namespace threadscape {

/// Real numbers stored as integers, as multiples of a power of ten: with 2 decimals 1.25 is stored as 125.
/// Threads: a value type.
class DecimalScale {
public:
    static constexpr int kMostDecimals = 18;

    DecimalScale() = default;
    /// `decimals`: 0 .. kMostDecimals.
    explicit DecimalScale(int decimals) noexcept;
    /// The fewest decimals with which all finite `values` are what was written, or else as many as let the largest remain
    /// below `most` when stored.
    static DecimalScale of(const std::vector<double>& values, double most);

    int decimals() const noexcept { return m_decimals; }
    std::int64_t stored(double value) const noexcept;
    double real(double stored) const noexcept { return stored / m_times; }
    double real(std::int64_t stored) const noexcept { return static_cast<double>(stored) / m_times; }
    /// The decimals that `stored` needs: 1 for 1.50.
    int decimalsOf(std::int64_t stored) const noexcept;

private:
    int m_decimals = 0;
    double m_times = 1; // 10^m_decimals
};

} // namespace threadscape
