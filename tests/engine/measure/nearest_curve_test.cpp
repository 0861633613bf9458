#include "measure/nearest_curve.h"

#include "measure/scaling_laws.h"

#include <gtest/gtest.h>
#include <random>
#include <vector>

namespace threadscape {
namespace {

std::vector<MeasuredSpeedup> pointsOn(const ScalingCurve& curve, int jobsMax)
{
    std::vector<MeasuredSpeedup> points;
    for (int jobs = 1; jobs <= jobsMax; ++jobs)
        points.push_back({jobs, uslSpeedup(curve.contention, curve.coherence, jobs)});
    return points;
}

double squaresFrom(const std::vector<MeasuredSpeedup>& points, const ScalingCurve& curve)
{
    double sum = 0;
    for (const MeasuredSpeedup& point : points) {
        const double difference = point.speedup - uslSpeedup(curve.contention, curve.coherence, point.jobs);
        sum += difference * difference;
    }
    return sum;
}

TEST(NearestCurve, FindsTheCurveThatThePointsLieOn)
{
    for (const double contention : {0.0, 1e-4, 0.03, 0.4, 1.0})
        for (const double coherence : {0.0, 1e-5, 0.002, 0.3, 1'000.0})
            for (const int jobsMax : {3, 8, 64}) {
                const ScalingCurve curve =
                    nearestCurve(ScalingLaw::usl, pointsOn({contention, coherence}, jobsMax));
                EXPECT_NEAR(curve.contention, contention, 1e-6 * (1 + coherence));
                EXPECT_NEAR(curve.coherence, coherence, 1e-6 * (1 + coherence));
            }
}

TEST(NearestCurve, AmdahlsHasNoCoherence)
{
    for (const double serialFraction : {0.0, 1e-4, 0.03, 0.4, 1.0}) {
        const ScalingCurve curve = nearestCurve(ScalingLaw::amdahl, pointsOn({serialFraction, 0}, 8));
        EXPECT_NEAR(curve.contention, serialFraction, 1e-9);
        EXPECT_EQ(curve.coherence, 0);
    }
    EXPECT_EQ(nearestCurve(ScalingLaw::amdahl, pointsOn({0.1, 0.1}, 8)).coherence, 0);
}

TEST(NearestCurve, OfOnePointItIsThroughThatPoint)
{
    const std::vector<MeasuredSpeedup> one{{4, 2.5}};
    EXPECT_NEAR(nearestCurve(ScalingLaw::amdahl, one).contention, karpFlatt(2.5, 4), 1e-9);
}

TEST(NearestCurve, StaysWithinItsBounds)
{
    const std::vector<MeasuredSpeedup> moreThanLinear{{2, 2.2}, {3, 3.6}, {4, 5}};
    EXPECT_EQ(nearestCurve(ScalingLaw::amdahl, moreThanLinear), (ScalingCurve{0, 0}));
    EXPECT_EQ(nearestCurve(ScalingLaw::usl, moreThanLinear), (ScalingCurve{0, 0}));
    const std::vector<MeasuredSpeedup> slower{{2, 0.9}, {3, 0.8}, {4, 0.7}};
    EXPECT_EQ(nearestCurve(ScalingLaw::amdahl, slower), (ScalingCurve{1, 0}));
    const ScalingCurve turningDown = nearestCurve(ScalingLaw::usl, slower);
    EXPECT_LE(turningDown.contention, 1);
    EXPECT_GT(turningDown.coherence, 0);
}

TEST(NearestCurve, NothingToFitIsNoTrouble)
{
    for (const ScalingLaw law : {ScalingLaw::amdahl, ScalingLaw::usl}) {
        EXPECT_EQ(nearestCurve(law, {}), ScalingCurve{});
        EXPECT_EQ(nearestCurve(law, std::vector<MeasuredSpeedup>{{1, 0.8}}), ScalingCurve{});
    }
}

void expectNoneNearerOnAGrid(const std::vector<MeasuredSpeedup>& points)
{
    constexpr double kRounding = 1e-9;
    const double amdahl = squaresFrom(points, nearestCurve(ScalingLaw::amdahl, points));
    const double usl = squaresFrom(points, nearestCurve(ScalingLaw::usl, points));
    for (int i = 0; i <= 100; ++i) {
        const double contention = i / 100.0;
        ASSERT_LE(amdahl, squaresFrom(points, {contention, 0}) + kRounding);
        for (int k = 0; k <= 60; ++k)
            ASSERT_LE(usl, squaresFrom(points, {contention, k * k / 3'600.0}) + kRounding);
    }
}

TEST(NearestCurve, NoOtherIsNearerWhetherThePointsLieNearACurveOrNot)
{
    std::mt19937_64 random(3);
    const auto share = [&random] { return static_cast<double>(random() >> 11U) * 0x1p-53; };
    for (int round = 0; round < 300; ++round) {
        SCOPED_TRACE(round);
        const ScalingCurve about{share() * share(), share() * share() * 0.1};
        const double noise = round % 3 == 0 ? 0.05 : 0.6;
        std::vector<MeasuredSpeedup> points = pointsOn(about, 2 + static_cast<int>(random() % 9));
        for (MeasuredSpeedup& point : points)
            point.speedup *= 1 + noise * (share() - 0.5) * 1.9;
        expectNoneNearerOnAGrid(points);
    }
}

// At one and a half times the curve's speedup the square of the difference is not curved at all.
TEST(NearestCurve, PointsFarAboveItDoNotThrowItOff)
{
    expectNoneNearerOnAGrid({{1, 1.5}, {2, 2.18}, {3, 0.56}, {4, 0.59}});
    expectNoneNearerOnAGrid({{1, 1.5}, {2, 1.43}, {3, 0.91}});
}

} // namespace
} // namespace threadscape
