#include "schedule/wake_ups.h"

#include "base/first_index.h"

#include <algorithm>

namespace threadscape {

namespace {

/// The end of the last hold of `lock` that ended by `ns`; INT64_MIN where there is none nearby.
std::int64_t lastRelease(const Lane& lane, ObjectId lock, std::int64_t ns) noexcept
{
    constexpr std::size_t kLook =
        16; // a waker that acquired many other locks since has no arrow from the exact position
    std::int64_t best = INT64_MIN;
    for (const auto& channel : lane.holds) {
        const std::size_t count = channel.size();
        if (count == 0)
            break; // slots are filled from the lowest
        const std::size_t after = channel.firstEndingAfter(ns, count);
        const std::size_t first = std::max(channel.firstKept(), after - std::min(after, kLook));
        for (std::size_t i = after; i > first; --i) {
            if (channel[i - 1].object == lock) {
                best = std::max(best, channel[i - 1].endNs);
                break;
            }
        }
    }
    return best;
}

std::int64_t lastNotify(const Lane& lane, ObjectId condition, std::int64_t ns) noexcept
{
    constexpr std::size_t kLook = 64;
    const auto& moments = lane.moments;
    const std::size_t first = moments.firstKept();
    const std::size_t low = firstIndex(first, std::max(first, moments.size()),
                                       [&](std::size_t i) { return moments[i].atNs > ns; });
    for (std::size_t i = low; i > first && low - i < kLook; --i)
        if (moments[i - 1].kind == EventKind::notify && moments[i - 1].object == condition)
            return moments[i - 1].atNs;
    return INT64_MIN;
}

/// When `track` last changed the length of `queue` by `ns`.
std::int64_t lastChange(const Trace& trace, TrackId track, ObjectId queue, std::int64_t ns) noexcept
{
    constexpr std::size_t kLook = 64;
    if (queue >= trace.objects())
        return INT64_MIN;
    const ValueSeries& lengths = trace.object(queue).values;
    const std::size_t until = lengths.countUntil(ns, lengths.size());
    for (std::size_t i = until; i > lengths.firstKept() && until - i < kLook; --i)
        if (lengths[i - 1].track == track)
            return lengths[i - 1].atNs;
    return INT64_MIN;
}

} // namespace

std::int64_t wakeTime(const Trace& trace, const Span& wait) noexcept
{
    const Lane& waker = trace.lane(wakerOf(wait.detail));
    // With scheduling records, the wait ends when it was granted, a moment before the waker recorded it.
    constexpr std::int64_t kSlackNs = 20'000;
    const std::int64_t byNs = wait.endNs + kSlackNs;
    std::int64_t ns = wait.endNs;
    if (awaitsLock(static_cast<State>(wait.state)))
        ns = lastRelease(waker, wait.object, byNs);
    else if (wait.state == static_cast<std::uint8_t>(State::condition))
        ns = lastNotify(waker, wait.object, byNs);
    else if (wait.state == static_cast<std::uint8_t>(State::queue))
        ns = lastChange(trace, wakerOf(wait.detail), wait.object, byNs);
    return ns >= wait.startNs ? std::min(ns, wait.endNs) : wait.endNs;
}

} // namespace threadscape
