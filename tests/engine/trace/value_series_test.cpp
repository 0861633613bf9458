#include "trace/value_series.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <vector>

namespace threadscape {
namespace {

TEST(ValueSeries, ATimeBeforeTheLastIsMovedUp)
{
    ValueSeries series;
    series.append({100, 1, 0});
    series.append({90, 2, 0});
    EXPECT_EQ(series[1].atNs, 100);
    EXPECT_EQ(series[1].value, 2);
}

TEST(ValueSeries, RangesAreThoseOfTheValues)
{
    std::mt19937_64 random(11);
    for (const std::size_t count : {1U, 15U, 16U, 17U, 255U, 256U, 4'096U, 70'001U}) {
        ValueSeries series;
        std::vector<std::int64_t> values;
        for (std::size_t i = 0; i < count; ++i) {
            values.push_back(static_cast<std::int64_t>(random() % 2'000'001) - 1'000'000);
            series.append({static_cast<std::int64_t>(i), values.back(), 0});
        }
        for (int i = 0; i < 300; ++i) {
            std::size_t first = random() % count;
            std::size_t last = random() % count;
            if (i % 3 == 0) // stretches that begin and end at nodes
                first = first / 16 * 16;
            if (first > last)
                std::swap(first, last);
            ++last;
            const auto begin = values.begin();
            const auto exact = std::minmax_element(begin + static_cast<std::ptrdiff_t>(first),
                                                   begin + static_cast<std::ptrdiff_t>(last));
            const ValueRange range = series.range(first, last);
            ASSERT_EQ(range.low, *exact.first) << first << ".." << last << " of " << count;
            ASSERT_EQ(range.high, *exact.second) << first << ".." << last << " of " << count;
        }
    }
}

TEST(ValueSeries, WhereItWasThinnedSixteenPointsStandAsOne)
{
    ValueSeries series;
    constexpr std::size_t kCount = 3'000;
    for (std::size_t i = 0; i < kCount; ++i)
        series.append({static_cast<std::int64_t>(10 * i), static_cast<std::int64_t>(i), 3});
    EXPECT_GT(series.thin(), 0U);
    EXPECT_GT(series.thin(), 0U);
    const std::size_t kept = series.firstKept();
    ASSERT_EQ(kept % ValueSeries::kFanOut, 0U);
    ASSERT_GT(kept, 0U);
    EXPECT_EQ(series.size(), kCount);

    EXPECT_EQ(series[kept].track, 3);
    EXPECT_EQ(series[17].atNs, 160); // of the first of 16 to 31
    EXPECT_EQ(series[17].value, 31); // of the last
    EXPECT_EQ(series[17].track, kNoTrack);

    for (std::int64_t ns = -5; ns < static_cast<std::int64_t>(10 * kCount); ns += 7) {
        const std::size_t exact = ns < 0 ? 0 : static_cast<std::size_t>(ns) / 10 + 1;
        const std::size_t expected = exact > kept ? exact : (exact + 15) / 16 * 16;
        ASSERT_EQ(series.countUntil(ns, kCount), expected) << ns;
        ASSERT_EQ(series.countUntil(ns, kCount, expected / 2), expected) << ns;
    }
    EXPECT_EQ(series.range(0, kCount).low, 0);
    EXPECT_EQ(series.range(0, kCount).high, static_cast<std::int64_t>(kCount) - 1);
    EXPECT_EQ(series.range(16, 48).low, 16);
    EXPECT_EQ(series.range(16, 48).high, 47);
    EXPECT_EQ(series.range(20, 22).low, 16); // what is known of them
    EXPECT_EQ(series.range(20, 22).high, 31);
    EXPECT_EQ(series.range(kept - 1, kept + 1).high, static_cast<std::int64_t>(kept));
}

TEST(ValueSeries, CountUntilIsThatOfTheTimes)
{
    std::mt19937_64 random(12);
    ValueSeries series;
    std::vector<std::int64_t> times;
    std::int64_t atNs = 0;
    for (int i = 0; i < 3'000; ++i) {
        atNs += static_cast<std::int64_t>(random() % 4);
        times.push_back(atNs);
        series.append({atNs, 0, 0});
    }
    for (int i = 0; i < 3'000; ++i) {
        const std::int64_t ns =
            static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(atNs + 20)) - 10;
        const std::size_t prefix = random() % (times.size() + 1);
        const auto end = times.begin() + static_cast<std::ptrdiff_t>(prefix);
        const auto expected =
            static_cast<std::size_t>(std::upper_bound(times.begin(), end, ns) - times.begin());
        ASSERT_EQ(series.countUntil(ns, prefix), expected);
        ASSERT_EQ(series.countUntil(ns, prefix, expected == 0 ? 0 : random() % (expected + 1)), expected);
    }
}

TEST(ValueSeries, OfGroupsThatWereThinnedTooTheRangesStay)
{
    ValueSeries series;
    constexpr std::size_t kCount = 20'000;
    for (std::size_t i = 0; i < kCount; ++i)
        series.append({static_cast<std::int64_t>(10 * i), static_cast<std::int64_t>(i % 1000), 3});
    EXPECT_EQ(series.thinGroups(), 0U) << "their points are there";
    while (series.thin() > 0) {
    }
    const std::size_t bytes = series.bytes();
    EXPECT_GT(series.thinGroups(), 0U);
    EXPECT_GT(series.thinGroups(), 0U);
    EXPECT_LT(series.bytes(), bytes);
    EXPECT_EQ(series.size(), kCount);
    // 256 points stand as one: at the first one's time, with the last one's value.
    EXPECT_EQ(series[0].atNs, 0);
    EXPECT_EQ(series[300].atNs, 2'560);
    EXPECT_EQ(series[300].value, 511);
    EXPECT_EQ(series.thinnedAt(304).range.low, 256);
    EXPECT_EQ(series.thinnedAt(304).range.high, 511);
    EXPECT_EQ(series.range(0, kCount).low, 0);
    EXPECT_EQ(series.range(0, kCount).high, 999);
    EXPECT_EQ(series.range(256, 512).low, 256);
    EXPECT_EQ(series.range(256, 512).high, 511);
    std::size_t last = 0;
    for (std::int64_t ns = 0; ns < static_cast<std::int64_t>(10 * kCount); ns += 70) {
        const std::size_t count = series.countUntil(ns, kCount);
        ASSERT_GE(count, last);
        ASSERT_LE(count, static_cast<std::size_t>(ns / 10 + 256));
        last = count;
    }
}

} // namespace
} // namespace threadscape
