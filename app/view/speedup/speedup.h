#pragma once

#include "lab/experiment.h"
#include "measure/scaling_laws.h"
#include "measure/speedup_study.h"
#include "view/axis/shared_scale.h"

#include <optional>
#include <span>
#include <vector>

namespace threadscape {

/// A measured point as it is painted, in the axes' values.
struct SpeedupMark {
    int jobs = 1;
    double speedup = 0;
    std::optional<Interval> bar{}; ///< 95 %, holds the speedup; nullopt: measured once
    bool resolved = true;          ///< else its number may not be said: painted faint
};

/// The points of one backend that have a baseline, by jobs.
struct SpeedupCurve {
    Backend backend = Backend::threads;
    bool before = false; ///< of the pinned run
    std::vector<SpeedupMark> marks;
};

/// A computed curve: a scaling law fitted to the points, or the ceiling of a measured serial part.
struct SpeedupLaw {
    enum class Kind : std::uint8_t { amdahl, usl, ceiling };
    Backend backend = Backend::threads;
    Kind kind = Kind::amdahl;
    SpeedupCeiling::Cause cause = SpeedupCeiling::Cause::handover; ///< of a ceiling
    double serialFraction = 0;
    double coherence = 0; ///< the USL's
    double toJobs = 1;    ///< drawn from one job to here: the number of cores

    /// Speedup of `jobs` workers; of Amdahl's law, and of a ceiling, without coherence.
    double at(double jobs) const noexcept { return uslSpeedup(serialFraction, coherence, jobs); }
};

/// What is painted of a speedup measurement.
struct SpeedupPicture {
    ValueScale jobs{1, 1}; ///< the horizontal axis, with a margin at both ends
    ValueScale speedup{0, 1};
    int jobsMax = 1;
    double idealTo = 1;                ///< the ideal line runs from one job to here
    std::optional<double> crowdedFrom; ///< from here on more workers than cores
    std::vector<SpeedupCurve> curves;  ///< the pinned run's first: painted behind the others
    std::vector<SpeedupLaw> laws;
};

/// `before`: a pinned run's, or null. Laws and ceilings are the first study's; the USL's only if `withUsl`. The speedup
/// axis extends to 1.25 times the number of cores, or to the top of the highest interval. Threads: any.
SpeedupPicture speedupPicture(const SpeedupStudy& study, const SpeedupStudy* before, bool withUsl);

/// Whether one of an experiment's plots is a speedup.
bool showsSpeedup(std::span<const PlotSpec> plots) noexcept;

/// Whether there is a curve of the USL that can be shown.
bool hasUsl(const SpeedupStudy& study) noexcept;

/// Maps the axes' values to pixels of a picture.
struct SpeedupScale {
    ValueScale jobs{1, 2};
    ValueScale speedup{0, 1};
    double leftPx = 0;
    double topPx = 0;
    double widthPx = 1;
    double heightPx = 1;

    double x(double atJobs) const noexcept
    {
        return leftPx + widthPx * (atJobs - jobs.low) / (jobs.high - jobs.low);
    }
    /// Clamped to the picture.
    double y(double atSpeedup) const noexcept;
};

/// One point of a study, or of the pinned run's.
struct PointId {
    Backend backend = Backend::threads;
    int jobs = 1;
    bool before = false;
    friend bool operator==(const PointId&, const PointId&) = default;
};

/// The point nearest to a position, at most `reachPx` away; of equally near ones the one painted last.
std::optional<PointId> pointNear(const SpeedupPicture& picture, const SpeedupScale& scale, double x, double y,
                                 double reachPx);

/// A step from a point: to fewer or more jobs of the same curve, or to the next lower or higher curve.
enum class PointStep : std::uint8_t { fewer, more, lower, higher };
/// The point there; `from` if there is none. Only points of the run itself.
PointId neighbour(const SpeedupPicture& picture, const PointId& from, PointStep step);

/// Numbers of jobs labelled on the axis, at least `leastPx` apart where a job is `pxPerJob` wide, and `leastLastPx` from
/// the last, which has the unit: the last always, 1 if it fits, between them multiples of a step.
std::vector<int> jobTicks(int jobsMax, double pxPerJob, double leastPx, double leastLastPx);

/// Progress of a measurement; progressOf() returns nullopt before it begins, or once all samples are taken.
struct SpeedupProgress {
    int done = 0;
    int planned = 0;
    std::int64_t leftNs = 0; ///< in whole seconds; 0: not known, or no longer active
};
std::optional<SpeedupProgress> progressOf(const SpeedupStudy& study, bool running);

} // namespace threadscape
