#include "os/other_load.h"

#include "os/child_process.h"
#include "os/clock.h"
#include "os/machine.h"

#include <gtest/gtest.h>
#include <thread>

namespace threadscape {
namespace {

/// The share over at least `ns`.
std::optional<double> shareOver(OtherLoad& load, std::int64_t ns, bool working = false)
{
    const std::int64_t untilNs = monotonicNs() + ns;
    while (monotonicNs() < untilNs)
        if (!working)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return load.share();
}

constexpr std::int64_t kLongNs = 500'000'000;

TEST(OtherLoad, TooShortATimeTellsNothing)
{
    OtherLoad load;
    EXPECT_FALSE(load.share());
}

TEST(OtherLoad, ItsOwnWorkIsNotOthers)
{
    OtherLoad load;
    const std::optional<double> idle = shareOver(load, kLongNs);
    const std::optional<double> working = shareOver(load, kLongNs, true);
    ASSERT_TRUE(idle);
    ASSERT_TRUE(working);
    EXPECT_GE(*idle, 0);
    EXPECT_LE(*working, 1);
    // Were it counted, a core's worth would come on top: whatever the machine does beside, it has less to give then.
    EXPECT_LE(*working, 1.05 - 0.5 / readMachine().cores);
}

TEST(OtherLoad, AnotherProgramIs)
{
    auto hog = ChildProcess::start({.program = "/bin/sh",
                                    .arguments = {"-c", "while :; do :; done"},
                                    .descriptors = {},
                                    .lifelineAs = std::nullopt});
    ASSERT_TRUE(hog);
    OtherLoad load;
    const std::optional<double> busy = shareOver(load, kLongNs);
    (*hog)->kill();
    (*hog)->wait();
    ASSERT_TRUE(busy);
    EXPECT_GE(*busy, 0.5 / readMachine().cores);
}

} // namespace
} // namespace threadscape
