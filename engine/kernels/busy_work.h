#pragma once

#include <algorithm>
#include <cstdint>

namespace threadscape {

/// Keeps a core busy, and returns a number that depends on each step, so that the compiler cannot elide any: `rounds` steps of
/// a linear congruential generator. Uses no memory and no system call.
std::uint64_t busyWork(std::uint64_t seed, std::int64_t rounds) noexcept;

/// The number of rounds per us on an otherwise idle core of this machine. Measured once, in about 2 ms. Any thread.
double busyRoundsPerUs();

/// The same `rounds` in blocks of about 50 us, with `between()` before each.
template <typename Between>
void workInBlocks(std::uint64_t seed, std::int64_t rounds, double roundsPerUs, Between&& between)
{
    constexpr double kBlockUs = 50;
    const auto block = std::max<std::int64_t>(1, static_cast<std::int64_t>(kBlockUs * roundsPerUs));
    for (; rounds > 0; rounds -= block) {
        between();
        seed = busyWork(seed, std::min(rounds, block));
    }
    [[maybe_unused]] volatile std::uint64_t kept = seed;
}

/// The same for `us` of a core.
template <typename Between>
void workFor(std::uint64_t seed, double us, double roundsPerUs, Between&& between)
{
    workInBlocks(seed, static_cast<std::int64_t>(us * roundsPerUs), roundsPerUs, between);
}

} // namespace threadscape
