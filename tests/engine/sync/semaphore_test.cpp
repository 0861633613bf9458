#include "sync/semaphore.h"

#include "exec/thread.h"
#include "support/test_run.h"
#include "sync/misuse.h"
#include "sync/stopped.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <list>
#include <mutex>
#include <random>

namespace threadscape {
namespace {

using namespace std::chrono_literals;

class SemaphoreTest : public testing::TestWithParam<Fairness> {};

INSTANTIATE_TEST_SUITE_P(, SemaphoreTest, testing::Values(Fairness::barging, Fairness::fair));

TEST_P(SemaphoreTest, LetsNoMoreInThanItHasPermits)
{
    TestRun test;
    std::atomic<int> inside{0};
    std::atomic<int> most{0};
    constexpr int kThreads = 8;
    constexpr int kTimes = 2'000;
    test.run([&] {
        Semaphore gate(test.runtime(), "Gate", 3, GetParam());
        std::list<Thread> threads;
        for (int i = 0; i < kThreads; ++i)
            threads.emplace_back(test.runtime(), "T", [&] {
                for (int k = 0; k < kTimes; ++k) {
                    const std::scoped_lock passed(gate);
                    const int now = ++inside;
                    for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
                    }
                    --inside;
                }
            });
        for (Thread& thread : threads)
            thread.join();
        EXPECT_TRUE(gate.try_acquire());
        EXPECT_TRUE(gate.try_acquire());
        EXPECT_TRUE(gate.try_acquire());
        EXPECT_FALSE(gate.try_acquire());
        for (int i = 0; i < 3; ++i)
            gate.release();
    });
    EXPECT_LE(most, 3);
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
    const ObjectLane& gate = test.trace().object(0);
    EXPECT_EQ(gate.totals->holds().total(), std::uint64_t{kThreads} * kTimes + 3);
    ASSERT_GT(gate.values.size(), 0U);
    EXPECT_EQ(gate.values[gate.values.size() - 1].value, 0);
    const ValueRange range = gate.values.range(0, gate.values.size());
    EXPECT_GE(range.low, 0);
    EXPECT_EQ(range.high, 3);
}

TEST(Semaphore, AStrangerMayReleaseAPermit)
{
    TestRun test;
    test.run([&] {
        Semaphore gate(test.runtime(), "Gate", 1);
        gate.acquire();
        Thread stranger(test.runtime(), "Stranger", [&] { gate.release(); });
        gate.acquire(); // goes through because of the stranger
        stranger.join();
        gate.release();
        gate.release(); // once more than acquired: one permit more
        EXPECT_TRUE(gate.try_acquire());
        EXPECT_TRUE(gate.try_acquire());
        gate.release();
        gate.release();
    });
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(BoundedSemaphore, OneReleaseTooManyIsAnError)
{
    TestRun test;
    test.run([&] {
        BoundedSemaphore gate(test.runtime(), "Gate", 2);
        gate.acquire();
        gate.release();
        EXPECT_THROW(gate.release(), Misuse);
        EXPECT_TRUE(gate.try_acquire());
        EXPECT_TRUE(gate.try_acquire());
        EXPECT_FALSE(gate.try_acquire());
        gate.release();
        gate.release();
    });
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(Semaphore, AFairOneGoesToWhoWaitedLongest)
{
    TestRun test;
    std::vector<int> order;
    test.run([&] {
        Semaphore gate(test.runtime(), "Gate", 1, Fairness::fair);
        gate.acquire();
        std::list<Thread> threads;
        for (int i = 0; i < 5; ++i) {
            threads.emplace_back(test.runtime(), "T", [&, i] {
                const std::scoped_lock passed(gate);
                order.push_back(i); // one permit: one at a time
            });
            EXPECT_TRUE(test.comesToWait(threads.back().track(), State::semaphore));
        }
        gate.release();
        gate.acquire(); // at once: only a barging one lets it slip in before those who wait
        EXPECT_EQ(order.size(), 5U);
        gate.release();
        for (Thread& thread : threads)
            thread.join();
    });
    EXPECT_EQ(order, (std::vector<int>{0, 1, 2, 3, 4}));
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST_P(SemaphoreTest, AWaitEndsWithItsTimeOrItsStop)
{
    TestRun test;
    bool passed = false;
    test.run([&] {
        Semaphore gate(test.runtime(), "Gate", 1, GetParam());
        gate.acquire();
        Thread timed(test.runtime(), "Timed", [&] { EXPECT_FALSE(gate.try_acquire_for(1ms)); });
        timed.join();
        Thread stopped(test.runtime(), "Stopped", [&] {
            const std::scoped_lock never(gate);
            passed = true;
        });
        EXPECT_TRUE(test.comesToWait(stopped.track(), State::semaphore));
        stopped.stop();
        stopped.join();
        gate.release();
        EXPECT_TRUE(gate.try_acquire_for(1ms)); // neither took the permit along
        gate.release();
    });
    EXPECT_FALSE(passed);
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

} // namespace
} // namespace threadscape
