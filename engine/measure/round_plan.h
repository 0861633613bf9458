#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace threadscape {

/// In what order to measure: in each of so many rounds each of so many points once, by its index, in a fresh order. Where the
/// machine turns slower or quicker for a while, it does so to all points and not to one; and no point always comes after the same
/// other, and finds what that leaves behind.
/// The same seed gives the same plan on every platform, and a longer plan begins with the shorter one.
/// Source: R. A. Fisher and F. Yates' shuffle, as in D. E. Knuth, The Art of Computer Programming 2, 3.4.2, algorithm P.
/// Threads: any.
std::vector<std::vector<std::size_t>> roundPlan(std::size_t rounds, std::size_t points, std::uint64_t seed);

} // namespace threadscape
