#include "view/axis/time_axis.h"

#include <cmath>

namespace threadscape {

TimeWindow zoomed(TimeWindow window, std::int64_t anchorNs, double factor) noexcept
{
    const auto length = static_cast<double>(window.lengthNs());
    const double wanted = std::max(length * factor, static_cast<double>(kShortestWindowNs));
    const double share = static_cast<double>(anchorNs - window.fromNs) / length;
    const std::int64_t from = anchorNs - std::llround(share * wanted);
    return {from, from + std::llround(wanted)};
}

TimeWindow panned(TimeWindow window, std::int64_t byNs) noexcept
{
    return {window.fromNs + byNs, window.toNs + byNs};
}

TimeWindow clamped(TimeWindow window, TimeWindow extent) noexcept
{
    const std::int64_t length = std::min(window.lengthNs(), extent.lengthNs());
    const std::int64_t from = std::clamp(window.fromNs, extent.fromNs, extent.toNs - length);
    return {from, from + length};
}

double niceStep(double value) noexcept
{
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= value * (1 - 1e-9))
            return factor * power;
    return 10 * power;
}

TimeTicks timeTicks(const TimeAxis& axis, double minSpacingPx)
{
    TimeTicks ticks;
    ticks.stepNs = std::max<std::int64_t>(1, std::llround(niceStep(axis.nsPerPixel() * minSpacingPx)));
    // A step of 0.1 s reads better as 3.1, 3.2 s than as 3,100, 3,200 ms.
    for (const TimeUnit unit :
         {TimeUnit::seconds, TimeUnit::milliseconds, TimeUnit::microseconds, TimeUnit::nanoseconds}) {
        ticks.unit = unit;
        if (ticks.stepNs * 10 >= unitNs(unit))
            break;
    }
    ticks.decimals = ticks.stepNs < unitNs(ticks.unit) ? 1 : 0;
    const TimeWindow window = axis.window();
    std::int64_t at = window.fromNs / ticks.stepNs * ticks.stepNs;
    if (at < window.fromNs)
        at += ticks.stepNs;
    for (; at <= window.toNs; at += ticks.stepNs)
        ticks.atNs.push_back(at);
    return ticks;
}

} // namespace threadscape
