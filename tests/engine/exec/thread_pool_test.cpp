#include "exec/thread_pool.h"

#include "support/test_run.h"
#include "sync/misuse.h"

#include <gtest/gtest.h>
#include <numeric>
#include <stdexcept>

namespace threadscape {
namespace {

const ThreadPool::Names kNames{"Workers", "Worker"};

TEST(ThreadPool, ResultsAndExceptionsArriveAtTheCaller)
{
    TestRun test;
    test.run([&] {
        ThreadPool pool(test.runtime(), kNames, 3);
        std::vector<Future<int>> squares;
        for (int i = 0; i < 500; ++i)
            squares.push_back(pool.submit([i] { return i * i; }));
        Future<void> fails = pool.submit([] { throw std::runtime_error("no"); });
        for (int i = 0; i < 500; ++i)
            EXPECT_EQ(squares[static_cast<std::size_t>(i)].get(), i * i);
        EXPECT_THROW(fails.get(), std::runtime_error);
        EXPECT_EQ(fails.state(), TaskState::failed);
        auto owned = pool.submit([] { return std::make_unique<int>(7); });
        EXPECT_EQ(*owned.get(), 7);
    });
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
    std::size_t boxes = 0;
    for (TrackId t = 1; t <= 3; ++t)
        boxes += test.trace().lane(t).operations[0].size();
    EXPECT_EQ(boxes, 502U); // each task is seen once
}

TEST(ThreadPool, ShutdownRunsWhatIsQueuedAndTakesNoMore)
{
    TestRun test;
    std::atomic<int> ran{0};
    test.run([&] {
        ThreadPool pool(test.runtime(), kNames, 2);
        for (int i = 0; i < 200; ++i)
            pool.submit([&] { ran.fetch_add(1); });
        pool.shutdown();
        EXPECT_EQ(ran.load(), 200);
        EXPECT_THROW(pool.submit([] {}), Misuse);
    });
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(ThreadPool, StopReachesWorkersTasksAndThoseWhoWaitForThem)
{
    TestRun test;
    bool after = false;
    test.run([&] {
        ThreadPool pool(test.runtime(), kNames, 2);
        std::vector<Future<void>> futures;
        for (int i = 0; i < 20; ++i)
            futures.push_back(pool.submit([&] { test.runtime().sleep([] { return 3'600'000'000'000; }); }));
        Thread waiter(test.runtime(), "Waiter", [&] {
            futures.front().get();
            after = true;
        });
        EXPECT_TRUE(test.comesToWait(waiter.track(), State::future));
        test.runtime().stopAll();
    });
    EXPECT_FALSE(after);
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

} // namespace
} // namespace threadscape
