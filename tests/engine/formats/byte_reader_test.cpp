#include "formats/byte_reader.h"

#include "formats/byte_writer.h"

#include <gtest/gtest.h>
#include <limits>
#include <vector>

namespace threadscape {
namespace {

const std::vector<std::int64_t> kIntegers{0,
                                          1,
                                          -1,
                                          63,
                                          -64,
                                          64,
                                          127,
                                          128,
                                          1'000'000'007,
                                          std::numeric_limits<std::int64_t>::max(),
                                          std::numeric_limits<std::int64_t>::min()};

TEST(ByteReader, GivesBackWhatWasWritten)
{
    ByteWriter out;
    for (const std::int64_t number : kIntegers) {
        out.integer(number);
        out.natural(static_cast<std::uint64_t>(number));
        out.step(7, static_cast<std::uint64_t>(number));
    }
    out.text("Zoë");
    out.text("");
    out.byte(255);
    ByteReader in(out.bytes());
    for (const std::int64_t number : kIntegers) {
        EXPECT_EQ(in.integer(), number);
        EXPECT_EQ(in.natural(), static_cast<std::uint64_t>(number));
        EXPECT_EQ(in.step(7), static_cast<std::uint64_t>(number));
    }
    EXPECT_EQ(in.text(), "Zoë");
    EXPECT_EQ(in.text(), "");
    EXPECT_EQ(in.byte(), 255);
    EXPECT_TRUE(in.atEnd());
    EXPECT_FALSE(in.failed());
}

TEST(ByteReader, SmallNumbersTakeAByte)
{
    ByteWriter out;
    out.integer(-64);
    out.natural(127);
    EXPECT_EQ(out.bytes().size(), 2U);
}

TEST(ByteReader, FailsForGoodAtTheEnd)
{
    ByteWriter out;
    out.natural(1'000'000);
    for (std::size_t size = 0; size < out.bytes().size(); ++size) {
        ByteReader in(std::string_view(out.bytes()).substr(0, size));
        EXPECT_EQ(in.natural(), 0U);
        EXPECT_TRUE(in.failed());
        EXPECT_EQ(in.byte(), 0);
        EXPECT_EQ(in.text(), "");
    }
}

TEST(ByteReader, RefusesWhatDoesNotFit)
{
    const std::string eleven(11, '\xFF'); // a number of 77 bits
    EXPECT_EQ(ByteReader(eleven).natural(), 0U);
    ByteWriter out;
    out.natural(5);
    out.byte('x');
    ByteReader text(out.bytes());
    EXPECT_EQ(text.text(), "");
    EXPECT_TRUE(text.failed());
    ByteReader most(out.bytes());
    EXPECT_EQ(most.natural(4), 0U);
    EXPECT_TRUE(most.failed());
    ByteWriter negative;
    negative.integer(-5);
    ByteReader range(negative.bytes());
    EXPECT_EQ(range.integer(-4, 4), 0);
    EXPECT_TRUE(range.failed());
}

} // namespace
} // namespace threadscape
