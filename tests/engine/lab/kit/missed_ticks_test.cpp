#include "lab/kit/missed_ticks.h"
#include "support/eventually.h"

#include <gtest/gtest.h>
#include <optional>

namespace threadscape {
namespace {

TEST(MissedTicks, CountWhileSomebodyStillWaits)
{
    MissedTicks ticks;
    ticks.setPeriod(1'000'000);
    std::optional<MissedTicks::Interval> waiting(std::in_place, ticks);
    EXPECT_TRUE(eventually([&] { return ticks.count() >= 3; }));
    const std::int64_t before = ticks.count();
    waiting.reset();
    const std::int64_t after = ticks.count();
    EXPECT_GE(after, before);
    EXPECT_EQ(ticks.count(), after); // nobody waits any more
}

TEST(MissedTicks, NoneIsMissedWithinAPeriod)
{
    MissedTicks ticks;
    ticks.setPeriod(3'600'000'000'000);
    {
        const MissedTicks::Interval waiting(ticks);
        EXPECT_EQ(ticks.count(), 0);
    }
    EXPECT_EQ(ticks.count(), 0);
}

} // namespace
} // namespace threadscape
