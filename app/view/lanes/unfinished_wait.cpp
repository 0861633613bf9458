#include "view/lanes/unfinished_wait.h"

namespace threadscape {

namespace {

bool isForACore(const Span& span)
{
    return span.state == static_cast<std::uint8_t>(State::ready) ||
           span.state == static_cast<std::uint8_t>(State::unknown);
}

std::optional<Span> lastWait(const LaneView& lane)
{
    return lane.openWait() && !isForACore(*lane.openWait()) ? lane.openWait() : stoppedWait(lane);
}

} // namespace

std::optional<Span> stoppedWait(const LaneView& lane)
{
    constexpr int kMostBack = 64;
    const auto& waits = lane.lane().waits;
    std::size_t count = lane.waits();
    // A thread woken at the end still had to wait for a core.
    for (int back = 0; back < kMostBack && count > waits.firstKept() && isForACore(waits[count - 1]); ++back)
        --count;
    if (count == 0 || count <= waits.firstKept() || waitEndOf(waits[count - 1].detail) != WaitEnd::stopped)
        return std::nullopt;
    return waits[count - 1];
}

std::optional<UnfinishedWait> unfinishedWait(const LaneView& lane)
{
    const std::optional<Span> wait = lastWait(lane);
    if (!wait || wait->state == static_cast<std::uint8_t>(State::sleep) ||
        wait->state == static_cast<std::uint8_t>(State::idle))
        return std::nullopt;
    UnfinishedWait result{wait->startNs, wait->endNs, static_cast<State>(wait->state), wait->object, {}};
    if (result.state != State::condition)
        return result;
    // The outermost operation around it: there may have been several spurious wake-ups.
    for (std::size_t depth = 0; depth < lane.lane().operations.size(); ++depth) {
        const auto& channel = lane.lane().operations[depth];
        const std::size_t count = channel.size();
        std::optional<Span> operation =
            lane.openAt(OpenSpans::kFirstOperation + static_cast<int>(depth), channel, count);
        if (!operation && count > channel.firstKept())
            operation = channel[count - 1];
        if (!operation || operation->startNs > wait->startNs || operation->endNs < wait->endNs)
            continue;
        result.sinceNs = operation->startNs;
        if (operation->label == 1)
            result.number = static_cast<std::int32_t>(operation->detail);
        break;
    }
    return result;
}

} // namespace threadscape
