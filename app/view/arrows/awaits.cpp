#include "view/arrows/awaits.h"

#include <algorithm>
#include <ranges>

namespace threadscape {

std::optional<std::vector<AwaitArrow>> awaitsIn(const Trace& trace, std::span<const TrackId> tracks,
                                                TimeWindow window, std::size_t most)
{
    std::vector<AwaitArrow> arrows;
    for (const TrackId track : tracks) {
        if (track >= trace.lanes() || trace.catalogue().track(track).kind != TrackKind::task)
            continue;
        const auto& waits = trace.lane(track).waits;
        const auto firstEndingFrom = [&](std::int64_t ns) {
            const auto all = std::views::iota(waits.firstKept(), waits.size());
            return *std::ranges::lower_bound(all, ns, {}, [&](std::size_t i) { return waits[i].endNs; });
        };
        // A task with many awaits is searched only up to the limit that is drawn.
        const std::size_t begin = firstEndingFrom(window.fromNs);
        const std::size_t end = firstEndingFrom(window.toNs);
        constexpr std::size_t kMostWaits = 500;
        if (end - begin > kMostWaits)
            continue;
        for (std::size_t i = begin; i < end; ++i) {
            const Span& wait = waits[i];
            const TrackId waker = wakerOf(wait.detail);
            if (wait.state != static_cast<std::uint8_t>(State::join) || waker == kNoTrack || waker == track)
                continue;
            if (arrows.size() == most)
                return std::nullopt;
            arrows.push_back({waker, track, wait.endNs});
        }
    }
    return arrows;
}

} // namespace threadscape
