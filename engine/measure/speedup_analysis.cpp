#include "measure/speedup_analysis.h"

#include "measure/scaling_fit.h"
#include "measure/scaling_laws.h"
#include "stats/bootstrap.h"
#include "stats/statistics.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace threadscape {

namespace {

void sortPoints(SpeedupStudy& study)
{
    const auto place = [&study](const SpeedupPoint& point) {
        const auto listed = std::ranges::find(study.backends, point.backend) - study.backends.begin();
        return std::tuple(!isBaseline(point.backend), listed, point.backend, point.jobs);
    };
    std::ranges::stable_sort(study.points, {}, place);
}

bool dividable(const SpeedupPoint& point)
{
    return !point.samplesS.empty() && std::ranges::min(point.samplesS) > 0;
}

// The baseline of a backend; nullptr: none yet.
const SpeedupPoint* baselinePoint(const SpeedupStudy& study, Backend backend)
{
    const SpeedupPoint* const baseline = study.find(factsOf(backend).baseline, 1);
    return baseline != nullptr && dividable(*baseline) ? baseline : nullptr;
}

void describeTimes(SpeedupPoint& point, MedianBootstrap& bootstrap)
{
    const std::vector<double>& samples = point.samplesS;
    point.medianS = samples.empty() ? 0 : median(samples);
    point.meanS = samples.empty() ? 0 : mean(samples);
    point.stdS = samples.empty() ? 0 : standardDeviation(samples);
    point.medianCiS = samples.empty() ? Interval{} : bootstrap.median(samples);
}

void setAgainst(SpeedupPoint& point, const SpeedupPoint* baseline, MedianBootstrap& bootstrap)
{
    point.speedup = 0;
    point.speedupCi = {};
    point.karpFlatt.reset();
    if (baseline == &point) {
        point.speedup = 1;
        point.speedupCi = {1, 1};
    } else if (baseline != nullptr && dividable(point)) {
        point.speedup = baseline->medianS / point.medianS;
        point.speedupCi = bootstrap.ratio(baseline->samplesS, point.samplesS);
        if (point.jobs > 1)
            point.karpFlatt = karpFlatt(point.speedup, point.jobs);
    }
    point.efficiency = efficiency(point.speedup, point.jobs);
    if (point.lost) {
        Losses& lost = *point.lost;
        lost.unexplained = 1 - (point.efficiency + lost.imbalance + lost.waiting + lost.ready + lost.startup);
    }
}

void fitLaws(SpeedupStudy& study, std::uint64_t seed)
{
    std::vector<ScalingSample> samples;
    for (auto point = study.points.begin(); point != study.points.end();) {
        const Backend backend = point->backend;
        samples.clear();
        for (; point != study.points.end() && point->backend == backend; ++point)
            if (dividable(*point))
                samples.push_back({point->jobs, point->samplesS});
        const SpeedupPoint* const baseline = baselinePoint(study, backend);
        if (isBaseline(backend) || baseline == nullptr || samples.size() < 2)
            continue;
        for (const ScalingLaw law : {ScalingLaw::amdahl, ScalingLaw::usl}) {
            study.fits.push_back(fitScaling(law, samples, baseline->samplesS, study.cores, seed));
            study.fits.back().backend = backend;
        }
    }
}

} // namespace

void analyse(SpeedupStudy& study, std::uint64_t seed, Fitting fitting)
{
    sortPoints(study);
    MedianBootstrap bootstrap(seed);
    for (SpeedupPoint& point : study.points)
        describeTimes(point, bootstrap);
    for (SpeedupPoint& point : study.points)
        setAgainst(point, baselinePoint(study, point.backend), bootstrap);
    study.fits.clear();
    if (fitting == Fitting::with)
        fitLaws(study, seed);
}

} // namespace threadscape
