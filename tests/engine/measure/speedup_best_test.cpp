#include "measure/speedup_best.h"

#include "measure/speedup_analysis.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

/// Seven samples about `time`, which scatter by `deviation`.
SpeedupPoint timed(Backend backend, int jobs, double time, double deviation = 0.01)
{
    SpeedupPoint point{.backend = backend, .jobs = jobs};
    for (const double off : {0.5, -1.0, 0.2, 1.2, -0.4, -1.1, 0.6})
        point.samplesS.push_back(time * (1 + deviation * off * (jobs % 2 == 0 ? 1 : -1)));
    return point;
}

SpeedupStudy studyOf(std::vector<SpeedupPoint> points, double others = 0.01)
{
    SpeedupStudy study;
    study.cores = 2;
    study.jobsMax = 4;
    study.backends = {Backend::threads, Backend::gil, Backend::processes};
    study.points = std::move(points);
    study.points.push_back(timed(Backend::sequential, 1, 1));
    study.othersShare = others;
    analyse(study, 1);
    return study;
}

TEST(SpeedupBest, IsTheFewestJobsThatAreAsFast)
{
    const SpeedupStudy study = studyOf({timed(Backend::threads, 1, 1), timed(Backend::threads, 2, 0.51),
                                        timed(Backend::threads, 3, 0.508), timed(Backend::threads, 4, 0.505),
                                        timed(Backend::gil, 2, 1.02)});
    const BestSpeedup best = bestSpeedup(study, 1);
    ASSERT_NE(best.point, nullptr);
    EXPECT_EQ(best.point->backend, Backend::threads);
    EXPECT_EQ(best.point->jobs, 2);
    EXPECT_TRUE(best.beatsRivals);
    EXPECT_TRUE(best.isGain());
    ASSERT_NE(bestUnderLock(study), nullptr);
    EXPECT_LT(bestUnderLock(study)->speedup, 1);
    EXPECT_EQ(commonDoubt(study), Doubt::none);
}

TEST(SpeedupBest, TwoThatAreAlikeHaveNoWinner)
{
    const SpeedupStudy study =
        studyOf({timed(Backend::threads, 2, 0.51), timed(Backend::processes, 2, 0.512)});
    const BestSpeedup best = bestSpeedup(study, 1);
    EXPECT_TRUE(best.isGain());
    EXPECT_FALSE(best.beatsRivals);
}

TEST(SpeedupBest, WhatTheLockForbidsIsRefused)
{
    const SpeedupStudy study = studyOf({timed(Backend::gil, 2, 0.6), timed(Backend::gil, 3, 1.01)});
    EXPECT_EQ(study.find(Backend::gil, 2)->judged.standing, Standing::impossible);
    EXPECT_EQ(study.find(Backend::gil, 2)->speedup, 0);
    EXPECT_FALSE(study.find(Backend::gil, 2)->speedupCi);
    const BestSpeedup best = bestSpeedup(study, 1);
    EXPECT_FALSE(best.isGain());
    ASSERT_NE(bestUnderLock(study), nullptr);
    EXPECT_EQ(bestUnderLock(study)->jobs, 3);
}

TEST(SpeedupBest, BesideOthersNothingIsBest)
{
    const SpeedupStudy study = studyOf({timed(Backend::threads, 2, 0.51), timed(Backend::gil, 2, 1.02)}, 0.6);
    EXPECT_FALSE(bestSpeedup(study, 1).isGain());
    EXPECT_EQ(bestUnderLock(study), nullptr);
    EXPECT_EQ(commonDoubt(study), Doubt::others);
}

TEST(SpeedupBest, MereNoiseHasNoGain)
{
    const SpeedupStudy study =
        studyOf({timed(Backend::threads, 2, 0.9, 0.3), timed(Backend::threads, 3, 0.95, 0.3)});
    EXPECT_FALSE(bestSpeedup(study, 1).isGain());
    EXPECT_EQ(commonDoubt(study), Doubt::overlap);
}

TEST(SpeedupBest, ItemsAndJobsAreLimitsToo)
{
    SpeedupStudy study;
    study.cores = 8;
    EXPECT_EQ(speedupLimit(study, {.backend = Backend::threads, .jobs = 4}), 4);
    EXPECT_EQ(speedupLimit(study, {.backend = Backend::threads, .jobs = 16}), 8);
    EXPECT_EQ(speedupLimit(study, {.backend = Backend::gil, .jobs = 4}), 1);
    EXPECT_EQ(speedupLimit(study, {.backend = Backend::nogil, .jobs = 4}), 4);
    study.items = 3;
    EXPECT_EQ(speedupLimit(study, {.backend = Backend::processes, .jobs = 4}), 3);
}

TEST(SpeedupBest, AnEmptyStudyHasNone)
{
    EXPECT_EQ(bestSpeedup({}, 1).point, nullptr);
    EXPECT_EQ(bestUnderLock({}), nullptr);
}

} // namespace
} // namespace threadscape
