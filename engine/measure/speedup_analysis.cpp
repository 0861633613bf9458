#include "measure/speedup_analysis.h"

#include "measure/scaling_fit.h"
#include "measure/scaling_laws.h"
#include "stats/confidence.h"
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

void describeTimes(SpeedupPoint& point)
{
    const std::vector<double>& samples = point.samplesS;
    point.medianS = samples.empty() ? 0 : median(samples);
    point.meanS = samples.empty() ? 0 : mean(samples);
    point.stdS = samples.empty() ? 0 : standardDeviation(samples);
    point.medianCiS = samples.empty() ? std::nullopt : centreInterval(samples);
}

void setAgainst(SpeedupPoint& point, const SpeedupPoint* baseline, const SpeedupStudy& study,
                ConfidenceDraws& draws)
{
    point.speedup = 0;
    point.speedupCi.reset();
    point.karpFlatt.reset();
    point.judged = {};
    if (baseline == &point) {
        point.speedup = 1;
        point.speedupCi = Interval{1, 1};
        point.judged = {Standing::level, Doubt::none};
    } else if (baseline != nullptr && dividable(point)) {
        const double speedup = baseline->medianS / point.medianS;
        const std::optional<Interval> interval = draws.ratio(baseline->samplesS, point.samplesS);
        point.judged = judge({speedup, interval, speedupLimit(study, point)}, study.othersShare);
        if (point.judged.standing != Standing::impossible) {
            point.speedup = speedup;
            point.speedupCi = interval;
            if (point.jobs > 1)
                point.karpFlatt = karpFlatt(speedup, point.jobs);
        }
    }
    point.efficiency = efficiency(point.speedup, point.jobs);
}

void fitLaws(SpeedupStudy& study, std::uint64_t seed)
{
    std::vector<ScalingSample> samples;
    for (auto point = study.points.begin(); point != study.points.end();) {
        const Backend backend = point->backend;
        samples.clear();
        for (; point != study.points.end() && point->backend == backend; ++point)
            if (dividable(*point) && point->judged.standing != Standing::impossible)
                samples.push_back({point->jobs, point->samplesS});
        const SpeedupPoint* const baseline = baselinePoint(study, backend);
        if (isBaseline(backend) || baseline == nullptr || samples.size() < 2)
            continue;
        for (const ScalingLaw law : {ScalingLaw::amdahl, ScalingLaw::usl}) {
            study.fits.push_back(fitScaling(law, samples, baseline->samplesS, study.cores, seed));
            SpeedupFit& fit = study.fits.back();
            fit.backend = backend;
            fit.determined &= !study.disturbed();
        }
    }
}

} // namespace

double speedupLimit(const SpeedupStudy& study, const SpeedupPoint& point) noexcept
{
    if (factsOf(point.backend).oneAtATime)
        return 1;
    const int most = std::min(point.jobs, std::max(1, study.cores));
    return study.items > 0 ? static_cast<double>(std::min<std::int64_t>(most, study.items)) : most;
}

void analyse(SpeedupStudy& study, std::uint64_t seed, Fitting fitting)
{
    sortPoints(study);
    for (SpeedupPoint& point : study.points)
        describeTimes(point);
    ConfidenceDraws draws(seed);
    for (SpeedupPoint& point : study.points)
        setAgainst(point, baselinePoint(study, point.backend), study, draws);
    study.fits.clear();
    if (fitting == Fitting::with)
        fitLaws(study, seed);
}

} // namespace threadscape
