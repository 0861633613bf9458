#include "view/speedup/speedup.h"

#include "view/axis/time_axis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace threadscape {

namespace {

constexpr double kRoomAbove = 1.25; // of what the cores allow
constexpr double kRoomOverBar = 1.04;
constexpr double kMostBar = 1.5;     // a bar beyond so many times what the cores allow leaves the picture
constexpr double kRoomBefore = 0.05; // of the axis
constexpr double kRoomBehind = 0.02;

std::optional<Interval> barOf(const SpeedupPoint& point)
{
    if (!point.speedupCi)
        return std::nullopt;
    return Interval{std::min(point.speedupCi->low, point.speedup),
                    std::max(point.speedupCi->high, point.speedup)};
}

void addCurves(const SpeedupStudy& study, bool before, std::vector<SpeedupCurve>& curves)
{
    for (std::size_t b = 0; b <= static_cast<std::size_t>(kLastBackend); ++b) {
        SpeedupCurve curve{static_cast<Backend>(b), before, {}};
        for (const SpeedupPoint& point : study.points)
            if (point.backend == curve.backend && point.speedup > 0)
                curve.marks.push_back({point.jobs, point.speedup, barOf(point),
                                       point.judged.maySay() || isBaseline(point.backend)});
        std::ranges::sort(curve.marks, {}, &SpeedupMark::jobs);
        if (!curve.marks.empty())
            curves.push_back(std::move(curve));
    }
}

} // namespace

SpeedupPicture speedupPicture(const SpeedupStudy& study, const SpeedupStudy* before, bool withUsl)
{
    SpeedupPicture picture;
    picture.jobsMax = std::max(1, study.jobsMax);
    int allowed = std::clamp(study.cores, 1, picture.jobsMax);
    if (before != nullptr) {
        picture.jobsMax = std::max(picture.jobsMax, before->jobsMax);
        allowed = std::max(allowed, std::clamp(before->cores, 1, std::max(1, before->jobsMax)));
        addCurves(*before, true, picture.curves);
    }
    addCurves(study, false, picture.curves);

    const double last = picture.jobsMax;
    picture.jobs = last > 1 ? ValueScale{1 - kRoomBefore * (last - 1), last + kRoomBehind * (last - 1)}
                            : ValueScale{0.5, 1.5};
    picture.speedup = {0, kRoomAbove * allowed};
    for (const SpeedupCurve& curve : picture.curves)
        for (const SpeedupMark& mark : curve.marks)
            picture.speedup.high =
                std::max(picture.speedup.high,
                         kRoomOverBar * std::min(mark.bar ? mark.bar->high : mark.speedup,
                                                 kMostBar * std::max<double>(allowed, mark.speedup)));
    picture.idealTo = std::min<double>(std::max(1, study.cores), last);
    if (study.cores < picture.jobsMax)
        picture.crowdedFrom = std::max(1, study.cores);

    // All of them assume several workers with a core each.
    if (picture.idealTo <= 1)
        return picture;
    for (const SpeedupFit& fit : study.fits)
        if (fit.determined && fit.serialFraction && (withUsl || fit.law == ScalingLaw::amdahl))
            picture.laws.push_back(
                {fit.backend,
                 fit.law == ScalingLaw::amdahl ? SpeedupLaw::Kind::amdahl : SpeedupLaw::Kind::usl,
                 {},
                 *fit.serialFraction,
                 fit.coherence.value_or(0),
                 picture.idealTo});
    if (study.disturbed())
        return picture; // what a ceiling is a share of was disturbed
    for (const SpeedupCeiling& ceiling : study.ceilings)
        picture.laws.push_back({ceiling.backend, SpeedupLaw::Kind::ceiling, ceiling.cause,
                                std::clamp(ceiling.serialFraction, 0.0, 1.0), 0, picture.idealTo});
    return picture;
}

bool showsSpeedup(std::span<const PlotSpec> plots) noexcept
{
    return std::ranges::any_of(plots,
                               [](const PlotSpec& plot) { return plot.kind == PlotSpec::Kind::speedup; });
}

bool hasUsl(const SpeedupStudy& study) noexcept
{
    return std::ranges::any_of(
        study.fits, [](const SpeedupFit& fit) { return fit.law == ScalingLaw::usl && fit.determined; });
}

