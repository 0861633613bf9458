#include "measure/scaling_laws.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

TEST(ScalingLaws, AmdahlsSpeedups)
{
    EXPECT_DOUBLE_EQ(amdahlSpeedup(0.05, 20), 1 / (0.05 + 0.95 / 20));
    EXPECT_DOUBLE_EQ(amdahlSpeedup(0.5, 2), 4.0 / 3);
    EXPECT_DOUBLE_EQ(amdahlSpeedup(0, 64), 64);
    EXPECT_DOUBLE_EQ(amdahlSpeedup(1, 64), 1);
    EXPECT_DOUBLE_EQ(amdahlSpeedup(0.3, 1), 1);
    EXPECT_NEAR(amdahlSpeedup(0.05, 1'000'000), 20, 1e-3); // its limit
}

TEST(ScalingLaws, TheUniversalLawIsAmdahlsWithoutCoherence)
{
    for (int jobs = 1; jobs <= 64; ++jobs)
        EXPECT_DOUBLE_EQ(uslSpeedup(0.07, 0, jobs), amdahlSpeedup(0.07, jobs));
    EXPECT_DOUBLE_EQ(uslSpeedup(0.1, 0.01, 10), 10 / (1 + 0.9 + 0.9));
    EXPECT_DOUBLE_EQ(uslSpeedup(0.1, 0.01, 1), 1);
}

TEST(ScalingLaws, TheUniversalLawTurnsDown)
{
    // The top is at sqrt((1 - contention) / coherence) jobs, 30 here.
    EXPECT_LT(uslSpeedup(0.1, 0.001, 29), uslSpeedup(0.1, 0.001, 30));
    EXPECT_GT(uslSpeedup(0.1, 0.001, 30), uslSpeedup(0.1, 0.001, 31));
}

TEST(ScalingLaws, KarpAndFlattUndoAmdahl)
{
    for (const double serialFraction : {0.0, 0.05, 0.5, 1.0})
        for (int jobs = 2; jobs <= 64; ++jobs)
            EXPECT_NEAR(karpFlatt(amdahlSpeedup(serialFraction, jobs), jobs), serialFraction, 1e-12);
    EXPECT_DOUBLE_EQ(karpFlatt(4, 8), 1.0 / 7);
    EXPECT_LT(karpFlatt(2.1, 2), 0);
    EXPECT_GT(karpFlatt(0.9, 2), 1);
}

TEST(ScalingLaws, KarpAndFlattGrowsWhereThereIsOverhead)
{
    for (int jobs = 2; jobs < 64; ++jobs)
        EXPECT_LT(karpFlatt(uslSpeedup(0.05, 0.01, jobs), jobs),
                  karpFlatt(uslSpeedup(0.05, 0.01, jobs + 1), jobs + 1));
}

TEST(ScalingLaws, EfficiencyIsTheShareOfAJob)
{
    EXPECT_EQ(efficiency(1.5, 2), 0.75);
    EXPECT_EQ(efficiency(1, 1), 1);
}

} // namespace
} // namespace threadscape
