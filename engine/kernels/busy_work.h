#pragma once

#include <algorithm>
#include <cstdint>

namespace threadscape {

/// Keeps a core busy, and comes to a number that depends on each step, so that no compiler leaves any out: `rounds` steps of a
/// linear congruential generator. Nothing but the core is used: no memory, no system call.
std::uint64_t busyWork(std::uint64_t seed, std::int64_t rounds) noexcept;

/// So many rounds take 1 us of a core of this machine, when it has the core alone. Measured once, in about 2 ms. Any thread.
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

} // namespace threadscape