double SpeedupScale::y(double atSpeedup) const noexcept
{
    const double share = (atSpeedup - speedup.low) / (speedup.high - speedup.low);
    return topPx + heightPx * (1 - std::clamp(share, 0.0, 1.0));
}

std::optional<PointId> pointNear(const SpeedupPicture& picture, const SpeedupScale& scale, double x, double y,
                                 double reachPx)
{
    std::optional<PointId> nearest;
    double least = reachPx;
    for (const SpeedupCurve& curve : picture.curves) {
        for (const SpeedupMark& mark : curve.marks) {
            const double away = std::hypot(scale.x(mark.jobs) - x, scale.y(mark.speedup) - y);
            if (away > least)
                continue;
            least = away;
            nearest = PointId{curve.backend, mark.jobs, curve.before};
        }
    }
    return nearest;
}

namespace {

const SpeedupMark* markOf(const SpeedupCurve& curve, int jobs)
{
    const auto found = std::ranges::find(curve.marks, jobs, &SpeedupMark::jobs);
    return found != curve.marks.end() ? &*found : nullptr;
}

PointId onTheCurve(const SpeedupCurve& curve, const PointId& from, bool more)
{
    PointId to = from;
    for (const SpeedupMark& mark : curve.marks) {
        if (more && mark.jobs > from.jobs)
            return {from.backend, mark.jobs, false};
        if (!more && mark.jobs < from.jobs)
            to.jobs = mark.jobs;
    }
    return to;
}

} // namespace

PointId neighbour(const SpeedupPicture& picture, const PointId& from, PointStep step)
{
    // Coincident points are all reachable: ordered by backend.
    struct Place {
        double speedup;
        Backend backend;
    };
    std::vector<Place> places;
    for (const SpeedupCurve& curve : picture.curves) {
        if (curve.before)
            continue;
        if (curve.backend == from.backend && (step == PointStep::fewer || step == PointStep::more))
            return onTheCurve(curve, from, step == PointStep::more);
        if (const SpeedupMark* mark = markOf(curve, from.jobs))
            places.push_back({mark->speedup, curve.backend});
    }
    std::ranges::stable_sort(places, {}, &Place::speedup);
    const auto at = std::ranges::find(places, from.backend, &Place::backend);
    if (at == places.end())
        return from;
    if (step == PointStep::higher && at + 1 != places.end())
        return {(at + 1)->backend, from.jobs, false};
    if (step == PointStep::lower && at != places.begin())
        return {(at - 1)->backend, from.jobs, false};
    return from;
}

std::vector<int> jobTicks(int jobsMax, double pxPerJob, double leastPx, double leastLastPx)
{
    constexpr std::array kSteps{1, 2, 4, 5, 8, 10, 16, 20, 25, 32, 50, 64, 100};
    const auto fits = [&](int step) { return step * pxPerJob >= leastPx; };
    int step = std::max(1, jobsMax);
    if (const auto first = std::ranges::find_if(kSteps, fits); first != kSteps.end()) {
        step = *first;
        // Slightly wider, to include the last number.
        for (auto it = first; it != kSteps.end() && *it <= 2 * *first; ++it)
            if (jobsMax % *it == 0) {
                step = *it;
                break;
            }
    }
    std::vector<int> ticks;
    const auto add = [&](int jobs) {
        if ((jobsMax - jobs) * pxPerJob >= leastLastPx &&
            (ticks.empty() || (jobs - ticks.back()) * pxPerJob >= leastPx))
            ticks.push_back(jobs);
    };
    add(1);
    for (int jobs = step; jobs < jobsMax; jobs += step)
        add(jobs);
    if (ticks.empty() || ticks.back() != jobsMax)
        ticks.push_back(jobsMax);
    return ticks;
}

std::optional<SpeedupProgress> progressOf(const SpeedupStudy& study, bool running)
{
    if (study.samplesPlanned <= 0 || study.samplesDone >= study.samplesPlanned)
        return std::nullopt;
    const double seconds =
        running && study.secondsLeft > 0 ? std::max(1.0, std::round(study.secondsLeft)) : 0;
    return SpeedupProgress{study.samplesDone, study.samplesPlanned,
                           static_cast<std::int64_t>(std::min(seconds, 1e9)) * unitNs(TimeUnit::seconds)};
}

} // namespace threadscape
