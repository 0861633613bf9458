#pragma once

#include "lab/run/live_run.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <limits>

namespace threadscape {

/// The wait of a lane for something that began before `atNs` and ended then or later; nullptr: there was none.
inline const Span* waitAt(const Lane& lane, std::int64_t atNs)
{
    for (std::size_t i = lane.waits.size(); i > lane.waits.firstKept(); --i)
        if (const Span& wait = lane.waits[i - 1];
            wait.startNs <= atNs && atNs <= wait.endNs &&
            traitsOf(static_cast<State>(wait.state)).waitsFor != WaitsFor::nothing)
            return &wait;
    return nullptr;
}

/// When the first wait was ended by a stop; the largest number: none was.
inline std::int64_t firstStopNs(const Lane& lane)
{
    for (std::size_t i = lane.waits.firstKept(); i < lane.waits.size(); ++i)
        if (const Span& wait = lane.waits[i]; waitEndOf(wait.detail) == WaitEnd::stopped)
            return wait.endNs;
    return std::numeric_limits<std::int64_t>::max();
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
    std::int64_t stopNs = std::numeric_limits<std::int64_t>::max();
    for (const TrackId track : threads)
        stopNs = std::min(stopNs, firstStopNs(trace->lane(track)));
    for (const TrackId track : threads) {
        // What ended it need not be the stop: one that was stopped earlier may have returned what it had.
        const Span* wait = waitAt(trace->lane(track), stopNs);
        if (wait == nullptr) {
            EXPECT_LE(trace->lane(track).endNs.load(), stopNs) << names.trackName(track) << " went on";
            continue;
        }
        const auto state = static_cast<State>(wait->state);
        EXPECT_NE(traitsOf(state).waitsFor, WaitsFor::time) << names.trackName(track);
        EXPECT_NE(state, State::io) << names.trackName(track);
    }
}

} // namespace threadscape
