#pragma once

#include "lab/run/live_run.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <limits>

namespace threadscape {

/// The last wait of a lane for something; nullptr: there was none. One that was ended still had to get a core, and the system may
/// have blocked it elsewhere.
inline const Span* lastWait(const Lane& lane)
{
    for (std::size_t i = lane.waits.size(); i > lane.waits.firstKept(); --i)
        if (const Span& wait = lane.waits[i - 1];
            traitsOf(static_cast<State>(wait.state)).waitsFor != WaitsFor::nothing)
            return &wait;
    return nullptr;
}

/// Of a run that was stopped while all waited, by what was recorded instead of by the wait-for graph: when the stop came, each
/// thread had ended, or waited for something that only another one could have done.
inline void expectNobodyCouldGoOn(const LiveRun& run)
{
    const auto trace = run.trace();
    const Catalogue& names = trace->catalogue();
    std::vector<TrackId> threads; // the main thread joins the others after the stop
    for (std::size_t t = 0; t < trace->lanes(); ++t)
        if (names.track(static_cast<TrackId>(t)).kind == TrackKind::thread)
            threads.push_back(static_cast<TrackId>(t));
    const auto isStopped = [](const Span* wait) {
        return wait != nullptr && waitEndOf(wait->detail) == WaitEnd::stopped;
    };
    std::int64_t stopNs = std::numeric_limits<std::int64_t>::max();
    for (const TrackId track : threads)
        if (const Span* wait = lastWait(trace->lane(track)); isStopped(wait))
            stopNs = std::min(stopNs, wait->endNs);
    for (const TrackId track : threads) {
        const Span* wait = lastWait(trace->lane(track));
        if (!isStopped(wait)) {
            EXPECT_LE(trace->lane(track).endNs.load(), stopNs) << names.trackName(track) << " went on";
            continue;
        }
        const auto state = static_cast<State>(wait->state);
        EXPECT_NE(traitsOf(state).waitsFor, WaitsFor::time) << names.trackName(track);
        EXPECT_NE(state, State::io) << names.trackName(track);
    }
}

} // namespace threadscape
