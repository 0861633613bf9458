#include "stats/bootstrap.h"

#include "stats/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

namespace threadscape {
namespace {

// Values about 10, more of them near than far.
std::vector<double> valuesAboutTen(std::mt19937_64& random, std::size_t count)
{
    std::vector<double> values(count);
    for (double& value : values) {
        value = 7;
        for (int i = 0; i < 6; ++i)
            value += static_cast<double>(random() >> 11U) * 0x1p-53;
    }
    return values;
}

std::vector<double> resampledMedians(std::uint64_t seed, std::span<const double> sample, std::uint32_t stream)
{
    MedianBootstrap bootstrap(seed);
    std::vector<double> medians(MedianBootstrap::kResamples);
    bootstrap.medians(sample, stream, medians);
    return medians;
}

double shareOf(const std::vector<double>& values, double value)
{
    return static_cast<double>(std::ranges::count(values, value)) / static_cast<double>(values.size());
}

TEST(MedianBootstrap, TheMiddleIntervalLeavesOutATwentieth)
{
    std::vector<double> values(2'000);
    std::iota(values.begin(), values.end(), 0);
    std::mt19937_64 random(1);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(values.begin(), values.end(), random);
        ASSERT_EQ(middleInterval(values), (Interval{50, 1'949}));
    }
    std::array one{4.0};
    EXPECT_EQ(middleInterval(one), (Interval{4, 4}));
    std::array two{5.0, 4.0};
    EXPECT_EQ(middleInterval(two), (Interval{4, 5}));
}

TEST(MedianBootstrap, OneValueIsItsOwnInterval)
{
    MedianBootstrap bootstrap(1);
    EXPECT_EQ(bootstrap.median(std::array{3.0}), (Interval{3, 3}));
    EXPECT_EQ(bootstrap.ratio(std::array{3.0}, std::array{2.0}), (Interval{1.5, 1.5}));
}

// Of three values the median is the first if two or more of the resample are: 7 of the 27 cases.
TEST(MedianBootstrap, ResamplesAreDrawnWithReplacement)
{
    const std::vector<double> ofThree = resampledMedians(1, std::array{30.0, 10.0, 20.0}, 0);
    EXPECT_NEAR(shareOf(ofThree, 10), 7.0 / 27, 0.04);
    EXPECT_NEAR(shareOf(ofThree, 20), 13.0 / 27, 0.04);
    EXPECT_NEAR(shareOf(ofThree, 30), 7.0 / 27, 0.04);
    const std::vector<double> ofTwo = resampledMedians(1, std::array{20.0, 10.0}, 0);
    EXPECT_NEAR(shareOf(ofTwo, 10), 0.25, 0.04);
    EXPECT_NEAR(shareOf(ofTwo, 15), 0.5, 0.04);
    EXPECT_NEAR(shareOf(ofTwo, 20), 0.25, 0.04);
}

// By the binomial distribution 1.0 % of the resamples have the first of seven as their median, 9.3 % the first or second.
TEST(MedianBootstrap, OfSevenValuesTheOutermostAreLeftOut)
{
    MedianBootstrap bootstrap(1);
    EXPECT_EQ(bootstrap.median(std::array{7.0, 1.0, 6.0, 2.0, 5.0, 3.0, 4.0}), (Interval{2, 6}));
}

TEST(MedianBootstrap, HoldsTheMedianOfTheSampleAndStaysWithinIt)
{
    std::mt19937_64 random(4);
    MedianBootstrap bootstrap(4);
    for (std::size_t count = 1; count <= 100; ++count) {
        const std::vector<double> sample = valuesAboutTen(random, count);
        const Interval interval = bootstrap.median(sample);
        EXPECT_LE(interval.low, median(sample));
        EXPECT_GE(interval.high, median(sample));
        EXPECT_GE(interval.low, std::ranges::min(sample));
        EXPECT_LE(interval.high, std::ranges::max(sample));
        const std::vector<double> other = valuesAboutTen(random, 1 + count / 2);
        const Interval ratio = bootstrap.ratio(sample, other);
        EXPECT_LE(ratio.low, median(sample) / median(other));
        EXPECT_GE(ratio.high, median(sample) / median(other));
    }
}

TEST(MedianBootstrap, CatchesTheTrueMedianAndRatioAsOftenAsItSays)
{
    constexpr int kSamples = 400;
    std::mt19937_64 random(5);
    MedianBootstrap bootstrap(5);
    int medians = 0;
    int ratios = 0;
    for (int i = 0; i < kSamples; ++i) {
        const std::vector<double> sample = valuesAboutTen(random, 21);
        const std::vector<double> other = valuesAboutTen(random, 20);
        const Interval interval = bootstrap.median(sample);
        medians += interval.low <= 10 && 10 <= interval.high ? 1 : 0;
        const Interval ratio = bootstrap.ratio(sample, other);
        ratios += ratio.low <= 1 && 1 <= ratio.high ? 1 : 0;
    }
    EXPECT_GT(medians, 0.9 * kSamples);
    EXPECT_LT(medians, 0.99 * kSamples);
    EXPECT_GT(ratios, 0.9 * kSamples);
    EXPECT_LT(ratios, 0.99 * kSamples);
}

TEST(MedianBootstrap, AHundredTimesAsManyValuesTellTenTimesAsMuch)
{
    std::mt19937_64 random(6);
    MedianBootstrap bootstrap(6);
    const Interval few = bootstrap.median(valuesAboutTen(random, 30));
    const Interval many = bootstrap.median(valuesAboutTen(random, 3'000));
    const double narrower = (few.high - few.low) / (many.high - many.low);
    EXPECT_GT(narrower, 5);
    EXPECT_LT(narrower, 20);
}

TEST(MedianBootstrap, TheSeedAloneDecidesWhateverElseIsAsked)
{
    std::mt19937_64 random(7);
    const std::vector<double> sample = valuesAboutTen(random, 8);
    const std::vector<double> other = valuesAboutTen(random, 9);
    MedianBootstrap first(7);
    const Interval interval = first.median(sample);
    const Interval ratio = first.ratio(sample, other);
    MedianBootstrap second(7);
    second.median(other);
    EXPECT_EQ(second.ratio(sample, other), ratio);
    EXPECT_EQ(second.median(sample), interval);
    EXPECT_EQ(second.median(sample), interval);
    EXPECT_NE(resampledMedians(7, sample, 0), resampledMedians(8, sample, 0));
    EXPECT_NE(resampledMedians(7, sample, 0), resampledMedians(7 + (1ULL << 32U), sample, 0));
}

TEST(MedianBootstrap, StreamsAreIndependent)
{
    std::mt19937_64 random(8);
    const std::vector<double> sample = valuesAboutTen(random, 21);
    const std::vector<double> a = resampledMedians(8, sample, 0);
    const std::vector<double> b = resampledMedians(8, sample, 1);
    double products = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        products += (a[i] - mean(a)) * (b[i] - mean(b));
    const double correlation =
        products / (static_cast<double>(a.size()) * standardDeviation(a) * standardDeviation(b));
    EXPECT_LT(std::abs(correlation), 0.1);
    EXPECT_EQ(a, resampledMedians(8, sample, 0));

    // Alike resamples of one sample would make a ratio of just 1.
    MedianBootstrap bootstrap(8);
    const Interval ratio = bootstrap.ratio(sample, sample);
    EXPECT_LT(ratio.low, 1);
    EXPECT_GT(ratio.high, 1);
}

} // namespace
} // namespace threadscape
