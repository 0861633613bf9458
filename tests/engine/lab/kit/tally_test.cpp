#include "lab/kit/tally.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

TEST(Tally, SumsWhatWasExpectedAndCounted)
{
    Tally tally;
    EXPECT_EQ(tally.totals().rounds, 0);
    tally.add(10, 10);
    tally.add(10, 7);
    const Tally::Totals all = tally.totals();
    EXPECT_EQ(all.rounds, 2);
    EXPECT_EQ(all.expected, 20);
    EXPECT_EQ(all.counted, 17);
    EXPECT_EQ(all.wrong, 1);
    EXPECT_EQ(all.lostByRound, (std::vector<std::string>{"0", "3"}));
}

} // namespace
} // namespace threadscape
