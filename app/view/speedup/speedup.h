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
    Interval bar{}; ///< 95 %, holds the speedup
};

/// The points of one backend that have something to be compared with, by jobs.
struct SpeedupCurve {
    Backend backend = Backend::threads;
    bool before = false; ///< of the pinned run
    std::vector<SpeedupMark> marks;
};

/// A curve that is worked out: a scaling law fitted to the points, or the most that a measured serial part allows.
struct SpeedupLaw {
    enum class Kind : std::uint8_t { amdahl, usl, ceiling };
    Backend backend = Backend::threads;
    Kind kind = Kind::amdahl;
    SpeedupCeiling::Cause cause = SpeedupCeiling::Cause::handover; ///< of a ceiling
    double serialFraction = 0;
    double coherence = 0; ///< the USL's
    double toJobs = 1;    ///< it is drawn from one job to here: as many as have a core each

    /// Speedup of so many workers; of Amdahl's law, and of a ceiling, without coherence.
    double at(double jobs) const noexcept { return uslSpeedup(serialFraction, coherence, jobs); }
};

/// What is painted of a speedup measurement.
struct SpeedupPicture {
    ValueScale jobs{1, 1}; ///< across, with a little room at both ends
    ValueScale speedup{0, 1};
    int jobsMax = 1;
    double idealTo = 1;                ///< the ideal line runs from one job to here
    std::optional<double> crowdedFrom; ///< from here on there are more workers than cores
    std::vector<SpeedupCurve> curves;  ///< the pinned run's first: the others are painted over them
    std::vector<SpeedupLaw> laws;
};

/// `before`: a pinned run's, or null. Laws and ceilings are the first study's; the USL's only where `withUsl`. The speedup
/// reaches to 1.25 times what the cores allow, or as far as the highest bar. Threads: any.
SpeedupPicture speedupPicture(const SpeedupStudy& study, const SpeedupStudy* before, bool withUsl);

/// Whether one of an experiment's plots is a speedup.
bool showsSpeedup(std::span<const PlotSpec> plots) noexcept;

/// Whether there is a curve of the USL that can be switched on.
bool hasUsl(const SpeedupStudy& study) noexcept;

/// Where the axes' values stand in a picture, in its pixels.
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
    /// No higher and no lower than the picture.
    double y(double atSpeedup) const noexcept;
};

/// One point of a study, or of the pinned run's.
struct PointId {
    Backend backend = Backend::threads;
    int jobs = 1;
    bool before = false;
    friend bool operator==(const PointId&, const PointId&) = default;
};

/// The point nearest to a place, no farther than `reachPx`; of equally near ones that which is painted last.
std::optional<PointId> pointNear(const SpeedupPicture& picture, const SpeedupScale& scale, double x, double y,
                                 double reachPx);

/// Where to go from a point: to fewer or more jobs of the same curve, or to the next lower or higher curve.
enum class PointStep : std::uint8_t { fewer, more, lower, higher };
/// The point there; the same where there is none. Only points of the run itself.
PointId neighbour(const SpeedupPicture& picture, const PointId& from, PointStep step);

/// Numbers of jobs that are written under the axis, with at least `leastPx` from one to the next where a job is `pxPerJob`
/// wide, and `leastLastPx` to the last, which says what is counted: the last always, one if there is room, between them
/// multiples of a step.
std::vector<int> jobTicks(int jobsMax, double pxPerJob, double leastPx, double leastLastPx);

/// How much of a measurement is done, for a reader: nothing before it begins, or once all samples are there.
struct SpeedupProgress {
    int done = 0;
    int planned = 0;
    std::int64_t leftNs = 0; ///< in whole seconds; 0: not known, or it goes on no longer
};
std::optional<SpeedupProgress> progressOf(const SpeedupStudy& study, bool running);

} // namespace threadscape
