#pragma once

#include "measure/speedup_study.h"

#include <cstdint>

namespace threadscape {

enum class Fitting : std::uint8_t { without, with };

/// Works out all that follows from the samples of a study. What was measured stays as it is, and with the seed alone decides the
/// result, so this may be called again after each sample.
///
/// The points are put into order: baselines first, then as the backends stand in study.backends (behind them those that do not),
/// then by jobs. Each gets median, mean, deviation and interval of its samples, and what follows from the medians of it and of
/// its baseline at one job: speedup, efficiency, Karp and Flatt's serial fraction, and what of the lost time is unexplained. A
/// baseline's own speedup is 1, for sure. Where there is no baseline yet, or a time of 0 in either, all of these are 0 or none,
/// and what is not told of as lost is unexplained.
///
/// Both laws are fitted to each backend that has a baseline, is none, and has two points or more, in the order of the points.
/// Without that (`fitting`) study.fits is empty; it takes longer than all else, and can wait until the measuring is over.
///
/// Cost: about 60 us a point, and 1 ms a fit to 8 points, of 7 samples each. Threads: the study's owner.
void analyse(SpeedupStudy& study, std::uint64_t seed, Fitting fitting = Fitting::with);

} // namespace threadscape
