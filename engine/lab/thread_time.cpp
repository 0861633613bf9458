#include "lab/thread_time.h"

#include "analysis/summary.h"

#include <numeric>

namespace threadscape {

std::vector<ThreadTime> threadTimes(const Trace& trace, std::string_view group)
{
    const auto snapshot = trace.snapshot();
    const Trace::Reader reader = trace.reader();
    std::vector<ThreadTime> all;
    for (std::size_t t = 0; t < trace.lanes(); ++t) {
        const auto track = static_cast<TrackId>(t);
        const TrackInfo& info = trace.catalogue().track(track);
        if (info.group != group || trace.lane(track).beginNs.load(std::memory_order_acquire) == Lane::kNotYet)
            continue;
        const StateTimes times = timeInStates(trace, *snapshot, track, 0, INT64_MAX);
        all.push_back({.name = info.name,
                       .lifeNs = std::accumulate(times.begin(), times.end(), std::int64_t{0}),
                       .runningNs = times[static_cast<std::size_t>(State::running)],
                       .readyNs = times[static_cast<std::size_t>(State::ready)],
                       .switchesForced = SwitchCounts::known(info.switches.forced),
                       .switchesVoluntary = SwitchCounts::known(info.switches.voluntary),
                       .migrations = SwitchCounts::known(info.switches.migrations)});
    }
    return all;
}

} // namespace threadscape
