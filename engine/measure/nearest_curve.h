#pragma once

#include "measure/speedup_study.h"

#include <span>

namespace threadscape {

/// See uslSpeedup().
struct ScalingCurve {
    double contention = 0;
    double coherence = 0;
    friend bool operator==(const ScalingCurve&, const ScalingCurve&) = default;
};

struct MeasuredSpeedup {
    int jobs = 1;
    double speedup = 1; ///< above 0
};

/// The curve of that law with the least sum of squared differences from the measured speedups, among those with a contention
/// within [0, 1] and a coherence of 0 or above (of 0 for Amdahl's law). Where it is not unique, one of the nearest: two
/// parameters need two numbers of jobs, and one job has no information, as every curve is 1 there. For points so scattered that
/// there are several local minima it need not be the global one.
/// By Newton's method, each step within the bounds, from the law's linear form (n / S - 1 = (n - 1) contention + n (n - 1)
/// coherence, weighted). Cost: about 1 us for 8 points.
/// Threads: any.
ScalingCurve nearestCurve(ScalingLaw law, std::span<const MeasuredSpeedup> points) noexcept;

} // namespace threadscape
