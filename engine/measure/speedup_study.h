#pragma once

#include "measure/backend.h"
#include "stats/interval.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace threadscape {

/// What became of the time of all workers while a point was measured, beside useful work: shares of jobs x time. With the
/// efficiency they add up to 1; what is not explained is told as such, and is below 0 where the work itself went quicker than
/// in the sequential run.
struct Losses {
    double imbalance = 0;   ///< done, while others still worked
    double waiting = 0;     ///< for a lock, in the middle of its job
    double ready = 0;       ///< wanted a core, by the system's account
    double startup = 0;     ///< until it had its job, and from the last job's end until that was noticed
    double unexplained = 0; ///< the rest
    friend bool operator==(const Losses&, const Losses&) = default;
};

/// One backend at one number of jobs.
struct SpeedupPoint {
    Backend backend = Backend::sequential;
    int jobs = 1;
    std::vector<double> samplesS{}; ///< s that the work took, by round, starting the workers not counted
    double medianS = 0;
    double meanS = 0;
    double stdS = 0;      ///< of the population, as Python's %timeit tells it
    Interval medianCiS{}; ///< bootstrapped
    double startupS = 0;  ///< s to start so many workers
    double cpuUserS = 0;  ///< CPU time of all workers, mean of the samples
    double cpuSysS = 0;
    double speedup = 0;                ///< baseline's median / its median; 0: nothing to compare with yet
    Interval speedupCi{};              ///< bootstrapped, of the ratio
    double efficiency = 0;             ///< speedup / jobs
    std::optional<double> karpFlatt{}; ///< see karpFlatt(); none for one job
    std::optional<Losses> lost{};      ///< none where the run does not see into it (Python)
    std::string group{};     ///< of the lanes of its workers, the first `jobs` of which worked; empty: none
    std::int64_t fromNs = 0; ///< the sample nearest to the median, in the run's time
    std::int64_t toNs = 0;   ///< equal: there is none to be seen
    friend bool operator==(const SpeedupPoint&, const SpeedupPoint&) = default;
};

enum class ScalingLaw : std::uint8_t { amdahl, usl };
inline constexpr ScalingLaw kLastScalingLaw = ScalingLaw::usl;
const char* scalingLawName(ScalingLaw law) noexcept; ///< "amdahl", "usl"

/// A scaling law fitted to the points of one backend.
struct SpeedupFit {
    Backend backend = Backend::threads;
    ScalingLaw law = ScalingLaw::amdahl;
    double serialFraction = 0; ///< Amdahl's, or the USL's contention
    Interval serialFractionCi{};
    double coherence = 0; ///< the USL's, 0 for Amdahl
    Interval coherenceCi{};
    bool determined = false; ///< false: the data cannot tell, do not draw it
    friend bool operator==(const SpeedupFit&, const SpeedupFit&) = default;
};

/// What the measured serial part of a backend allows at most: by Amdahl's law, from a time that was read off the trace and not
/// fitted.
struct SpeedupCeiling {
    enum class Cause : std::uint8_t {
        lock,     ///< that long a lock was held
        handover, ///< that long jobs were handed out and their ends waited for
    };
    Backend backend = Backend::threads;
    Cause cause = Cause::handover;
    double serialS = 0;        ///< mean of a sample
    double serialFraction = 0; ///< of the sequential run
    friend bool operator==(const SpeedupCeiling&, const SpeedupCeiling&) = default;
};
inline constexpr SpeedupCeiling::Cause kLastCeilingCause = SpeedupCeiling::Cause::handover;
/// As in result files: "lock" or "handover".
constexpr const char* ceilingCauseName(SpeedupCeiling::Cause cause) noexcept
{
    return cause == SpeedupCeiling::Cause::lock ? "lock" : "handover";
}

/// All that a speedup experiment has measured so far. Threads: a value type.
struct SpeedupStudy {
    int cores = 1;
    int jobsMax = 1;
    std::vector<Backend> backends{};    ///< as asked for, in their order, those that can be had
    std::vector<SpeedupPoint> points{}; ///< those with a sample, baselines first, then by backend and jobs
    std::vector<SpeedupFit> fits{};
    std::vector<SpeedupCeiling> ceilings{};
    int samplesDone = 0;
    int samplesPlanned = 0;
    double secondsLeft = 0; ///< 0: not known, or done
    std::optional<double>
        observerShare{}; ///< of the cores' time, what this program beside its workers used meanwhile

    const SpeedupPoint* find(Backend backend, int jobs) const noexcept
    {
        for (const SpeedupPoint& point : points)
            if (point.backend == backend && point.jobs == jobs)
                return &point;
        return nullptr;
    }
    friend bool operator==(const SpeedupStudy&, const SpeedupStudy&) = default;
};

} // namespace threadscape
