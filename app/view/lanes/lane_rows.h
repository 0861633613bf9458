#pragma once

#include "record/catalogue.h"

#include <string>
#include <vector>

namespace threadscape {

/// A lane of a picture; without a track it has not begun yet.
struct LaneRow {
    std::string name;
    TrackId track = kNoTrack;
};

/// A group of lanes under one heading. An empty name: no heading.
struct LaneRows {
    std::string group;
    std::vector<LaneRow> rows;
};

/// Adds the run's tracks to the planned lanes: a track gets the free lane of its name in its group, others follow in the
/// order of their start, so that lanes never move. Excludes core tracks (see coreRows), an unplanned main track, and
/// headings without lanes.
/// Threads: any.
std::vector<LaneRows> laneRows(const std::vector<LaneRows>& planned, const Catalogue& catalogue);

/// The cores of the run, in order; no rows: nothing is known of them. Threads: any.
LaneRows coreRows(const Catalogue& catalogue);

/// Whether a run has records of who had a core. Threads: any.
bool knowsCores(const Catalogue& catalogue);

/// The cores that this process may use, as a run will name them. Threads: any.
LaneRows plannedCoreRows();

/// The tracks of all rows.
std::vector<TrackId> tracksOf(const std::vector<LaneRows>& groups);

} // namespace threadscape
