#pragma once

#include <cstdint>

namespace threadscape {

/// Keeps a core busy, and comes to a number that depends on each step, so that no compiler leaves any out: `rounds` steps of a
/// linear congruential generator. Nothing but the core is used: no memory, no system call.
std::uint64_t busyWork(std::uint64_t seed, std::int64_t rounds) noexcept;

/// So many rounds take 1 us of a core of this machine, when it has the core alone. Measured once, in about 2 ms. Any thread.
double busyRoundsPerUs();

} // namespace threadscape
