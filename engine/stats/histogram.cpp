#include "stats/histogram.h"

#include <cmath>

namespace threadscape {

std::uint64_t Histogram::total() const noexcept
{
    std::uint64_t sum = 0;
    for (int i = 0; i < kClasses; ++i)
        sum += count(i);
    return sum;
}

std::uint64_t Histogram::quantile(double quantile) const noexcept
{
    const auto all = static_cast<double>(total());
    if (all == 0)
        return 0;
    const double wanted = std::fmax(1.0, std::ceil(quantile * all));
    double seen = 0;
    for (int i = 0; i < kClasses; ++i) {
        seen += count(i);
        if (seen >= wanted)
            return lowerEdge(i + 1) - 1;
    }
    return lowerEdge(kClasses);
}

} // namespace threadscape
