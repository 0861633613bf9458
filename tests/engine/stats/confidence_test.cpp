#include "stats/confidence.h"

#include "stats/statistics.h"

#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace threadscape {
namespace {

/// Times about 1, as machines have them: they scatter, and some are delayed.
class Times {
public:
    explicit Times(std::uint64_t seed) : m_random(seed) {}

    std::vector<double> draw(std::size_t count, double deviation, double delayed = 0)
    {
        std::vector<double> times;
        for (std::size_t i = 0; i < count; ++i) {
            double normal = -6; // a sum of twelve is near enough to it
            for (int k = 0; k < 12; ++k)
                normal += uniform();
            double time = std::exp(deviation * normal);
            if (uniform() < delayed)
                time *= 1 + uniform();
            times.push_back(time);
        }
        return times;
    }

private:
    double uniform() { return static_cast<double>(m_random() >> 11U) * 0x1p-53; }

    std::mt19937_64 m_random;
};

bool holds(const std::optional<Interval>& interval, double value)
{
    return interval && interval->low <= value && value <= interval->high;
}

// By hand: logarithms 0, 1 and 2 have mean 1 and standard error 1 / sqrt(3); t with 2 degrees of freedom is 4.303.
TEST(CentreInterval, IsStudentsTOnLogarithms)
{
    const std::optional<Interval> interval = centreInterval(std::array{1.0, std::exp(1.0), std::exp(2.0)});
    ASSERT_TRUE(interval);
    EXPECT_NEAR(std::log(interval->low), 1 - 4.30265 / std::sqrt(3.0), 1e-4);
    EXPECT_NEAR(std::log(interval->high), 1 + 4.30265 / std::sqrt(3.0), 1e-4);
}

TEST(CentreInterval, OneValueHasNone)
{
    EXPECT_FALSE(centreInterval(std::array{3.0}));
    EXPECT_FALSE(centreInterval(std::span<const double>()));
    EXPECT_FALSE(centreInterval(std::array{3.0, 0.0})); // no logarithm
    EXPECT_EQ(centreInterval(std::array{4.0, 4.0}), (Interval{4, 4}));
}

TEST(CentreInterval, HoldsTheMedianWhateverTheSample)
{
    Times times(1);
    for (std::size_t count = 2; count < 40; ++count) {
        const std::vector<double> sample = times.draw(count, 0.1, 0.3);
        EXPECT_TRUE(holds(centreInterval(sample), median(sample))) << count;
    }
}

// The rounds that experiments measure by default, and a few more: 3 (primes), 7 (integrate).
TEST(CentreInterval, CoversWhatItSays)
{
    constexpr int kSamples = 4'000;
    for (const std::size_t rounds : {2U, 3U, 5U, 7U, 20U})
        for (const double delayed : {0.0, 0.1}) {
            Times times(rounds);
            const double centre = median(times.draw(200'001, 0.05, delayed));
            int held = 0;
            for (int i = 0; i < kSamples; ++i)
                held += holds(centreInterval(times.draw(rounds, 0.05, delayed)), centre) ? 1 : 0;
            EXPECT_GE(held, 0.93 * kSamples) << rounds << " rounds, " << delayed << " delayed";
            EXPECT_LE(held, 0.995 * kSamples) << rounds << " rounds, " << delayed << " delayed";
        }
}

TEST(ConfidenceDraws, ARatioCoversWhatItSays)
{
    constexpr int kSamples = 2'000;
    for (const std::size_t rounds : {2U, 3U, 5U, 7U, 20U}) {
        Times times(10 + rounds);
        ConfidenceDraws draws(rounds);
        int held = 0;
        for (int i = 0; i < kSamples; ++i) {
            std::vector<double> slow = times.draw(rounds, 0.08);
            for (double& time : slow)
                time *= 2;
            held += holds(draws.ratio(slow, times.draw(rounds, 0.03)), 2) ? 1 : 0;
        }
        EXPECT_GE(held, 0.93 * kSamples) << rounds << " rounds";
    }
}

// Nine in ten times where the samples differ by three of their deviations.
TEST(ConfidenceDraws, ResolvesWhatDiffers)
{
    Times times(3);
    ConfidenceDraws draws(3);
    int resolved = 0;
    for (int i = 0; i < 200; ++i) {
        std::vector<double> slow = times.draw(7, 0.05);
        for (double& time : slow)
            time *= 1.15;
        const std::optional<Interval> ratio = draws.ratio(slow, times.draw(7, 0.05));
        resolved += ratio && ratio->low > 1 ? 1 : 0;
    }
    EXPECT_GE(resolved, 180);
}

TEST(ConfidenceDraws, HaveNoRatioOfOneValue)
{
    ConfidenceDraws draws(1);
    EXPECT_FALSE(draws.ratio(std::array{1.0}, std::array{1.0, 2.0}));
    EXPECT_FALSE(draws.ratio(std::array{1.0, 2.0}, std::array{1.0}));
    EXPECT_TRUE(draws.ratio(std::array{1.0, 2.0}, std::array{1.0, 2.0}));
}

TEST(ConfidenceDraws, TheSeedDecidesAndTheOrderOfTheCallsDoesNot)
{
    const std::array a{1.0, 1.1, 1.3};
    const std::array b{2.0, 2.3, 2.1, 2.2};
    ConfidenceDraws first(7);
    const auto ratio = first.ratio(a, b);
    EXPECT_EQ(first.ratio(a, b), ratio);
    ConfidenceDraws second(7);
    static_cast<void>(second.ratio(b, a));
    EXPECT_EQ(second.ratio(a, b), ratio);
    EXPECT_NE(ConfidenceDraws(8).ratio(a, b), ratio);
}

} // namespace
} // namespace threadscape
