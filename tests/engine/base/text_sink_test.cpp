#include "base/text_sink.h"

#include <gtest/gtest.h>
#include <sstream>

namespace threadscape {
namespace {

std::string fixed(std::int64_t number, int decimals)
{
    std::ostringstream out;
    {
        TextSink sink(out);
        sink.fixed(number, decimals);
    }
    return out.str();
}

TEST(TextSink, NumbersWithAPoint)
{
    EXPECT_EQ(fixed(1'500, 3), "1.500");
    EXPECT_EQ(fixed(5, 3), "0.005");
    EXPECT_EQ(fixed(0, 3), "0.000");
    EXPECT_EQ(fixed(-5, 3), "-0.005");
    EXPECT_EQ(fixed(-12'345'678, 6), "-12.345678");
    EXPECT_EQ(fixed(42, 0), "42");
    EXPECT_EQ(fixed(INT64_MAX, 9), "9223372036.854775807");
    EXPECT_EQ(fixed(INT64_MIN, 9), "-9223372036.854775808");
}

TEST(TextSink, NothingIsLostBetweenPieces)
{
    std::ostringstream out;
    std::string expected;
    {
        TextSink sink(out);
        for (int i = 0; i < 100'000; ++i) {
            sink << i << ',' << "text";
            expected += std::to_string(i) + ",text";
        }
        const std::string large(500'000, 'x');
        sink << large << INT64_MIN << std::uint8_t{200};
        expected += large + "-9223372036854775808200";
    }
    EXPECT_TRUE(out.str() == expected);
}

} // namespace
} // namespace threadscape
