#include "async/loop_load.h"

#include "async/gather.h"
#include "async/sleep.h"
#include "async/yield.h"
#include "support/test_run.h"
#include "support/units.h"

#include <gmock/gmock.h>

namespace threadscape {
namespace {

const ValueSeries* seriesOf(const Trace& trace, std::string_view name)
{
    for (std::size_t o = 0; o < trace.objects(); ++o)
        if (trace.catalogue().object(static_cast<ObjectId>(o)).name == name)
            return &trace.object(static_cast<ObjectId>(o)).values;
    return nullptr;
}

Task<> giveWay(EventLoop& loop, int times)
{
    for (int i = 0; i < times; ++i)
        co_await Yield(loop);
}

Task<> sleepFor(EventLoop& loop, std::int64_t ns)
{
    co_await Sleep(loop, [ns] { return ns; });
}

Task<> block(Runtime& runtime, std::int64_t ns)
{
    runtime.sleep([ns] { return ns; });
    co_return;
}

TEST(LoopLoad, CountsThoseThatAreReadyAndThoseThatWait)
{
    TestRun test;
    test.run([&] {
        EventLoop loop(test.runtime(), "Event loop");
        loop.showLoad();
        const auto main = [&]() -> Task<> {
            std::vector<TaskHandle<void>> all;
            for (int i = 0; i < 3; ++i)
                all.push_back(loop.create("task", giveWay(loop, 4)));
            co_await gather(loop, std::move(all));
        };
        loop.run("main", main());
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
    const ValueSeries* const ready = seriesOf(test.trace(), LoopLoad::kReady);
    const ValueSeries* const waiting = seriesOf(test.trace(), LoopLoad::kWaiting);
    ASSERT_TRUE(ready != nullptr && waiting != nullptr);
    EXPECT_EQ(ready->range(0, ready->size()).low, 0);
    EXPECT_EQ(ready->range(0, ready->size()).high, 3); // main waits for them
    EXPECT_EQ(waiting->range(0, waiting->size()).low, 0);
    EXPECT_EQ(waiting->range(0, waiting->size()).high, 1);
}

// The loop hears of a timer only when it comes to look; what is told is when it was due.
TEST(LoopLoad, WhatIsDueDuringAStallIsReadyFromThenOn)
{
    constexpr std::int64_t kStallNs = 100 * kMs;
    TestRun test;
    test.run([&] {
        EventLoop loop(test.runtime(), "Event loop");
        loop.showLoad();
        const auto main = [&]() -> Task<> {
            auto first = loop.create("first", sleepFor(loop, 10 * kMs));
            auto second = loop.create("second", sleepFor(loop, 20 * kMs));
            auto blocks = loop.create("blocks", block(test.runtime(), kStallNs));
            co_await first;
            co_await second;
            co_await blocks;
        };
        loop.run("main", main());
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
    const ValueSeries* const ready = seriesOf(test.trace(), LoopLoad::kReady);
    ASSERT_NE(ready, nullptr);
    std::int64_t bothForNs = 0;
    for (std::size_t i = 0; i + 1 < ready->size(); ++i)
        if ((*ready)[i].value == 2)
            bothForNs = std::max(bothForNs, (*ready)[i + 1].atNs - (*ready)[i].atNs);
    EXPECT_GE(bothForNs, kStallNs / 2);
}

// A lane is told in the order of time even when only one of the two changed last.
TEST(LoopLoad, WhatWasBeforeTheLastChangeIsToldWithIt)
{
    TestRun test;
    test.run([&] {
        LoopLoad load(test.runtime());
        const TrackId self = Actor::current().track();
        const TrackId other = test.runtime().addActor("task", "", TrackKind::task).track();
        constexpr Ticks kStep = 1'000;
        const Ticks start = ticksNow();
        load.show(0, 2, self, start + 2 * kStep);
        load.show(1, 2, self, start + 3 * kStep);
        load.show(1, 1, other, start + kStep);
        while (ticksNow() < start + 3 * kStep)
            ;
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
    const ValueSeries* const ready = seriesOf(test.trace(), LoopLoad::kReady);
    const ValueSeries* const waiting = seriesOf(test.trace(), LoopLoad::kWaiting);
    ASSERT_TRUE(ready != nullptr && waiting != nullptr);
    ASSERT_EQ(waiting->size(), 3U);
    EXPECT_EQ((*waiting)[2].atNs, (*ready)[1].atNs);
}

} // namespace
} // namespace threadscape
