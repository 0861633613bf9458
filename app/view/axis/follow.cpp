#include "view/axis/follow.h"

#include <cmath>

namespace threadscape {

namespace {

constexpr std::int64_t kSecondNs = 1'000'000'000;
// A run shorter than this share of its plan is shown with its actual length.
constexpr double kNearlyPlanned = 0.8;

} // namespace

TimeWindow extentOf(RunTime run) noexcept
{
    const std::int64_t planned = std::llround(run.plannedSeconds * 1e9);
    const std::int64_t now = std::max(run.nowNs, std::int64_t{0});
    if (run.finished && static_cast<double>(now) < kNearlyPlanned * static_cast<double>(planned))
        return {0, std::max(now, kShortestWindowNs)};
    if (planned == 0 && !run.finished)
        return {0, std::max(now, kSecondNs)};
    return {0, std::max({planned, now, kShortestWindowNs})};
}

TimeWindow followed(RunTime run) noexcept
{
    if (run.finished || (run.plannedSeconds > 0 && run.plannedSeconds <= kFixedAxisSeconds))
        return extentOf(run);
    if (run.plannedSeconds == 0) {
        for (const std::int64_t seconds : {1, 2, 5})
            if (run.nowNs <= seconds * kSecondNs)
                return {0, seconds * kSecondNs};
    }
    const std::int64_t length = 10 * kSecondNs;
    const std::int64_t half = length / 2;
    const std::int64_t page = run.nowNs <= length ? 0 : (run.nowNs - length + half - 1) / half;
    return {page * half, page * half + length};
}

} // namespace threadscape
