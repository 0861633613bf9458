#include "exec/thread.h"

#include "support/test_run.h"

#include <gtest/gtest.h>
#include <stdexcept>

namespace threadscape {
namespace {

TEST(Thread, IsALaneFromItsFirstToItsLastInstruction)
{
    TestRun test;
    TrackId track = kNoTrack;
    test.run([&] {
        Thread thread(test.runtime(), "Worker-1", [] {});
        track = thread.track();
        thread.join();
        thread.join(); // again: returns at once
        EXPECT_TRUE(thread.done());
    });
    const TrackInfo& info = test.trace().catalogue().track(track);
    EXPECT_EQ(info.name, "Worker-1");
    EXPECT_GT(info.osId.load(), 0);
    EXPECT_FALSE(info.alive.load());
    const Lane& lane = test.trace().lane(track);
    EXPECT_GE(lane.endNs.load(), lane.beginNs.load());
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(Thread, AnUnexpectedExceptionFailsTheRun)
{
    TestRun test;
    test.run([&] {
        Thread thread(test.runtime(), "T", [] { throw std::runtime_error("broken"); });
        EXPECT_TRUE(eventually([&] { return test.runtime().stopping(); }));
    });
    ASSERT_NE(test.runtime().failure(), nullptr);
    EXPECT_THROW(std::rethrow_exception(test.runtime().failure()), std::runtime_error);
}

} // namespace
} // namespace threadscape
