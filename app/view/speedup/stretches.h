#pragma once

#include "measure/speedup_study.h"
#include "trace/trace.h"
#include "view/lanes/legend.h"
#include "view/speedup/label_places.h"
#include "view/speedup/speedup.h"

#include <optional>
#include <string_view>
#include <vector>

namespace threadscape {

/// One backend in one sample: the lanes of its workers, or, if they were not traced, its duration.
struct StretchPanel {
    Backend backend = Backend::threads;
    bool measured = false;         ///< there is a sample
    bool inside = false;           ///< timed inside Python: there are no lanes
    std::int64_t lengthNs = 0;     ///< of the sample
    std::int64_t fromNs = 0;       ///< in the run's time
    std::size_t lanes = 1;         ///< of workers
    std::vector<TrackId> tracks{}; ///< at most as many

    TimeWindow window() const noexcept { return {fromNs, fromNs + std::max<std::int64_t>(1, lengthNs)}; }
    PointId point(int jobs) const noexcept { return {backend, jobs, false}; }
};

/// The backends side by side, for one number of jobs.
struct StretchesPicture {
    int jobs = 1;
    /// Duration of a panel's width: the longest sample, except those inside Python that would leave no space for the
    /// others: they are cut off.
    std::int64_t scaleNs = 1;
    std::vector<StretchPanel> panels;
};

/// The number of jobs to show: `asked`, or two, or the most measured below it, or the fewest.
int stretchJobs(const SpeedupStudy& study, std::optional<int> asked);

/// The first point of a keyboard walk: one of that number of jobs. nullopt: none is measured yet.
std::optional<PointId> firstPoint(const SpeedupStudy& study);

/// `catalogue`: of the run; null: no run yet, and every backend has empty lanes. Threads: any.
StretchesPicture stretchesPicture(const SpeedupStudy& study, const Catalogue* catalogue,
                                  std::optional<int> jobsAsked);

/// The interval of the run in which a point's sample was measured, with a margin on both sides. nullopt: none was traced.
/// Threads: any.
std::optional<TimeWindow> stretchOf(const SpeedupStudy& study, const PointId& id);

/// The first `most` lanes of a group, in the order in which they were added.
std::vector<TrackId> tracksOfGroup(const Catalogue& catalogue, std::string_view group, std::size_t most);

/// The states of the shown lanes with their shares, like legendOf(). Threads: under a Trace::Reader.
std::vector<LegendEntry> legendOf(const Trace& trace, const Snapshot& snapshot,
                                  const StretchesPicture& stretches);

/// Rectangles of the panels: in one row, or in two if each would be narrower than `leastWidth`. All are of one size.
std::vector<Box> panelPlaces(std::size_t panels, const Box& area, double leastWidth, double gapX,
                             double gapY);

} // namespace threadscape
