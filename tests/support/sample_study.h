#pragma once

#include "measure/speedup_study.h"

namespace threadscape::samples {

/// A study with all fields set.
inline SpeedupStudy fullStudy()
{
    SpeedupStudy study;
    study.cores = 2;
    study.jobsMax = 4;
    study.backends = {Backend::threads, Backend::pythonThreads};
    study.points.push_back({.backend = Backend::sequential,
                            .samplesS = {0.25, 0.5, 0.125},
                            .medianS = 0.25,
                            .meanS = 0.291,
                            .stdS = 0.156,
                            .medianCiS = Interval{0.125, 0.5},
                            .speedup = 1,
                            .speedupCi = Interval{1, 1},
                            .judged = {Standing::level, Doubt::none},
                            .efficiency = 1});
    study.points.push_back({.backend = Backend::threads,
                            .jobs = 2,
                            .samplesS = {0.125},
                            .medianS = 0.125,
                            .meanS = 0.125,
                            .startupS = 0.001,
                            .cpuUserS = 0.24,
                            .cpuSysS = 0.01,
                            .speedup = 2,
                            .speedupCi = Interval{1.5, 2.5},
                            .judged = {Standing::unresolved, Doubt::others},
                            .efficiency = 1,
                            .karpFlatt = 0.0625,
                            .lost = Losses{.working = 0.03125,
                                           .imbalance = 0.25,
                                           .waiting = 0.125,
                                           .ready = 0.5,
                                           .startup = 0.0625,
                                           .unexplained = 0.03125},
                            .group = "Threads",
                            .fromNs = 1000,
                            .toNs = 125'001'000,
                            .value = 1.0007851925466305});
    study.fits.push_back({.backend = Backend::threads,
                          .law = ScalingLaw::usl,
                          .serialFraction = 0.1,
                          .serialFractionCi = Interval{0.05, 0.2},
                          .coherence = 0.01,
                          .coherenceCi = Interval{0, 0.02},
                          .determined = true});
    study.ceilings.push_back({.backend = Backend::threads,
                              .cause = SpeedupCeiling::Cause::handover,
                              .serialS = 0.01,
                              .serialFraction = 0.04});
    study.samplesDone = 4;
    study.samplesPlanned = 9;
    study.observerShare = 0.015;
    study.othersShare = 0.25;
    return study;
}

} // namespace threadscape::samples
