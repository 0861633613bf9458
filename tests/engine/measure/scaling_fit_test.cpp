#include "measure/scaling_fit.h"

#include "measure/scaling_laws.h"
#include "stats/statistics.h"

#include <cmath>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <vector>

namespace threadscape {
namespace {

// Times that were never measured: of a sequential run that takes 1 s, and of one with each number of jobs.
struct SyntheticTimes {
    std::vector<double> baselineS{};
    std::map<int, std::vector<double>> timesS{};
    int cores = 64;
    std::uint64_t seed = 1;

    SpeedupFit fit(ScalingLaw law) const
    {
        std::vector<ScalingSample> samples;
        samples.reserve(timesS.size());
        for (const auto& [jobs, times] : timesS)
            samples.push_back({jobs, times});
        return fitScaling(law, samples, baselineS, cores, seed);
    }
};

struct Noise {
    std::mt19937_64 random;
    double deviation = 0; // of the times, as a share

    std::vector<double> about(double time, int count)
    {
        std::vector<double> times;
        for (int i = 0; i < count; ++i) {
            double normal = -6; // a sum of twelve is near enough to it
            for (int k = 0; k < 12; ++k)
                normal += static_cast<double>(random() >> 11U) * 0x1p-53;
            times.push_back(time * std::exp(deviation * normal));
        }
        return times;
    }
};

SyntheticTimes timesBy(double contention, double coherence, int jobsMax, int count, double deviation,
                       std::uint64_t seed = 1)
{
    Noise noise{std::mt19937_64(seed), deviation};
    SyntheticTimes times{.baselineS = noise.about(1, count), .seed = seed};
    for (int jobs = 1; jobs <= jobsMax; ++jobs)
        times.timesS[jobs] = noise.about(1 / uslSpeedup(contention, coherence, jobs), count);
    return times;
}

bool catches(const std::optional<Interval>& interval, double value)
{
    return interval && interval->low <= value && value <= interval->high;
}

double widthOf(const std::optional<Interval>& interval)
{
    return interval ? interval->high - interval->low : INFINITY;
}

TEST(ScalingFit, AmdahlsIntervalCatchesTheTrueSerialFraction)
{
    for (const double serialFraction : {0.02, 0.2, 0.8}) {
        int caught = 0;
        int determined = 0;
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            const SpeedupFit fit = timesBy(serialFraction, 0, 8, 7, 0.03, seed).fit(ScalingLaw::amdahl);
            caught += catches(fit.serialFractionCi, serialFraction) ? 1 : 0;
            determined += fit.determined ? 1 : 0;
            EXPECT_NEAR(fit.serialFraction.value_or(-1), serialFraction, 0.1);
            EXPECT_LT(widthOf(fit.serialFractionCi), 0.2);
        }
        EXPECT_GE(caught, 93) << serialFraction;
        EXPECT_EQ(determined, 100) << serialFraction;
    }
}

TEST(ScalingFit, TheUniversalLawsIntervalsCatchTheTrueParameters)
{
    for (const auto& [contention, coherence] : {std::pair{0.05, 0.01}, {0.3, 0.02}, {0.1, 0.0}}) {
        int contentions = 0;
        int coherences = 0;
        int determined = 0;
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            const SpeedupFit fit = timesBy(contention, coherence, 8, 15, 0.03, seed).fit(ScalingLaw::usl);
            contentions += catches(fit.serialFractionCi, contention) ? 1 : 0;
            coherences += catches(fit.coherenceCi, coherence) ? 1 : 0;
            determined += fit.determined ? 1 : 0;
        }
        EXPECT_GE(contentions, 93) << contention << " " << coherence;
        EXPECT_GE(coherences, 93) << contention << " " << coherence;
        EXPECT_GE(determined, 95) << contention << " " << coherence;
    }
}

TEST(ScalingFit, TheBaselinesNoiseCounts)
{
    SyntheticTimes times = timesBy(0.1, 0, 8, 15, 0.0);
    EXPECT_LT(widthOf(times.fit(ScalingLaw::amdahl).serialFractionCi), 1e-9);
    times.baselineS = Noise{std::mt19937_64(3), 0.05}.about(1, 15);
    EXPECT_GT(widthOf(times.fit(ScalingLaw::amdahl).serialFractionCi), 0.005);
}

