#include "base/decimal_scale.h"

#include <gtest/gtest.h>
#include <random>

namespace threadscape {
namespace {

constexpr double kMost = 1e14;

TEST(DecimalScale, HasAsManyDecimalsAsTheValues)
{
    EXPECT_EQ(DecimalScale::of({}, kMost).decimals(), 0);
    EXPECT_EQ(DecimalScale::of({0, -7, 1e12}, kMost).decimals(), 0);
    EXPECT_EQ(DecimalScale::of({0.125, 3, -2.5}, kMost).decimals(), 3);
    EXPECT_EQ(DecimalScale::of({1234567.5}, kMost).decimals(), 1);
    EXPECT_EQ(DecimalScale::of({1e-7}, kMost).decimals(), 7);
    EXPECT_EQ(DecimalScale::of({2.5e-3, 10}, kMost).decimals(), 4);
    EXPECT_EQ(DecimalScale::of({1e-300}, kMost).decimals(), DecimalScale::kMostDecimals);
}

TEST(DecimalScale, LeavesRoomForTheLargest)
{
    const DecimalScale scale = DecimalScale::of({0.1 + 0.2, -1e9}, kMost); // 0.30000000000000004
    EXPECT_EQ(scale.decimals(), 4);
    EXPECT_EQ(scale.stored(0.1 + 0.2), 3000);
    EXPECT_EQ(scale.stored(-1e9), -10'000'000'000'000);
}

TEST(DecimalScale, ReadsWhatItStores)
{
    std::mt19937_64 random(1);
    for (int decimals = 0; decimals <= 9; ++decimals) {
        const DecimalScale scale(decimals);
        for (int i = 0; i < 200; ++i) {
            const auto stored = static_cast<std::int64_t>(random() % 200'000'000) - 100'000'000;
            const double real = scale.real(stored);
            EXPECT_EQ(scale.stored(real), stored);
            EXPECT_LE(DecimalScale::of({real}, 1e15).decimals(), decimals);
            EXPECT_EQ(DecimalScale::of({real}, 1e15).decimals(), scale.decimalsOf(stored));
        }
    }
}

TEST(DecimalScale, SaysWhichDecimalsANumberNeeds)
{
    const DecimalScale scale(3);
    EXPECT_EQ(scale.decimalsOf(1500), 1);
    EXPECT_EQ(scale.decimalsOf(-125), 3);
    EXPECT_EQ(scale.decimalsOf(2000), 0);
    EXPECT_EQ(scale.decimalsOf(0), 0);
}

} // namespace
} // namespace threadscape
