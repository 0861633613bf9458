#pragma once

#include <cstdint>

namespace threadscape {

/// The value that the trial tasks of worker processes write with step `number`: any two differ in many bits, all over the
/// 48 that an event keeps.
constexpr std::int64_t trialValue(std::uint32_t number) noexcept
{
    return static_cast<std::int64_t>((std::uint64_t{number} + 1) * 0x9E37'79B9'7F4A'7C15U) >> 16;
}

} // namespace threadscape
