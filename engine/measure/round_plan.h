#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace threadscape {

/// The order of measurements: each of `rounds` rounds contains each point's index once, newly shuffled. So a temporary change
/// of the machine's speed affects all points alike, and no point always follows the same other and inherits its state.
/// The same seed gives the same plan on every platform, and a longer plan begins with the shorter one.
/// Source: R. A. Fisher and F. Yates' shuffle, as in D. E. Knuth, The Art of Computer Programming 2, 3.4.2, algorithm P.
/// Threads: any.
std::vector<std::vector<std::size_t>> roundPlan(std::size_t rounds, std::size_t points, std::uint64_t seed);

} // namespace threadscape
