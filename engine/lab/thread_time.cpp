#include "lab/thread_time.h"

#include "analysis/summary.h"

#include <numeric>

namespace threadscape {

namespace {

template <typename Take>
void forEachThread(const Trace& trace, std::string_view group, Take take)
{
    const auto snapshot = trace.snapshot();
    const Trace::Reader reader = trace.reader();
    for (std::size_t t = 0; t < trace.lanes(); ++t) {
        const auto track = static_cast<TrackId>(t);
        const TrackInfo& info = trace.catalogue().track(track);
        if (info.group == group && trace.lane(track).beginNs.load(std::memory_order_acquire) != Lane::kNotYet)
            take(*snapshot, track, info);
    }
}

ThreadTime timeWithin(const Trace& trace, const Snapshot& snapshot, TrackId track, std::int64_t fromNs,
                      std::int64_t toNs)
{
    const StateTimes times = timeInStates(trace, snapshot, track, fromNs, toNs);
    return {.name = trace.catalogue().track(track).name,
            .lifeNs = std::accumulate(times.begin(), times.end(), std::int64_t{0}),
            .runningNs = times[static_cast<std::size_t>(State::running)],
            .readyNs = times[static_cast<std::size_t>(State::ready)]};
}

} // namespace

std::vector<ThreadTime> threadTimes(const Trace& trace, std::string_view group)
{
    std::vector<ThreadTime> all;
    forEachThread(trace, group, [&](const Snapshot& snapshot, TrackId track, const TrackInfo& info) {
        ThreadTime& thread = all.emplace_back(timeWithin(trace, snapshot, track, 0, INT64_MAX));
        thread.switchesForced = SwitchCounts::known(info.switches.forced);
        thread.switchesVoluntary = SwitchCounts::known(info.switches.voluntary);
        thread.migrations = SwitchCounts::known(info.switches.migrations);
    });
    return all;
}

std::vector<ThreadTime> threadTimes(const Trace& trace, std::string_view group, std::int64_t fromNs,
                                    std::int64_t toNs)
{
    std::vector<ThreadTime> all;
    forEachThread(trace, group, [&](const Snapshot& snapshot, TrackId track, const TrackInfo& /*info*/) {
        if (ThreadTime thread = timeWithin(trace, snapshot, track, fromNs, toNs); thread.lifeNs > 0)
            all.push_back(std::move(thread));
    });
    return all;
}

} // namespace threadscape