TEST(ScalingFit, EqualTimesAreASerialFractionOfOne)
{
    const SpeedupFit amdahl = timesBy(1, 0, 4, 7, 0.01).fit(ScalingLaw::amdahl);
    EXPECT_GT(amdahl.serialFraction.value_or(-1), 0.98);
    EXPECT_TRUE(amdahl.determined);
    const SpeedupFit exact = timesBy(1, 0, 4, 7, 0).fit(ScalingLaw::amdahl);
    EXPECT_NEAR(exact.serialFraction.value_or(-1), 1, 1e-9);
    EXPECT_TRUE(exact.determined);
}

TEST(ScalingFit, MoreJobsThanCoresAreLeftOut)
{
    SyntheticTimes times = timesBy(0.1, 0.01, 4, 7, 0.01);
    times.cores = 4;
    const SpeedupFit amdahl = times.fit(ScalingLaw::amdahl);
    const SpeedupFit usl = times.fit(ScalingLaw::usl);
    for (int jobs = 5; jobs <= 8; ++jobs)
        times.timesS[jobs] = times.timesS[4];
    EXPECT_EQ(times.fit(ScalingLaw::amdahl), amdahl);
    EXPECT_EQ(times.fit(ScalingLaw::usl), usl);
    times.cores = 8;
    EXPECT_NE(times.fit(ScalingLaw::amdahl), amdahl);
}

TEST(ScalingFit, OneJobIsLeftOut)
{
    SyntheticTimes times = timesBy(0.1, 0.01, 4, 7, 0.01);
    const SpeedupFit fit = times.fit(ScalingLaw::usl);
    times.timesS.erase(1);
    EXPECT_EQ(times.fit(ScalingLaw::usl), fit);
}

TEST(ScalingFit, OnTwoCoresItIsKarpAndFlattsNumberAndNoLaw)
{
    SyntheticTimes times = timesBy(0.1, 0, 8, 21, 0.01);
    times.cores = 2;
    const double told = karpFlatt(median(times.baselineS) / median(times.timesS[2]), 2);
    const SpeedupFit amdahl = times.fit(ScalingLaw::amdahl);
    EXPECT_FALSE(amdahl.determined);
    EXPECT_NEAR(amdahl.serialFraction.value_or(-1), told, 1e-6);
    EXPECT_TRUE(catches(amdahl.serialFractionCi, told));
    EXPECT_FALSE(amdahl.coherence);
    EXPECT_FALSE(amdahl.coherenceCi);
    // One point cannot tell what its two parameters are.
    EXPECT_EQ(times.fit(ScalingLaw::usl), (SpeedupFit{.law = ScalingLaw::usl}));
    times.cores = 1;
    EXPECT_EQ(times.fit(ScalingLaw::usl), (SpeedupFit{.law = ScalingLaw::usl}));
}

TEST(ScalingFit, AsManyNumbersOfJobsAsParametersDetermineNothing)
{
    SyntheticTimes times = timesBy(0.3, 0.02, 4, 21, 0.001);
    EXPECT_TRUE(times.fit(ScalingLaw::usl).determined);
    times.timesS.erase(3);
    EXPECT_FALSE(times.fit(ScalingLaw::usl).determined);
    EXPECT_TRUE(times.fit(ScalingLaw::amdahl).determined);
    times.timesS.erase(2);
    EXPECT_FALSE(times.fit(ScalingLaw::amdahl).determined);
}

TEST(ScalingFit, OfOneTimeThereIsNoInterval)
{
    const SpeedupFit fit = timesBy(0.3, 0, 4, 1, 0).fit(ScalingLaw::amdahl);
    EXPECT_NEAR(fit.serialFraction.value_or(-1), 0.3, 1e-6);
    EXPECT_FALSE(fit.serialFractionCi);
    EXPECT_FALSE(fit.determined);
}

TEST(ScalingFit, FewerThanThreeTimesDetermineNothing)
{
    SyntheticTimes times = timesBy(0.3, 0, 4, 3, 0.001);
    EXPECT_TRUE(times.fit(ScalingLaw::amdahl).determined);
    times.timesS[3].pop_back();
    EXPECT_FALSE(times.fit(ScalingLaw::amdahl).determined);
    times = timesBy(0.3, 0, 4, 3, 0.001);
    times.baselineS.pop_back();
    EXPECT_FALSE(times.fit(ScalingLaw::amdahl).determined);
}

