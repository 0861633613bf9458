#pragma once

#include <algorithm>
#include <cstddef>

namespace threadscape {

/// The first index of [from, count) at which `reached(index)` holds; `count` if there is none. `reached` must be monotonic.
/// Cost: the logarithm of the distance from `from`, which makes walks from left to right fast. Threads: those that may read
/// what `reached` reads.
template <typename Reached>
std::size_t firstIndex(std::size_t from, std::size_t count, Reached&& reached)
{
    std::size_t low = from;
    std::size_t high = from;
    std::size_t step = 1;
    while (high < count && !reached(high)) {
        low = high + 1;
        high += step;
        step *= 2;
    }
    high = std::min(high, count);
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (reached(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

} // namespace threadscape
