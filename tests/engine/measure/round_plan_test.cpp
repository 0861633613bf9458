#include "measure/round_plan.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <set>

namespace threadscape {
namespace {

TEST(RoundPlan, EachRoundHasEachPointOnce)
{
    for (const std::size_t points : {0U, 1U, 2U, 3U, 13U, 256U}) {
        std::vector<std::size_t> all(points);
        std::iota(all.begin(), all.end(), 0U);
        const std::vector<std::vector<std::size_t>> plan = roundPlan(20, points, 1);
        ASSERT_EQ(plan.size(), 20U);
        for (std::vector<std::size_t> round : plan) {
            std::ranges::sort(round);
            EXPECT_EQ(round, all);
        }
    }
    EXPECT_TRUE(roundPlan(0, 5, 1).empty());
}

TEST(RoundPlan, NoTwoRoundsAreAlike)
{
    const std::vector<std::vector<std::size_t>> plan = roundPlan(100, 25, 1);
    EXPECT_EQ(std::set(plan.begin(), plan.end()).size(), plan.size());
}

TEST(RoundPlan, TheSeedDecides)
{
    EXPECT_EQ(roundPlan(7, 13, 42), roundPlan(7, 13, 42));
    EXPECT_NE(roundPlan(7, 13, 42), roundPlan(7, 13, 43));
}

TEST(RoundPlan, IsTheSameOnEveryPlatform)
{
    EXPECT_EQ(roundPlan(2, 6, 1),
              (std::vector<std::vector<std::size_t>>{{3, 2, 4, 1, 5, 0}, {3, 4, 1, 0, 2, 5}}));
}

TEST(RoundPlan, MoreRoundsBeginWithTheFewer)
{
    std::vector<std::vector<std::size_t>> plan = roundPlan(10, 13, 5);
    plan.resize(3);
    EXPECT_EQ(plan, roundPlan(3, 13, 5));
}

TEST(RoundPlan, EachPlaceFallsToEachPointAsOften)
{
    constexpr std::size_t kPoints = 5;
    constexpr std::size_t kTimes = 2'000;
    std::vector<std::vector<int>> times(kPoints, std::vector<int>(kPoints));
    for (const std::vector<std::size_t>& round : roundPlan(kTimes * kPoints, kPoints, 6))
        for (std::size_t place = 0; place < kPoints; ++place)
            ++times[place][round[place]];
    for (const std::vector<int>& place : times)
        for (const int time : place)
            EXPECT_NEAR(time, kTimes, 180); // four and a half standard deviations
}

} // namespace
} // namespace threadscape
