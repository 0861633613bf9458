#include "stats/statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

namespace threadscape {

double median(std::span<const double> values)
{
    assert(!values.empty());
    std::vector<double> order(values.begin(), values.end());
    const auto middle = order.begin() + static_cast<std::ptrdiff_t>(order.size() / 2);
    std::nth_element(order.begin(), middle, order.end());
    if (order.size() % 2 == 1)
        return *middle;
    return std::midpoint(*std::max_element(order.begin(), middle), *middle);
}

double mean(std::span<const double> values) noexcept
{
    assert(!values.empty());
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double standardDeviation(std::span<const double> values) noexcept
{
    const double centre = mean(values);
    double squares = 0;
    for (const double value : values)
        squares += (value - centre) * (value - centre);
    return std::sqrt(squares / static_cast<double>(values.size()));
}

} // namespace threadscape
