#include "lab/kit/thread_times.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

TEST(ThreadTimes, AreSummedAndCompared)
{
    const ThreadTimes none;
    EXPECT_EQ(none.count(), 0);
    EXPECT_EQ(none.total(&ThreadTime::switchesForced), std::nullopt);
    EXPECT_EQ(none.share(&ThreadTime::runningNs), 0);
    EXPECT_EQ(none.greatest(&ThreadTime::readyNs).name, "");

    const ThreadTimes two({{.name = "a", .lifeNs = 10, .runningNs = 4, .readyNs = 6},
                           {.name = "b", .lifeNs = 10, .runningNs = 1, .readyNs = 6, .switchesForced = 3}});
    EXPECT_EQ(two.count(), 2);
    EXPECT_EQ(two.total(&ThreadTime::lifeNs), 20);
    EXPECT_EQ(two.total(&ThreadTime::switchesForced), 3);
    EXPECT_EQ(two.total(&ThreadTime::migrations), std::nullopt);
    EXPECT_DOUBLE_EQ(two.share(&ThreadTime::runningNs), 0.25);
    EXPECT_EQ(two.greatest(&ThreadTime::readyNs).name, "a"); // the first of equal ones
}

} // namespace
} // namespace threadscape
