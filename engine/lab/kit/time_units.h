#pragma once

#include <cstdint>

namespace threadscape {

/// A duration in ms, such as a setting's, in s: `inSeconds(count * intervalMs)`. Any thread.
constexpr double inSeconds(std::int64_t ms) noexcept
{
    return static_cast<double>(ms) * 1e-3;
}

/// A measured duration in ns, in ms. Any thread.
constexpr double inMs(std::int64_t ns) noexcept
{
    return static_cast<double>(ns) * 1e-6;
}

} // namespace threadscape
