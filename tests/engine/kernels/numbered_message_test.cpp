#include "kernels/numbered_message.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

TEST(NumberedMessage, IsReadAsItsNumber)
{
    EXPECT_EQ(numberedMessage(7, false), "{\"id\": 7}");
    EXPECT_EQ(idOf(numberedMessage(7, false)), 7);
    EXPECT_EQ(idOf(numberedMessage(100'000, false)), 100'000);
}

TEST(NumberedMessage, ABadOneIsQuotedInTheError)
{
    for (const std::string& bad : {numberedMessage(7, true), std::string("{\"id\": 7 }"),
                                   std::string("{\"id\": }"), std::string("7}"), std::string()}) {
        try {
            idOf(bad);
            ADD_FAILURE() << bad;
        } catch (const BadMessage& error) {
            EXPECT_EQ(error.what(), bad);
        }
    }
}

} // namespace
} // namespace threadscape
