#include "view/legend.h"

namespace threadscape {

std::vector<LegendEntry> legendOf(const Trace& trace, const Snapshot& snapshot,
                                  std::span<const TrackId> tracks, TimeWindow window)
{
    std::array<double, kStates> times{};
    double all = 0;
    for (const TrackId track : tracks) {
        const StateTimes spent = spentIn(LaneView(trace, snapshot, track), window);
        for (std::size_t s = 0; s < spent.size(); ++s) {
            times[s] += static_cast<double>(spent[s]);
            all += static_cast<double>(spent[s]);
        }
    }
    std::vector<LegendEntry> entries;
    for (std::size_t s = 0; s < times.size(); ++s)
        if (times[s] > 0)
            entries.push_back({static_cast<State>(s), times[s] / all});
    return entries;
}

} // namespace threadscape
