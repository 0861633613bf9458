#pragma once

#include <optional>

namespace threadscape {

/// a / b for a finding; nullopt, no value yet, where b is 0. Threads: any.
inline std::optional<double> ratio(double a, double b) noexcept
{
    return b > 0 ? std::optional(a / b) : std::nullopt;
}

} // namespace threadscape
