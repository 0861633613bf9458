#pragma once

#include "measure/speedup_study.h"

#include <cstdint>

namespace threadscape {

enum class Fitting : std::uint8_t { without, with };

/// Computes everything derived from the samples of a study. The measurements are not changed, and with the seed they determine
/// the result, so this may be called again after each sample.
///
/// The points are sorted: baselines first, then by the order of study.backends (others last), then by jobs. Each gets median,
/// mean, deviation and interval of its samples, and the values derived from the medians of it and of its baseline at one job:
/// speedup, efficiency, and Karp and Flatt's serial fraction; and the speedup is judged. A baseline's own speedup is exactly 1.
/// Where there is no baseline yet, or a time of 0 in either, or where the speedup is refused as impossible, all of these are 0 or
/// nullopt.
///
/// Both laws are fitted to each backend that has a baseline, is none, and has two points or more, in the order of the points.
/// Where other programs had too many of the cores no law is determined.
/// Without that (`fitting`) study.fits is empty; it is the slowest part, and can wait until the end of the measurements.
///
/// Cost: about 60 us per point, and 1 ms per fit to 8 points, of 7 samples each. Threads: the study's owner.
void analyse(SpeedupStudy& study, std::uint64_t seed, Fitting fitting = Fitting::with);

/// What a point's speedup cannot exceed: its jobs, the cores, the independent items; 1 where an interpreter lock lets one calculate
/// at a time. Threads: any.
double speedupLimit(const SpeedupStudy& study, const SpeedupPoint& point) noexcept;

} // namespace threadscape
