#include "measure/judgement.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

TEST(Judgement, AResolvedRatioIsAwayFromOne)
{
    EXPECT_EQ(judge({1.9, Interval{1.7, 2.0}, 2}, 0.02), (Judgement{Standing::resolved, Doubt::none}));
    EXPECT_EQ(judge({0.6, Interval{0.5, 0.7}, 2}, 0.02), (Judgement{Standing::resolved, Doubt::none}));
    EXPECT_EQ(judge({1.9, Interval{1.7, 2.0}, 2}, std::nullopt),
              (Judgement{Standing::resolved, Doubt::none}));
}

TEST(Judgement, OneThatIncludesOneIsLevelOrNotResolved)
{
    EXPECT_EQ(judge({1.01, Interval{0.95, 1.05}, 2}, 0), (Judgement{Standing::level, Doubt::none}));
    EXPECT_EQ(judge({1.65, Interval{0.9, 3.44}, 2}, 0), (Judgement{Standing::unresolved, Doubt::overlap}));
    EXPECT_EQ(judge({1.05, Interval{0.95, 1.2}, 2}, 0), (Judgement{Standing::unresolved, Doubt::overlap}));
}

TEST(Judgement, NothingIsAboveItsLimit)
{
    EXPECT_EQ(judge({2.69, Interval{2.5, 2.8}, 2}, 0), (Judgement{Standing::impossible, Doubt::limit}));
    EXPECT_EQ(judge({1.65, Interval{0.9, 3.44}, 1}, 0.6), (Judgement{Standing::impossible, Doubt::others}));
    EXPECT_EQ(judge({2.04, Interval{2.0, 2.1}, 2}, 0), (Judgement{Standing::resolved, Doubt::none}));
}

TEST(Judgement, WhereOthersHadTheCoresNothingIsResolved)
{
    EXPECT_EQ(judge({1.9, Interval{1.7, 2.0}, 2}, 0.5), (Judgement{Standing::unresolved, Doubt::others}));
    EXPECT_EQ(judge({1.9, Interval{1.7, 2.0}, 2}, kOthersMost), (Judgement{Standing::resolved, Doubt::none}));
}

TEST(Judgement, MeasuredOnceNothingIsResolved)
{
    EXPECT_EQ(judge({1.9, std::nullopt, 2}, 0), (Judgement{Standing::unresolved, Doubt::tooFew}));
}

TEST(Judgement, TimesMeasuredOnceAreAsCertainAsTheirAccount)
{
    const auto quiet = ratioOfOnce({0.4, 0}, {0.2, 0});
    ASSERT_TRUE(quiet);
    EXPECT_NEAR(quiet->low, 2 * (1 - kOnceUncertain), 1e-12);
    EXPECT_NEAR(quiet->high, 2 * (1 + kOnceUncertain), 1e-12);
    // The slower may have been delayed by all that was taken from it, and the faster too.
    const auto busy = ratioOfOnce({0.4, 0.2}, {0.2, 0.1});
    ASSERT_TRUE(busy);
    EXPECT_NEAR(busy->low, 1 - kOnceUncertain, 1e-12);
    EXPECT_NEAR(busy->high, 4 * (1 + kOnceUncertain), 1e-12);
    EXPECT_FALSE(ratioOfOnce({0.4, 0.4}, {0.2, 0}));
    EXPECT_FALSE(ratioOfOnce({0.4, 0}, {0, 0}));
    // 0.3 % of a difference is none.
    const auto close = ratioOfOnce({0.4, 0.002}, {0.3988, 0.001});
    ASSERT_TRUE(close);
    EXPECT_EQ(judge({0.4 / 0.3988, close}, 0.01), (Judgement{Standing::level, Doubt::none}));
}

TEST(Judgement, NamesAreThoseOfResultFiles)
{
    EXPECT_STREQ(standingName(Standing::resolved), "resolved");
    EXPECT_STREQ(standingName(Standing::level), "level");
    EXPECT_STREQ(standingName(Standing::unresolved), "unresolved");
    EXPECT_STREQ(standingName(Standing::impossible), "impossible");
    EXPECT_STREQ(doubtName(Doubt::others), "others");
    EXPECT_STREQ(doubtName(Doubt::tooFew), "few");
    EXPECT_STREQ(doubtName(Doubt::overlap), "overlap");
    EXPECT_STREQ(doubtName(Doubt::limit), "limit");
}

} // namespace
} // namespace threadscape
