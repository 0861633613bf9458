#include "trace/message_series.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

TEST(MessageStep, ComesBackFromItsValue)
{
    for (const bool received : {false, true})
        for (const std::uint8_t way : {std::uint8_t{0}, std::uint8_t{1}})
            for (const std::uint32_t bytes : {0U, 1U, 1'048'576U, UINT32_MAX}) {
                const auto step = MessageStep::of(MessageStep{received, way, bytes}.value());
                ASSERT_TRUE(step);
                EXPECT_EQ(step->received, received);
                EXPECT_EQ(step->way, way);
                EXPECT_EQ(step->bytes, bytes);
            }
    EXPECT_FALSE(MessageStep::of(-1));
    EXPECT_FALSE(MessageStep::of(std::int64_t{1} << 34));
}

TEST(MessageSeries, TheEndsFindEachOtherWhicheverComesFirst)
{
    MessageSeries messages;
    messages.tell(2, true, 64, 500, 7);
    messages.tell(1, false, 10, 100, 3);
    messages.tell(2, false, 64, 200, 3);
    ASSERT_EQ(messages.size(), 2U);
    EXPECT_TRUE(messages[0].sent.known());
    EXPECT_FALSE(messages[0].received.known());
    EXPECT_EQ(messages[1].sent.atNs, 200);
    EXPECT_EQ(messages[1].sent.by, 3);
    EXPECT_EQ(messages[1].received.atNs, 500);
    EXPECT_EQ(messages[1].received.by, 7);
    EXPECT_EQ(messages[1].bytes, 64U);
    EXPECT_FALSE(messages[1].contradicted);
    messages.tell(2, true, 64, 600, 8);
    EXPECT_TRUE(messages[1].contradicted);
    EXPECT_EQ(messages[1].received.atNs, 500) << "the first one counts";
}

} // namespace
} // namespace threadscape
