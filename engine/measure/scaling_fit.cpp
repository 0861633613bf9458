#include "measure/scaling_fit.h"

#include "measure/nearest_curve.h"
#include "measure/scaling_laws.h"
#include "stats/confidence.h"
#include "stats/statistics.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <vector>

namespace threadscape {

namespace {

std::vector<ScalingSample> withACoreEach(std::span<const ScalingSample> samples, int cores)
{
    std::vector<ScalingSample> used;
    std::ranges::copy_if(samples, std::back_inserter(used), [cores](const ScalingSample& sample) {
        return sample.jobs > 1 && sample.jobs <= cores;
    });
    return used;
}

std::size_t distinctJobs(std::span<const ScalingSample> samples)
{
    std::set<int> jobs;
    for (const ScalingSample& sample : samples)
        jobs.insert(sample.jobs);
    return jobs.size();
}

bool timedAtLeast(std::size_t times, std::span<const ScalingSample> samples,
                  std::span<const double> baselineS)
{
    return baselineS.size() >= times && std::ranges::all_of(samples, [times](const ScalingSample& sample) {
               return sample.timesS.size() >= times;
           });
}

// The relative distance of the curve from the points: the root mean square.
double curveDistance(std::span<const MeasuredSpeedup> points, const ScalingCurve& curve)
{
    double squares = 0;
    for (const MeasuredSpeedup& point : points) {
        const double there = uslSpeedup(curve.contention, curve.coherence, point.jobs);
        squares += (there / point.speedup - 1) * (there / point.speedup - 1);
    }
    return std::sqrt(squares / static_cast<double>(points.size()));
}

void setIntervals(SpeedupFit& fit, ScalingLaw law, std::span<const ScalingSample> samples,
                  std::span<const double> baselineS, std::uint64_t seed)
{
    // A row of centres for the baseline and for each number of jobs.
    ConfidenceDraws draws(seed, kFitDraws);
    std::vector<double> centres((samples.size() + 1) * kFitDraws);
    const auto row = [&](std::size_t index) {
        return std::span(centres).subspan(index * kFitDraws, kFitDraws);
    };
    draws.centres(baselineS, 0, row(0));
    std::vector<MeasuredSpeedup> points;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        draws.centres(samples[i].timesS, static_cast<std::uint32_t>(i + 1), row(i + 1));
        points.push_back({samples[i].jobs});
    }

    std::vector<double> serialFractions;
    std::vector<double> coherences;
    for (std::size_t draw = 0; draw < kFitDraws; ++draw) {
        for (std::size_t i = 0; i < samples.size(); ++i)
            points[i].speedup = row(0)[draw] / row(i + 1)[draw];
        const ScalingCurve curve = nearestCurve(law, points);
        serialFractions.push_back(curve.contention);
        coherences.push_back(curve.coherence);
    }
    fit.serialFractionCi = middleInterval(serialFractions);
    if (law == ScalingLaw::usl)
        fit.coherenceCi = middleInterval(coherences);
}

} // namespace

SpeedupFit fitScaling(ScalingLaw law, std::span<const ScalingSample> samples,
                      std::span<const double> baselineS, int cores, std::uint64_t seed)
{
    SpeedupFit fit{.law = law};
    const std::vector<ScalingSample> used = withACoreEach(samples, cores);
    if (used.empty())
        return fit;

    std::vector<MeasuredSpeedup> points;
    points.reserve(used.size());
    for (const ScalingSample& sample : used)
        points.push_back({sample.jobs, median(baselineS) / median(sample.timesS)});
    const std::size_t parameters = law == ScalingLaw::amdahl ? 1 : 2;
    const std::size_t numbers = distinctJobs(used);
    if (numbers < parameters)
        return fit; // some curve of the law goes through the points, and so do others
    const ScalingCurve curve = nearestCurve(law, points);
    fit.serialFraction = curve.contention;
    if (law == ScalingLaw::usl)
        fit.coherence = curve.coherence;
    if (!timedAtLeast(2, used, baselineS))
        return fit;
    setIntervals(fit, law, used, baselineS, seed);

    const int most = std::ranges::max(used, {}, &ScalingSample::jobs).jobs;
    const Interval serial = fit.serialFractionCi.value_or(Interval{});
    const Interval coherence = fit.coherenceCi.value_or(Interval{});
    fit.determined = numbers > parameters && timedAtLeast(kFitTimesLeast, used, baselineS) &&
                     serial.high - serial.low <= kFitWidest &&
                     (coherence.high - coherence.low) * most <= kFitWidest &&
                     (law == ScalingLaw::amdahl || serial.low > 0 || coherence.low > 0) &&
                     curveDistance(points, curve) <= kFitFurthest;
    return fit;
}

} // namespace threadscape
