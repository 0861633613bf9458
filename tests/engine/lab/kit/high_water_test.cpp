#include "lab/kit/high_water.h"

#include <gtest/gtest.h>
#include <optional>

namespace threadscape {
namespace {

TEST(HighWater, EachWatchSeesWhatCameWhileItLasted)
{
    HighWater water;
    water.reach(100);
    std::optional<HighWater::Watch> first(water);
    EXPECT_LT(first->most(), -1'000'000) << "nothing came";
    water.reach(-5);
    EXPECT_EQ(first->most(), -5);
    const HighWater::Watch second(water);
    water.reach(7);
    water.reach(3);
    EXPECT_EQ(first->most(), 7);
    EXPECT_EQ(second.most(), 7);
    first.reset();
    water.reach(9);
    EXPECT_EQ(second.most(), 9);
}

} // namespace
} // namespace threadscape
