#include "os/clock.h"

#include <cmath>
#include <gtest/gtest.h>
#include <random>
#include <vector>

namespace threadscape {
namespace {

TEST(Clock, StampsOfOneThreadDoNotStepBack)
{
    Ticks before = ticksNow();
    for (int i = 0; i < 100'000; ++i) {
        const Ticks now = ticksNow();
        ASSERT_GE(now, before);
        before = now;
    }
}

TEST(Clock, RateIsPlausible)
{
    EXPECT_GT(ticksPerNs(), 0.0009); // 1 MHz
    EXPECT_LT(ticksPerNs(), 100.0);
    EXPECT_EQ(ticksPerNs(), ticksPerNs());
}

// An anchor whose two readings certainly belong together: tried until no interrupt came between.
ClockAnchor narrowAnchor()
{
    constexpr std::int64_t kNarrowNs = 300;
    for (;;) {
        const std::int64_t before = monotonicNs();
        const ClockAnchor anchor = readAnchor();
        const std::int64_t after = monotonicNs();
        const Ticks first = ticksNow();
        const ClockAnchor again = readAnchor();
        // Two anchors one after the other agree only if neither was torn.
        const double between = static_cast<double>(again.ticks - anchor.ticks) / ticksPerNs();
        if (after - before < 20'000 && first >= anchor.ticks &&
            std::fabs(between - static_cast<double>(again.ns - anchor.ns)) < kNarrowNs)
            return anchor;
    }
}

TEST(Clock, MapFollowsTheMonotonicClock)
{
    const ClockAnchor start = narrowAnchor();
    ClockMap map(start);
    for (int round = 0; round < 20; ++round) {
        while (monotonicNs() - start.ns < (round + 1) * 1'500'000) {
        }
        map.advance(narrowAnchor());
        // A stamp lies between two readings of the clock; so does what the map makes of it, within a microsecond.
        const std::int64_t before = monotonicNs();
        const Ticks stamp = ticksNow();
        const std::int64_t after = monotonicNs();
        EXPECT_GE(map.toNs(stamp) + start.ns, before - 1'000);
        EXPECT_LE(map.toNs(stamp) + start.ns, after + 1'000);
    }
}

// A machine whose true rate differs from the calibrated one, with noisy readings.
class ClockMapTest : public ::testing::TestWithParam<double> {
protected:
    static constexpr std::int64_t kStartNs = 123'456'789'012;
    ClockAnchor anchorAt(std::int64_t ns, std::int64_t noiseNs = 0) const
    {
        return {static_cast<Ticks>(1e12 + static_cast<double>(ns) * ticksPerNs() * GetParam()),
                kStartNs + ns + noiseNs};
    }
};

TEST_P(ClockMapTest, ComesWithinAMicrosecondAndStays)
{
    std::mt19937 random(1);
    std::uniform_int_distribution<std::int64_t> noise(-50, 50);
    ClockMap map(anchorAt(0));
    constexpr std::int64_t kFrameNs = 16'000'000;
    for (std::int64_t frame = 1; frame < 600; ++frame) {
        map.advance(anchorAt(frame * kFrameNs, noise(random)));
        if (frame < 10)
            continue;
        for (const std::int64_t after : {std::int64_t{0}, kFrameNs / 2, kFrameNs})
            ASSERT_NEAR(static_cast<double>(map.toNs(anchorAt(frame * kFrameNs + after).ticks)),
                        static_cast<double>(frame * kFrameNs + after), 1'000);
    }
}

TEST_P(ClockMapTest, NeverStepsBackAndNeverMovesWhatWasGiven)
{
    std::mt19937_64 random(2);
    ClockMap map(anchorAt(0));
    std::vector<std::pair<Ticks, std::int64_t>> given;
    std::int64_t atNs = 0;
    for (int i = 0; i < 300; ++i) {
        // Stamps after the last anchor and before the next one: those that a drain can meet.
        const std::int64_t nextNs = atNs + 100'000 + static_cast<std::int64_t>(random() % 300'000'000);
        for (int j = 0; j < 10; ++j) {
            const std::int64_t ns =
                atNs + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(nextNs - atNs));
            const Ticks ticks = anchorAt(ns).ticks;
            given.emplace_back(ticks, map.toNs(ticks));
        }
        atNs = nextNs;
        map.advance(anchorAt(atNs, static_cast<std::int64_t>(random() % 2'000) - 1'000));
    }
    std::int64_t before = INT64_MIN;
    std::sort(given.begin(), given.end());
    for (const auto& [ticks, ns] : given) {
        EXPECT_EQ(map.toNs(ticks), ns);
        EXPECT_GE(ns, before);
        before = ns;
    }
}

// Who tells of a moment by the one clock and who by the other tell of the same moment: a switch of the system must not seem to come
// after what the thread did because of it. Drains may be far apart, and the first rate is a guess.
TEST_P(ClockMapTest, BothClocksTellOfAMomentAlike)
{
    std::mt19937_64 random(3);
    ClockMap map(anchorAt(0));
    std::int64_t atNs = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> given;
    for (int i = 0; i < 100; ++i) {
        const std::int64_t nextNs = atNs + 1'000'000 + static_cast<std::int64_t>(random() % 250'000'000);
        for (int j = 0; j < 10; ++j) {
            const std::int64_t ns =
                atNs + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(nextNs - atNs));
            given.emplace_back(ns, map.toNs(anchorAt(ns).ticks)); // as an event that is taken at once
        }
        atNs = nextNs;
        map.advance(anchorAt(atNs, static_cast<std::int64_t>(random() % 100) - 50));
    }
    for (const auto& [ns, mapped] : given)
        EXPECT_NEAR(static_cast<double>(map.fromMonotonic(kStartNs + ns)), static_cast<double>(mapped), 500)
            << ns;
    EXPECT_EQ(map.fromMonotonic(kStartNs - 1'000), -1'000);
}

TEST_P(ClockMapTest, StampsBeforeTheStartAreNegative)
{
    ClockMap map(anchorAt(0));
    const Ticks early = anchorAt(-1'000'000).ticks;
    EXPECT_NEAR(static_cast<double>(map.toNs(early)), -1e6, 1e4);
    map.advance(anchorAt(50'000'000));
    EXPECT_NEAR(static_cast<double>(map.toNs(early)), -1e6, 1e4);
}

INSTANTIATE_TEST_SUITE_P(Rates, ClockMapTest, ::testing::Values(1.0, 1.0 + 3e-5, 1.0 - 3e-5));

} // namespace
} // namespace threadscape
