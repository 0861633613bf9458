#include "stats/statistics.h"

#include <array>
#include <gtest/gtest.h>
#include <vector>

namespace threadscape {
namespace {

TEST(Statistics, TheMedianIsInTheMiddleOrHalfWay)
{
    EXPECT_EQ(median(std::array{3.0}), 3.0);
    EXPECT_EQ(median(std::array{5.0, 1.0, 3.0}), 3.0);
    EXPECT_EQ(median(std::array{8.0, 1.0, 2.0, 4.0}), 3.0);
    EXPECT_EQ(median(std::array{1.0, 1.0, 1.0, 9.0}), 1.0);
}

TEST(Statistics, OneOutlierMovesTheMeanAndNotTheMedian)
{
    const std::array values{1.0, 2.0, 3.0, 4.0, 1'000.0};
    EXPECT_EQ(median(values), 3.0);
    EXPECT_EQ(mean(values), 202.0);
}

TEST(Statistics, TheDeviationIsThePopulations)
{
    // Divided by n it is 2; by n - 1 it would be 2.14.
    EXPECT_EQ(standardDeviation(std::array{2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0}), 2.0);
    EXPECT_EQ(standardDeviation(std::array{7.0}), 0.0);
    EXPECT_EQ(standardDeviation(std::array{-1.0, 1.0}), 1.0);
}

TEST(Statistics, TheDeviationOfLargeAndAlmostEqualValuesIsNotLost)
{
    EXPECT_EQ(standardDeviation(std::array{1e9 - 1, 1e9, 1e9 + 1, 1e9}), 0.7071067811865476);
}

TEST(Statistics, TheValuesKeepTheirOrder)
{
    const std::vector<double> values{5, 4, 3, 2, 1};
    median(values);
    EXPECT_EQ(values, (std::vector<double>{5, 4, 3, 2, 1}));
}

} // namespace
} // namespace threadscape
