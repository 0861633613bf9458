#pragma once

#include <span>

namespace threadscape {

// Precondition of each: at least one value (asserted), since there is no meaningful result for none. In the unit of the values.
// Threads: any.

/// The median; for an even count, the mean of the middle two.
double median(std::span<const double> values);

/// The arithmetic mean.
double mean(std::span<const double> values) noexcept;

/// The population standard deviation: divided by the count, not by one less. As in IPython's %timeit ("1.2 ms +- 30 us per loop
/// (mean +- std. dev. of 7 runs)").
double standardDeviation(std::span<const double> values) noexcept;

} // namespace threadscape
