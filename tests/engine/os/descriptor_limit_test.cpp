#include "os/descriptor_limit.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

namespace threadscape {
namespace {

TEST(DescriptorLimit, IsRaisedAsFarAsTheSystemAllows)
{
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
    constexpr rlim_t kLow = 128;
    const rlimit low{kLow, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &low), 0);

    EXPECT_TRUE(makeRoomForDescriptors(1)); // there is room: nothing changes
    rlimit now{};
    ::getrlimit(RLIMIT_NOFILE, &now);
    EXPECT_EQ(now.rlim_cur, kLow);
    const std::int64_t spare = descriptorsToSpare();
    ASSERT_GT(spare, 300);
    EXPECT_TRUE(makeRoomForDescriptors(300));
    ::getrlimit(RLIMIT_NOFILE, &now);
    EXPECT_GE(now.rlim_cur, 300U);
    EXPECT_EQ(now.rlim_max, before.rlim_max);
    if (before.rlim_max != RLIM_INFINITY) {
        EXPECT_FALSE(makeRoomForDescriptors(spare + 100));
    }
    ::setrlimit(RLIMIT_NOFILE, &before);
}

} // namespace
} // namespace threadscape
