#pragma once

#include <cstdint>
#include <random>

namespace threadscape {

/// A uniform index in 0 .. count - 1 (count >= 1), with a bias of one part in 2^32 / count. The same on every platform, which
/// std::uniform_int_distribution does not guarantee.
/// Source: multiply-shift, D. Lemire, Fast random integer generation in an interval, ACM TOMACS 29 (2019), without its
/// rejection.
inline std::uint32_t randomIndex(std::mt19937_64& random, std::uint32_t count)
{
    return static_cast<std::uint32_t>(((random() >> 32U) * count) >> 32U);
}

} // namespace threadscape
