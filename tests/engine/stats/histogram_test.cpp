#include "stats/histogram.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <memory>
#include <random>
#include <vector>

namespace threadscape {
namespace {

TEST(Histogram, ClassesFollowEachOtherWithoutAHole)
{
    for (int i = 0; i + 1 < Histogram::kClasses; ++i) {
        ASSERT_LT(Histogram::lowerEdge(i), Histogram::lowerEdge(i + 1));
        ASSERT_EQ(Histogram::classOf(Histogram::lowerEdge(i)), i);
        ASSERT_EQ(Histogram::classOf(Histogram::lowerEdge(i + 1) - 1), i);
    }
    EXPECT_EQ(Histogram::classOf(UINT64_MAX), Histogram::kClasses - 1);
}

TEST(Histogram, AClassIsAtMostASixteenthWide)
{
    for (int i = Histogram::kPerDoubling; i + 1 < Histogram::kClasses; ++i) {
        const std::uint64_t low = Histogram::lowerEdge(i);
        ASSERT_LE((Histogram::lowerEdge(i + 1) - low) * 16, low);
    }
}

TEST(Histogram, EmptyHasNoQuantile)
{
    const Histogram histogram;
    EXPECT_EQ(histogram.quantile(0.5), 0U);
    EXPECT_EQ(histogram.total(), 0U);
}

TEST(Histogram, QuantilesAreThoseOfTheValues)
{
    std::mt19937_64 random(3);
    for (int round = 0; round < 50; ++round) {
        const auto histogram = std::make_unique<Histogram>();
        std::vector<std::uint64_t> values;
        std::uniform_real_distribution<double> exponent(0, 3 + round % 10);
        const std::size_t count = 1 + random() % 3'000;
        for (std::size_t i = 0; i < count; ++i) {
            values.push_back(static_cast<std::uint64_t>(std::pow(10.0, exponent(random))));
            histogram->add(values.back());
        }
        std::sort(values.begin(), values.end());
        EXPECT_EQ(histogram->total(), count);
        for (const double quantile : {0.0, 0.01, 0.5, 0.9, 0.99, 1.0}) {
            const auto rank =
                static_cast<std::size_t>(std::fmax(1, std::ceil(quantile * static_cast<double>(count))));
            const std::uint64_t exact = values[rank - 1];
            const std::uint64_t found = histogram->quantile(quantile);
            EXPECT_GE(found, exact) << quantile << " of " << count;
            EXPECT_LE(found, exact + exact / 16) << quantile << " of " << count;
        }
    }
}

TEST(Histogram, ACopyIsIndependent)
{
    Histogram histogram;
    histogram.add(5);
    const Histogram copy = histogram;
    histogram.add(5);
    EXPECT_EQ(copy.count(5), 1U);
    EXPECT_EQ(copy.total(), 1U);
    EXPECT_EQ(histogram.count(5), 2U);
}

} // namespace
} // namespace threadscape
