#pragma once

namespace threadscape {

/// A range of values, low <= high: a 95 % confidence interval, unless said otherwise.
struct Interval {
    double low = 0;
    double high = 0;
    friend bool operator==(const Interval&, const Interval&) = default;
};

} // namespace threadscape
