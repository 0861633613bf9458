#pragma once

#include "view/lanes/lane_view.h"
#include "view/series/holders.h"
#include "view/tables/task_rows.h"

#include <optional>

namespace threadscape {

/// What is at one position of a lane: a state, or, where that is not known, the innermost operation.
struct LaneHit {
    TrackId track = kNoTrack;
    State state = State::running;
    std::int64_t fromNs = 0;
    std::int64_t toNs = 0;
    bool open = false;           ///< has not ended
    ObjectId object = kNoObject; ///< what was waited for
    TrackId endedBy = kNoTrack;  ///< waits: the waker; ready: its waker before that
    bool offCore = false;        ///< unknown: the system reports who had a core, and this had none
    bool somewhere = false;      ///< ready: only the approximate length is known, not when
    WaitFor what = WaitFor::unsaid;
    std::optional<Holder> holder; ///< lock waits: the holder when the wait began
    ObjectId operation = kNoObject;
    std::optional<std::int32_t> number;    ///< of the operation
    NumberStyle style = NumberStyle::none; ///< what the number means
    std::optional<TaskRow> task;           ///< where the innermost operation is a task of a pool
    std::int64_t nowNs = 0;                ///< the shown moment
    ObjectId held = kNoObject;             ///< a lock that the track held
    std::size_t spans =
        1; ///< more than one: the number of changes within the pixel, and the state is the most frequent
    double share = 1; ///< of the pixel, in that state
};

/// The lock that it waits for, or holds. kNoObject: none.
ObjectId lockOf(const Catalogue& catalogue, const LaneHit& hit);

/// What is at `ns` of a lane, at a resolution of `nsPerPixel`; nullopt before it began or after it ended.
/// Threads: under a Trace::Reader.
std::optional<LaneHit> hitLane(const Trace& trace, const Snapshot& snapshot, TrackId track, std::int64_t ns,
                               double nsPerPixel);

} // namespace threadscape
