#include "view/lanes/legend.h"

#include <algorithm>

namespace threadscape {

std::vector<LegendEntry> legendOf(const StateTimes& times)
{
    double all = 0;
    for (const std::int64_t time : times)
        all += static_cast<double>(time);
    std::vector<LegendEntry> entries;
    for (std::size_t s = 0; s < times.size(); ++s)
        if (times[s] > 0)
            entries.push_back({static_cast<State>(s), static_cast<double>(times[s]) / all});
    return entries;
}

std::vector<LegendEntry> legendOf(const Trace& trace, const Snapshot& snapshot,
                                  std::span<const TrackId> tracks, TimeWindow window)
{
    StateTimes times{};
    for (const TrackId track : tracks) {
        const StateTimes spent = spentIn(LaneView(trace, snapshot, track), window);
        for (std::size_t s = 0; s < spent.size(); ++s)
            times[s] += spent[s];
    }
    std::vector<LegendEntry> entries = legendOf(times);
    const bool tasks = std::ranges::any_of(
        tracks, [&](TrackId track) { return trace.catalogue().track(track).kind == TrackKind::task; });
    for (LegendEntry& entry : entries)
        entry.tasks = tasks;
    return entries;
}

} // namespace threadscape