// The points lie on a curve, and the baseline says which by its median; but it might be another.
TEST(ScalingFit, AWideIntervalDeterminesNothing)
{
    SyntheticTimes times = timesBy(0.5, 0, 8, 7, 0);
    times.baselineS = {0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3};
    EXPECT_TRUE(times.fit(ScalingLaw::amdahl).determined);
    times.baselineS = {0.4, 0.5, 0.7, 1, 1.5, 2, 2.5};
    const SpeedupFit fit = times.fit(ScalingLaw::amdahl);
    EXPECT_NEAR(fit.serialFraction.value_or(-1), 0.5, 1e-9);
    EXPECT_FALSE(fit.determined);
}

TEST(ScalingFit, AWideIntervalOfTheCoherenceDeterminesNothing)
{
    SyntheticTimes times = timesBy(1, 0.3, 8, 7, 0);
    times.baselineS = {0.97, 0.98, 0.99, 1, 1.01, 1.02, 1.03};
    EXPECT_TRUE(times.fit(ScalingLaw::usl).determined);
    times.baselineS = {0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3};
    const SpeedupFit fit = times.fit(ScalingLaw::usl);
    EXPECT_LT(widthOf(fit.serialFractionCi), kFitWidest);
    EXPECT_NEAR(fit.coherence.value_or(-1), 0.3, 1e-6);
    EXPECT_FALSE(fit.determined);
}

TEST(ScalingFit, WhatScalesWithoutLossesIsNotTheUniversalLaws)
{
    const SyntheticTimes times = timesBy(0, 0, 8, 7, 0.01);
    const SpeedupFit amdahl = times.fit(ScalingLaw::amdahl);
    EXPECT_LT(amdahl.serialFraction.value_or(1), 0.01);
    EXPECT_TRUE(amdahl.determined);
    const SpeedupFit usl = times.fit(ScalingLaw::usl);
    EXPECT_EQ(usl.serialFractionCi.value_or(Interval{1, 1}).low, 0);
    EXPECT_EQ(usl.coherenceCi.value_or(Interval{1, 1}).low, 0);
    EXPECT_FALSE(usl.determined);
}

TEST(ScalingFit, PointsThatFollowAnotherLawDetermineNothing)
{
    // Only two cores in truth: Amdahl's curve would bend before and rise behind.
    SyntheticTimes times = timesBy(0, 0, 8, 7, 0.001);
    for (int jobs = 3; jobs <= 8; ++jobs)
        times.timesS[jobs] = times.timesS[2];
    const SpeedupFit amdahl = times.fit(ScalingLaw::amdahl);
    EXPECT_LT(widthOf(amdahl.serialFractionCi), 0.01);
    EXPECT_FALSE(amdahl.determined);

    // All is well up to half the cores, and then nothing is gained at all.
    times = timesBy(0, 0, 8, 7, 0.001);
    for (int jobs = 5; jobs <= 8; ++jobs)
        times.timesS[jobs] = times.timesS[1];
    const SpeedupFit usl = times.fit(ScalingLaw::usl);
    EXPECT_GT(usl.coherenceCi.value_or(Interval{}).low, 0);
    EXPECT_LT(widthOf(usl.coherenceCi), 0.01);
    EXPECT_FALSE(usl.determined);
}

TEST(ScalingFit, MereNoiseDeterminesNothing)
{
    int determined = 0;
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        determined += timesBy(0.1, 0.01, 8, 7, 1, seed).fit(ScalingLaw::amdahl).determined ? 1 : 0;
        determined += timesBy(0.1, 0.01, 8, 7, 1, seed).fit(ScalingLaw::usl).determined ? 1 : 0;
    }
    EXPECT_LE(determined, 2);
}

TEST(ScalingFit, TheSeedDecides)
{
    SyntheticTimes times = timesBy(0.1, 0.01, 8, 7, 0.03);
    const SpeedupFit fit = times.fit(ScalingLaw::usl);
    EXPECT_EQ(times.fit(ScalingLaw::usl), fit);
    times.seed = 2;
    const SpeedupFit other = times.fit(ScalingLaw::usl);
    EXPECT_EQ(other.serialFraction, fit.serialFraction);
    EXPECT_NE(other.serialFractionCi, fit.serialFractionCi);
}

} // namespace
} // namespace threadscape
