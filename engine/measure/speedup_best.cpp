#include "measure/speedup_best.h"

#include "stats/confidence.h"

#include <algorithm>
#include <array>

namespace threadscape {

namespace {

/// The point with the greatest speedup of those that are `eligible`; nullptr if there is none.
template <typename Eligible>
const SpeedupPoint* greatest(const SpeedupStudy& study, Eligible eligible)
{
    const SpeedupPoint* best = nullptr;
    for (const SpeedupPoint& point : study.points)
        if (eligible(point) && point.speedup > 0 && (best == nullptr || point.speedup > best->speedup))
            best = &point;
    return best;
}

bool isRival(const SpeedupPoint& point)
{
    return !isBaseline(point.backend) && !isPython(point.backend);
}

/// Whether `fast` certainly takes less time than `slow`.
bool isFaster(const SpeedupPoint& fast, const SpeedupPoint& slow, ConfidenceDraws& draws)
{
    const std::optional<Interval> ratio = draws.ratio(slow.samplesS, fast.samplesS);
    return ratio && ratio->low > 1;
}

} // namespace

BestSpeedup bestSpeedup(const SpeedupStudy& study, std::uint64_t seed)
{
    BestSpeedup best;
    const SpeedupPoint* const top = greatest(study, isRival);
    if (top == nullptr)
        return best;
    ConfidenceDraws draws(seed);
    best.point = top;
    best.beatsRivals = true;
    for (const SpeedupPoint& point : study.points) {
        if (!isRival(point) || point.speedup <= 0)
            continue;
        const bool beaten = isFaster(*top, point, draws);
        if (point.backend != top->backend)
            best.beatsRivals = best.beatsRivals && beaten;
        else if (point.jobs < best.point->jobs && !beaten && point.judged.maySay())
            best.point = &point;
    }
    return best;
}

const SpeedupPoint* bestUnderLock(const SpeedupStudy& study) noexcept
{
    const auto best = [&](bool python) {
        return greatest(study, [python](const SpeedupPoint& point) {
            return factsOf(point.backend).oneAtATime && isPython(point.backend) == python && point.jobs > 1 &&
                   point.judged.maySay();
        });
    };
    const SpeedupPoint* const pythons = best(true);
    return pythons != nullptr ? pythons : best(false);
}

Doubt commonDoubt(const SpeedupStudy& study) noexcept
{
    std::array<int, static_cast<std::size_t>(kLastDoubt) + 1> points{};
    for (const SpeedupPoint& point : study.points)
        if (isRival(point) && (point.jobs > 1 || study.jobsMax == 1))
            ++points[static_cast<std::size_t>(point.judged.doubt)];
    return static_cast<Doubt>(std::ranges::max_element(points) - points.begin());
}

} // namespace threadscape
