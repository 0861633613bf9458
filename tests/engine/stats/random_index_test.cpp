#include "stats/random_index.h"

#include <array>
#include <cmath>
#include <gtest/gtest.h>

namespace threadscape {
namespace {

TEST(RandomIndex, IsBelowTheCount)
{
    std::mt19937_64 random(1);
    for (const std::uint32_t count : {1U, 2U, 3U, 1'000U, UINT32_MAX})
        for (int i = 0; i < 1'000; ++i)
            ASSERT_LT(randomIndex(random, count), count);
}

TEST(RandomIndex, EachIsAsLikely)
{
    constexpr int kTimes = 10'000;
    std::mt19937_64 random(2);
    std::array<int, 7> times{};
    for (int i = 0; i < 7 * kTimes; ++i)
        ++times[randomIndex(random, 7)];
    for (const int time : times)
        EXPECT_NEAR(time, kTimes, 4 * std::sqrt(kTimes));
}

TEST(RandomIndex, IsTheSameOnEveryPlatform)
{
    // The standard fixes the engine's 10,000th number after its default seed: 9981545732273789042.
    std::mt19937_64 random;
    random.discard(9'999);
    EXPECT_EQ(randomIndex(random, 1'000'000), 541'100U);
}

} // namespace
} // namespace threadscape
