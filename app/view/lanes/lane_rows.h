#pragma once

#include "record/catalogue.h"

#include <string>
#include <vector>

namespace threadscape {

/// A lane that a picture has a place for; without a track it has not begun yet.
struct LaneRow {
    std::string name;
    TrackId track = kNoTrack;
};

/// Lanes that stand together under one heading. An empty name: no heading.
struct LaneRows {
    std::string group;
    std::vector<LaneRow> rows;
};

/// Adds the run's tracks to the planned lanes: a track takes the free place of its name in its group, others follow in
/// the order of their start, so that lanes never move. Core tracks (see coreRows), a main track without a
/// planned place, and headings without lanes are left out.
/// Threads: any.
std::vector<LaneRows> laneRows(const std::vector<LaneRows>& planned, const Catalogue& catalogue);

/// The cores of the run, in their order; no rows: nothing is known of them. Threads: any.
LaneRows coreRows(const Catalogue& catalogue);

/// Whether the system tells of a run who had a core. Threads: any.
bool knowsCores(const Catalogue& catalogue);

/// The cores that this process may use, as a run will name them. Threads: any.
LaneRows plannedCoreRows();

/// The tracks of all rows.
std::vector<TrackId> tracksOf(const std::vector<LaneRows>& groups);

} // namespace threadscape
