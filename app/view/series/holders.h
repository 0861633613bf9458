#pragma once

#include "trace/trace.h"
#include "view/axis/time_axis.h"
#include "view/lanes/lane_rows.h"

#include <map>
#include <optional>
#include <vector>

namespace threadscape {

/// An interval in which one track held the lock, or, in a column of many holds, the share of it in which any did.
struct HolderRun {
    double fromPx = 0;
    double toPx = 0;
    float share = 1;
    TrackId track = kNoTrack; ///< kNoTrack: several
};

/// The holders of one lock over time.
struct HolderBand {
    ObjectId lock = kNoObject;
    std::vector<HolderRun> runs;
    /// The settled part, which later holds do not change: the number of runs, up to `untilNs`; the hold `next` is the
    /// first one after them.
    struct Settled {
        std::size_t runs = 0;
        std::size_t next = 0;
        std::int64_t untilNs = INT64_MIN;
    } settled;
};

/// The bands of the first `most` locks that the run has. A column of more than 64 holds is estimated from 32 of them,
/// evenly chosen. `before`: an earlier result for the same trace on the same axis, which is extended. Threads: under a
/// Trace::Reader.
std::vector<HolderBand> holderBands(const Trace& trace, const Snapshot& snapshot, const TimeAxis& axis,
                                    std::size_t most, std::vector<HolderBand> before = {});

/// The holder of `lock` at `ns`, as far as retained.
struct Holder {
    TrackId track = kNoTrack;
    std::int64_t sinceNs = 0;
    std::int64_t untilNs = 0;
    bool open = false; ///< still held
};
std::optional<Holder> holderAt(const Trace& trace, const Snapshot& snapshot, ObjectId lock, std::int64_t ns);

/// Index of each track's colour as a holder, below `colors`: one per group; if besides one group there are only single
/// lanes, such as main's, one per lane. Beyond `colors` they repeat. Threads: any.
std::map<TrackId, std::size_t> holderColors(const std::vector<LaneRows>& lanes, std::size_t colors);

} // namespace threadscape
