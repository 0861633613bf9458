#include "view/axis/shared_scale.h"

#include <cmath>

namespace threadscape {

namespace {

template <typename T>
std::vector<T> unitedEach(const std::vector<T>& a, const std::vector<T>& b)
{
    std::vector<T> all = a.size() < b.size() ? b : a;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        all[i] = united(a[i], b[i]);
    return all;
}

} // namespace

ValueScale united(ValueScale a, ValueScale b) noexcept
{
    return {std::min(a.low, b.low), std::max(a.high, b.high)};
}

TimeWindow united(TimeWindow a, TimeWindow b) noexcept
{
    return {std::min(a.fromNs, b.fromNs), std::max(a.toNs, b.toNs)};
}

PlotNeeds united(const PlotNeeds& a, const PlotNeeds& b)
{
    return {std::max(a.left, b.left), std::max(a.right, b.right), std::max(a.below, b.below),
            unitedEach(a.values, b.values)};
}

StackNeeds united(const StackNeeds& a, const StackNeeds& b)
{
    return {std::max(a.legend, b.legend), std::max(a.lanesClose, b.lanesClose),
            std::max(a.lanesLeast, b.lanesLeast), std::max(a.lanesMost, b.lanesMost),
            unitedEach(a.plots, b.plots)};
}

std::optional<TimeWindow> comparedTime(RunTime run)
{
    if (run.finished || run.plannedSeconds > 0)
        return extentOf(run);
    if (run.nowNs <= 0)
        return std::nullopt;
    const auto step = static_cast<std::int64_t>(std::llround(niceStep(static_cast<double>(run.nowNs))));
    return TimeWindow{0, std::max(step, kShortestWindowNs)};
}

std::vector<bool> plotsThatFit(std::span<const PlotPart> parts, double roomPx, double betweenPx)
{
    std::vector<bool> shown(parts.size(), true);
    double needed = 0;
    for (const PlotPart& part : parts)
        needed += part.leastPx + betweenPx;
    for (std::size_t i = parts.size(); i-- > 0 && needed > roomPx;) {
        if (!parts[i].spare)
            continue;
        shown[i] = false;
        needed -= parts[i].leastPx + betweenPx;
    }
    return shown;
}

} // namespace threadscape
