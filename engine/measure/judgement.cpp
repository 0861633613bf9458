#include "measure/judgement.h"

#include <algorithm>

namespace threadscape {

const char* standingName(Standing standing) noexcept
{
    switch (standing) {
    case Standing::resolved: return "resolved";
    case Standing::level: return "level";
    case Standing::unresolved: return "unresolved";
    case Standing::impossible: break;
    }
    return "impossible";
}

const char* doubtName(Doubt doubt) noexcept
{
    switch (doubt) {
    case Doubt::none: break;
    case Doubt::others: return "others";
    case Doubt::tooFew: return "few";
    case Doubt::overlap: return "overlap";
    case Doubt::limit: return "limit";
    }
    return "";
}

Judgement judge(const MeasuredRatio& ratio, std::optional<double> others) noexcept
{
    const bool busy = others && *others > kOthersMost;
    if (ratio.value > kAboveLimit * ratio.limit)
        return {Standing::impossible, busy ? Doubt::others : Doubt::limit};
    if (busy)
        return {Standing::unresolved, Doubt::others};
    if (!ratio.interval)
        return {Standing::unresolved, Doubt::tooFew};
    if (ratio.interval->low > 1 || ratio.interval->high < 1)
        return {Standing::resolved, Doubt::none};
    if (ratio.interval->low >= 1 / kLevel && ratio.interval->high <= kLevel)
        return {Standing::level, Doubt::none};
    return {Standing::unresolved, Doubt::overlap};
}

std::optional<Interval> ratioOfOnce(const MeasuredOnce& a, const MeasuredOnce& b) noexcept
{
    const auto least = [](const MeasuredOnce& time) { return time.seconds - std::max(0.0, time.takenS); };
    if (least(a) <= 0 || least(b) <= 0)
        return std::nullopt;
    return Interval{least(a) / b.seconds * (1 - kOnceUncertain), a.seconds / least(b) * (1 + kOnceUncertain)};
}

} // namespace threadscape
