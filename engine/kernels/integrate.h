#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace threadscape {

/// The integrands.
enum class Integrand : std::uint8_t {
    cos,
    sin,
    gauss, ///< exp(-x^2)
    witch, ///< 1 / (1 + x^2), the witch of Agnesi
};
inline constexpr Integrand kLastIntegrand = Integrand::witch;

/// An interval of the x axis divided into `iterations` equal steps.
struct Grid {
    double from = 0;
    double to = 1;
    std::int64_t iterations = 1;

    double step() const noexcept { return (to - from) / static_cast<double>(iterations); }
    /// The first index of job `k` of `jobs`: kN/n. That of job `jobs` is the end.
    std::int64_t firstOf(int k, int jobs) const noexcept { return k * iterations / jobs; }
};

/// Adds the terms of the left Riemann sum with the indices [begin, end) to `sum`, one after the other: f(from + i step) step.
/// The order of the additions is part of the result: the same indices give the same sum to the last digit, wherever they
/// are added, and in however many calls. No fast-math, no contraction.
double addRiemann(Integrand f, const Grid& grid, double sum, std::int64_t begin, std::int64_t end) noexcept;

/// The same from 0, with `between()` called after every block of well under 100 us.
template <typename Between>
double riemannSum(Integrand f, const Grid& grid, std::int64_t begin, std::int64_t end, Between&& between)
{
    constexpr std::int64_t kBlock = 2000; // 20 to 50 ns per index
    double sum = 0;
    while (begin < end) {
        const std::int64_t until = std::min(begin + kBlock, end);
        sum = addRiemann(f, grid, sum, begin, until);
        begin = until;
        between();
    }
    return sum;
}

/// By how much two sums of the same terms may differ when these were added in different orders.
inline double greatestRounding(const Grid& grid) noexcept
{
    constexpr double kLeast = 1e-12;
    constexpr double kHalfUlp = 0x1p-53;
    return std::max(kLeast,
                    2 * kHalfUlp * static_cast<double>(grid.iterations) * std::abs(grid.to - grid.from));
}

/// The integral itself, by the antiderivative: sin, -cos, erf, atan.
double exactIntegral(Integrand f, double from, double to) noexcept;

} // namespace threadscape
