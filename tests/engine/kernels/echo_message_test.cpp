#include "kernels/echo_message.h"

#include <array>
#include <gtest/gtest.h>

namespace threadscape {
namespace {

TEST(EchoMessage, DiffersFromRoundToRoundAndFromItsAnswer)
{
    std::array<std::byte, 600> first{};
    std::array<std::byte, 600> second{};
    fillMessage(first, 1);
    fillMessage(second, 2);
    EXPECT_NE(first, second);
    EXPECT_NE(first[0], first[251]);

    std::array<std::byte, 600> answer = first;
    EXPECT_FALSE(isInverted(answer, first));
    invertMessage(answer);
    EXPECT_TRUE(isInverted(answer, first));
    EXPECT_FALSE(isInverted(answer, second));
    EXPECT_FALSE(isInverted(std::span(answer).first(599), first));
    EXPECT_FALSE(isInverted({}, first)); // nothing came back
}

TEST(EchoMessage, AWordIsRepeatedAndCut)
{
    EXPECT_EQ(repeatedTo(7, "1.2 "), "1.2 1.2");
    EXPECT_EQ(repeatedTo(2, "1.2 "), "1.");
    EXPECT_EQ(repeatedTo(0, "1.2 "), "");
}

} // namespace
} // namespace threadscape
