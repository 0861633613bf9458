#pragma once

#include <span>

namespace threadscape {

// Of at least one value each: no number would be true of none, so asking for it is a mistake of the caller's (asserted).
// In the unit of the values. Threads: any.

/// The value in the middle; of an even count, half-way between the two there.
double median(std::span<const double> values);

/// Their sum over their count.
double mean(std::span<const double> values) noexcept;

/// Standard deviation of the values themselves, taken as the whole population: the squares' sum is divided by the count, not
/// by one less. As IPython's %timeit tells it ("1.2 ms +- 30 us per loop (mean +- std. dev. of 7 runs)").
double standardDeviation(std::span<const double> values) noexcept;

} // namespace threadscape
