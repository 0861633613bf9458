#include "exec/thread.h"
#include "support/fake_scheduler.h"
#include "support/test_run.h"
#include "support/units.h"
#include "sync/barrier.h"
#include "sync/lock.h"
#include "sync/seam.h"

#include <gtest/gtest.h>
#include <list>

namespace threadscape {
namespace {

TEST(Stop, UnwindsThreadsThatDeadlocked)
{
    TestRun test;
    test.run([&] {
        Lock a(test.runtime(), "A");
        Lock b(test.runtime(), "B");
        Barrier both(test.runtime(), "Both hold one", 2);
        const auto takes = [&](Lock& first, Lock& second) {
            return [&] {
                const std::scoped_lock held(first);
                both.wait();
                const std::scoped_lock never(second);
                // The first to unwind may hand its lock to the other.
                EXPECT_TRUE(test.runtime().stopping());
            };
        };
        Thread one(test.runtime(), "One", takes(a, b));
        Thread two(test.runtime(), "Two", takes(b, a));
        EXPECT_TRUE(test.comesToWait(one.track(), State::lock));
        EXPECT_TRUE(test.comesToWait(two.track(), State::lock));
        test.runtime().stopAll();
        // The destructors wait for the end of both.
    });
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(Stop, DoesNotUnwindInsideNoStop)
{
    TestRun test;
    bool finishedUpdate = false;
    bool wentOn = false;
    test.run([&] {
        Thread thread(test.runtime(), "T", [&] {
            {
                const NoStop update;
                Actor::current().requestStop();
                checkpoint();
                Actor::current().runtime().sleep([] { return 1'000; });
                finishedUpdate = true;
            }
            checkpoint();
            wentOn = true;
        });
        thread.join();
    });
    EXPECT_TRUE(finishedUpdate);
    EXPECT_FALSE(wentOn);
}

TEST(Stop, ThreadsBornAfterItUnwindAtOnce)
{
    TestRun test;
    bool ran = false;
    test.run([&] {
        test.runtime().stopAll();
        Thread late(test.runtime(), "Late", [&] {
            checkpoint();
            ran = true;
        });
    });
    EXPECT_FALSE(ran);
}

TEST(Sleep, MadeShorterItEndsWhenItWasAndNotWhenItWouldHaveBeenDue)
{
    Runtime runtime(1);
    Trace trace(runtime.recorder().sharedCatalogue());
    FakeScheduler system(SchedulerSource::Kind::perf);
    system.told.untilNs = INT64_MAX / 2;
    Ingest ingest(runtime.recorder(), trace, false, &system);
    std::atomic<std::int64_t> duration{3'600'000 * kMs};
    std::int64_t shortenedNs = 0;
    TrackId track = kNoTrack;
    {
        Thread sleeper(
            runtime, "Sleeper", [&] { runtime.sleep([&] { return duration.load(); }); }, Thread::Options{});
        track = sleeper.track();
        const OpenSpans& open = *runtime.catalogue().track(sleeper.track()).open;
        const std::int64_t startNs = monotonicNs();
        ASSERT_TRUE(eventually(
            [&] { return open.isOpen(OpenSpans::kWaitSlot) && monotonicNs() - startNs > 20 * kMs; }));
        shortenedNs = monotonicNs() - runtime.recorder().start().ns;
        duration = kMs;
        runtime.retimeSleepers();
        ASSERT_TRUE(eventually([&] { return sleeper.done(); }));
    }
    ingest.finish();
    const auto& waits = trace.lane(track).waits;
    ASSERT_EQ(waits.size(), 1U);
    constexpr std::int64_t kSkewNs = 2'000; // between the two clocks
    EXPECT_GE(waits[0].endNs, shortenedNs - kSkewNs);
}

TEST(Sleep, IsRetimedWhileItLasts)
{
    TestRun test;
    std::atomic<std::int64_t> durationNs{3'600'000'000'000};
    test.run([&] {
        Thread sleeper(test.runtime(), "Sleeper",
                       [&] { test.runtime().sleep([&] { return durationNs.load(); }); });
        EXPECT_TRUE(test.comesToWait(sleeper.track(), State::sleep));
        durationNs.store(0);
        test.runtime().retimeSleepers();
        sleeper.join(); // else in an hour
    });
    EXPECT_TRUE(test.violations().empty());
    EXPECT_EQ(test.trace().lane(1).waits.size(), 1U); // one sleep, however often it looked
}

} // namespace
} // namespace threadscape
