#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

namespace threadscape::chrome {

/// How many ps a slice's duration is written short of, so that programs that calculate in doubles (every one in JavaScript) find
/// that it ends no later than the next slice of its thread begins: they add "dur" to "ts", many after taking the thread's first
/// "ts" from it, and each sum is rounded up or down. Where such a sum would be too large, the duration is less by as little as
/// helps, at most 256 ps, so that its nearest ns is still the duration.
/// `firstNs`: where the thread's first slice starts. Precondition: firstNs <= startNs < endNs. Helps for times up to 100 hours; 0
/// for a duration that has no number in ps.
/// Threads: any.
inline std::int64_t psTakenOff(std::int64_t firstNs, std::int64_t startNs, std::int64_t endNs) noexcept
{
    constexpr std::int64_t kPsPerNs = 1'000;
    constexpr std::int64_t kMostTaken = 256;
    constexpr std::int64_t kExact = std::int64_t{1} << std::numeric_limits<double>::digits;
    // As read from text with three decimals: a division is rounded as the text's number is.
    const auto us = [](std::int64_t ns) { return static_cast<double>(ns) / 1e3; };
    const double first = us(firstNs);
    const double start = us(startNs);
    const double end = us(endNs);
    if (endNs - startNs > std::numeric_limits<std::int64_t>::max() / kPsPerNs)
        return 0;
    const std::int64_t wholePs = (endNs - startNs) * kPsPerNs;
    std::int64_t takenPs = 0;
    for (;;) {
        const std::int64_t ps = wholePs - takenPs;
        double duration = static_cast<double>(ps) / 1e6;
        if (ps > kExact) // rounded twice
            duration = std::nextafter(duration, std::numeric_limits<double>::infinity());
        if ((start + duration <= end && start - first + duration <= end - first) || takenPs == kMostTaken)
            return takenPs;
        takenPs = takenPs == 0 ? 1 : 2 * takenPs;
    }
}

} // namespace threadscape::chrome
