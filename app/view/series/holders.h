#pragma once

#include "trace/trace.h"
#include "view/axis/time_axis.h"
#include "view/lanes/lane_rows.h"

#include <map>
#include <optional>
#include <vector>

namespace threadscape {

/// A stretch in which one track held the lock, or, in a column of many holds, the share of it in which any did.
struct HolderRun {
    double fromPx = 0;
    double toPx = 0;
    float share = 1;
    TrackId track = kNoTrack; ///< kNoTrack: several
};

/// Who held one lock over time.
struct HolderBand {
    ObjectId lock = kNoObject;
    std::vector<HolderRun> runs;
    /// What no later hold changes: so many runs, up to `untilNs`; the hold `next` is the first to look at after them.
    struct Settled {
        std::size_t runs = 0;
        std::size_t next = 0;
        std::int64_t untilNs = INT64_MIN;
    } settled;
};

/// The bands of the first `most` locks that the run has. A column of more than 64 holds is estimated from 32 of them,
/// evenly chosen. `before`: what this told of the same trace, earlier, on the same axis; then only what is new since is
/// looked at. Threads: under a Trace::Reader.
std::vector<HolderBand> holderBands(const Trace& trace, const Snapshot& snapshot, const TimeAxis& axis,
                                    std::size_t most, std::vector<HolderBand> before = {});

/// Who held `lock` at `ns`, as far as is still known.
struct Holder {
    TrackId track = kNoTrack;
    std::int64_t sinceNs = 0;
    std::int64_t untilNs = 0;
    bool open = false; ///< held it still
};
std::optional<Holder> holderAt(const Trace& trace, const Snapshot& snapshot, ObjectId lock, std::int64_t ns);

/// In which of so many `colors` each track stands as a holder: each group in its own; where beside one group there are only
/// single lanes, such as main's, each lane in its own. Beyond so many they repeat. Threads: any.
std::map<TrackId, std::size_t> holderColors(const std::vector<LaneRows>& lanes, std::size_t colors);

} // namespace threadscape
