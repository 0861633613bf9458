#include "kernels/integrate.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace threadscape {
namespace {

const auto noPause = [] {};

double byJobs(Integrand f, const Grid& grid, int jobs)
{
    double sum = 0;
    for (int k = 0; k < jobs; ++k)
        sum += riemannSum(f, grid, grid.firstOf(k, jobs), grid.firstOf(k + 1, jobs), noPause);
    return sum;
}

TEST(Integrate, ComesToTheCoursesValuesToTheLastDigit)
{
    const Grid quarter{0, std::numbers::pi / 2, 1000};
    EXPECT_EQ(byJobs(Integrand::cos, quarter, 1), 1.0007851925466296);
    EXPECT_EQ(byJobs(Integrand::cos, quarter, 2), 1.0007851925466305);
    EXPECT_EQ(byJobs(Integrand::sin, {0, std::numbers::pi, 1000}, 1), 1.9999983550656637);
}

TEST(Integrate, ManyJobsAgreeWithOne)
{
    for (const Integrand f : {Integrand::cos, Integrand::sin, Integrand::gauss, Integrand::witch})
        for (const std::int64_t iterations : {1, 63, 64, 1000, 99'991, 1'000'000}) {
            const Grid grid{0, std::numbers::pi / 2, iterations};
            const double one = byJobs(f, grid, 1);
            for (int jobs = 2; jobs <= 64; jobs += jobs < 8 ? 1 : 7)
                EXPECT_NEAR(byJobs(f, grid, jobs), one, 1e-12) << iterations << " steps, " << jobs << " jobs";
        }
}

TEST(Integrate, NoTermIsLostOrAddedTwice)
{
    for (const std::int64_t iterations : {1, 5, 64, 1001})
        for (int jobs = 1; jobs <= 64; ++jobs) {
            const Grid grid{0, 1, iterations};
            EXPECT_EQ(grid.firstOf(0, jobs), 0);
            EXPECT_EQ(grid.firstOf(jobs, jobs), iterations);
            for (int k = 0; k < jobs; ++k)
                EXPECT_LE(grid.firstOf(k, jobs), grid.firstOf(k + 1, jobs));
        }
}

TEST(Integrate, TheSumDoesNotDependOnHowManyCallsItIsMadeIn)
{
    const Grid grid{-1, 2, 12'345};
    const double whole = addRiemann(Integrand::gauss, grid, 0, 0, grid.iterations);
    double pieces = 0;
    for (std::int64_t i = 0; i < grid.iterations; i += 7)
        pieces = addRiemann(Integrand::gauss, grid, pieces, i, std::min(i + 7, grid.iterations));
    EXPECT_EQ(pieces, whole);
    EXPECT_EQ(riemannSum(Integrand::gauss, grid, 0, grid.iterations, noPause), whole);
}

TEST(Integrate, EachSumComesNearTheIntegral)
{
    for (const Integrand f : {Integrand::cos, Integrand::sin, Integrand::gauss, Integrand::witch})
        EXPECT_NEAR(byJobs(f, {-0.5, 2, 1'000'000}, 1), exactIntegral(f, -0.5, 2), 1e-5);
    EXPECT_EQ(byJobs(Integrand::cos, {1, 1, 10}, 1), 0);
    EXPECT_NEAR(byJobs(Integrand::cos, {1, 0, 1'000'000}, 1), exactIntegral(Integrand::cos, 1, 0), 1e-5);
}

TEST(Integrate, OrdersOfAdditionDifferByTheirRoundingAtMost)
{
    EXPECT_EQ(greatestRounding({0, 1, 1}), 1e-12);
    EXPECT_DOUBLE_EQ(greatestRounding({-1, 3, 1 << 30}), 0x1p-20);
    EXPECT_DOUBLE_EQ(greatestRounding({3, -1, 1 << 30}), 0x1p-20);
    const Grid grid{-1, 2, 1'000'000};
    EXPECT_NEAR(byJobs(Integrand::cos, grid, 7), byJobs(Integrand::cos, grid, 1), greatestRounding(grid));
}

TEST(Integrate, PausesBetweenBlocks)
{
    int pauses = 0;
    riemannSum(Integrand::witch, {0, 1, 1'000'000}, 0, 1'000'000, [&] { ++pauses; });
    EXPECT_GE(pauses, 100);
    EXPECT_THROW(riemannSum(Integrand::witch, {0, 1, 1'000'000}, 0, 1'000'000, [] { throw 1; }), int);
}

} // namespace
} // namespace threadscape
