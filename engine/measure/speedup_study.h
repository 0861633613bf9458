#pragma once

#include "measure/backend.h"
#include "measure/judgement.h"
#include "stats/interval.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace threadscape {

/// Where all workers' time went while a point was measured: shares of jobs x time, all from one account of the same stretches, so
/// that they add up to 1. How much faster it got is another question: the same work may take more CPU time beside others.
struct Losses {
    double working = 0;     ///< on a core, at its job
    double imbalance = 0;   ///< done, while others still worked
    double waiting = 0;     ///< for a lock, in the middle of its job
    double ready = 0;       ///< ready without a core, by the system's account
    double startup = 0;     ///< until it got its job, and from the last job's end until that was noticed
    double unexplained = 0; ///< the system does not say, or events were lost
    friend bool operator==(const Losses&, const Losses&) = default;
};

/// One backend at one number of jobs.
struct SpeedupPoint {
    Backend backend = Backend::sequential;
    int jobs = 1;
    std::vector<double> samplesS{}; ///< duration of the work in s, by round, without starting the workers
    double medianS = 0;
    double meanS = 0;
    double stdS = 0;                     ///< of the population, as in Python's %timeit
    std::optional<Interval> medianCiS{}; ///< 95 %, see centreInterval(); nullopt for one sample
    double startupS = 0;                 ///< s to start that number of workers
    double cpuUserS = 0;                 ///< CPU time of all workers, mean of the samples
    double cpuSysS = 0;
    double speedup = 0;                  ///< baseline's median / its median; 0: no baseline yet, or refused
    std::optional<Interval> speedupCi{}; ///< 95 %, see ConfidenceDraws::ratio; nullopt: not known
    Judgement judged{};                  ///< what may be said of the speedup
    double efficiency = 0;               ///< speedup / jobs
    std::optional<double> karpFlatt{};   ///< see karpFlatt(); nullopt for one job
    std::optional<Losses> lost{};        ///< nullopt where it is not observable (Python)
    std::string group{};     ///< of the lanes of its workers, the first `jobs` of which worked; empty: none
    std::int64_t fromNs = 0; ///< the sample nearest to the median, in the run's time
    std::int64_t toNs = 0;   ///< equal: none available
    std::optional<double> value{}; ///< the calculation's result; nullopt: it is not a number
    /// CPU time per wall time: so many cores worked; 0: not measured yet.
    double coresBusy() const noexcept { return meanS > 0 ? (cpuUserS + cpuSysS) / meanS : 0; }
    friend bool operator==(const SpeedupPoint&, const SpeedupPoint&) = default;
};

enum class ScalingLaw : std::uint8_t { amdahl, usl };
inline constexpr ScalingLaw kLastScalingLaw = ScalingLaw::usl;
const char* scalingLawName(ScalingLaw law) noexcept; ///< "amdahl", "usl"

/// A scaling law fitted to the points of one backend.
struct SpeedupFit {
    Backend backend = Backend::threads;
    ScalingLaw law = ScalingLaw::amdahl;
    std::optional<double>
        serialFraction{}; ///< Amdahl's, or the USL's contention; nullopt: too few numbers of jobs
    std::optional<Interval> serialFractionCi{}; ///< 95 %; nullopt: measured once
    std::optional<double> coherence{};          ///< the USL's; nullopt likewise, and for Amdahl's law
    std::optional<Interval> coherenceCi{};
    bool determined = false; ///< false: the data cannot determine it, do not draw it
    friend bool operator==(const SpeedupFit&, const SpeedupFit&) = default;
};

/// The upper limit of a backend's speedup by its measured serial part: by Amdahl's law, from a time read from the trace, not
/// fitted.
struct SpeedupCeiling {
    enum class Cause : std::uint8_t {
        lock,     ///< time that a lock was held
        handover, ///< time of distributing jobs and waiting for their ends
    };
    Backend backend = Backend::threads;
    Cause cause = Cause::handover;
    double serialS = 0;        ///< mean per sample
    double serialFraction = 0; ///< of the sequential run
    friend bool operator==(const SpeedupCeiling&, const SpeedupCeiling&) = default;
};
inline constexpr SpeedupCeiling::Cause kLastCeilingCause = SpeedupCeiling::Cause::handover;
/// As in result files: "lock" or "handover".
constexpr const char* ceilingCauseName(SpeedupCeiling::Cause cause) noexcept
{
    return cause == SpeedupCeiling::Cause::lock ? "lock" : "handover";
}

/// The measurements of a speedup experiment so far. Threads: a value type.
struct SpeedupStudy {
    int cores = 1;
    int jobsMax = 1;
    std::vector<Backend> backends{};    ///< the available ones of those requested, in their order
    std::vector<SpeedupPoint> points{}; ///< those with a sample, baselines first, then by backend and jobs
    std::vector<SpeedupFit> fits{};
    std::vector<SpeedupCeiling> ceilings{};
    int samplesDone = 0;
    int samplesPlanned = 0;
    double secondsLeft = 0; ///< 0: unknown, or done
    std::int64_t items = 0; ///< independent parts of the work: no more jobs than that can help; 0: not known
    /// The shares of the cores' time that this program used beside its workers, and that other programs had.
    std::optional<double> observerShare{};
    std::optional<double> othersShare{};

    /// Whether other programs had so much of the cores that what was measured is about them.
    bool disturbed() const noexcept { return othersShare && *othersShare > kOthersMost; }
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
