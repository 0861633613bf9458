#pragma once

#include "measure/speedup_study.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace threadscape {

/// One backend's times with one number of jobs.
struct ScalingSample {
    int jobs = 1;
    std::span<const double> timesS{}; ///< at least one, all above 0
};

/// The law's curve that lies nearest to the measured speedups, see nearestCurve(). `baselineS` are the sequential run's times,
/// at least one, all above 0. For the intervals the law is fitted to draws of the centres of the times of each number of jobs and
/// of the baseline (see ConfidenceDraws); there are none where a time was measured once.
///
/// Both laws are about workers with a core each. More of them than `cores` flatten for another reason, so those are left out.
/// So is one job, where both laws are 1 for all parameters.
///
/// `determined` tells whether the data can tell these parameters from others. That takes
/// - more numbers of jobs than the law has parameters, so 2 for Amdahl's and 3 for the USL: through as many points as parameters
///   some curve goes, and proves nothing. On two cores only 2 jobs are left and no law can be told. Amdahl's serial fraction is
///   then Karp and Flatt's of that one point, brought into [0, 1], and the USL has nothing to tell;
/// - kFitTimesLeast times of each and of the baseline: fewer do not show how much they vary;
/// - narrow intervals: kFitWidest at most for the serial fraction, and for the coherence times the largest number of jobs, where
///   it weighs as much as that;
/// - for the USL, a parameter that is certainly above 0: if neither is, it is no better than Amdahl's law, which needs one less;
/// - a curve that is near the points: by kFitFurthest of the speedup at most, in the root mean square. From what follows another
///   law, narrow intervals come too.
/// With fewer numbers of jobs than parameters nothing is told.
///
/// The caller sets the backend. The same seed gives the same fit. Cost: some 1 ms for 8 numbers of jobs. Threads: any.
SpeedupFit fitScaling(ScalingLaw law, std::span<const ScalingSample> samples,
                      std::span<const double> baselineS, int cores, std::uint64_t seed);

inline constexpr std::size_t kFitDraws = 400;
inline constexpr std::size_t kFitTimesLeast = 3;
inline constexpr double kFitWidest = 0.5;
inline constexpr double kFitFurthest = 0.1;

} // namespace threadscape
