#include "sync/lock.h"

#include "exec/thread.h"
#include "support/test_run.h"
#include "sync/misuse.h"

#include <gtest/gtest.h>
#include <list>
#include <mutex>

namespace threadscape {
namespace {

TEST(Lock, KeepsOthersOut)
{
    TestRun test;
    std::int64_t count = 0; // plain: the thread sanitizer watches it
    constexpr int kThreads = 8;
    constexpr int kTimes = 5'000;
    test.run([&] {
        Lock lock(test.runtime(), "L");
        std::list<Thread> threads;
        for (int i = 0; i < kThreads; ++i)
            threads.emplace_back(test.runtime(), "T", [&] {
                for (int k = 0; k < kTimes; ++k) {
                    const std::scoped_lock held(lock);
                    ++count;
                }
            });
        for (Thread& thread : threads)
            thread.join();
    });
    EXPECT_EQ(count, kThreads * kTimes);
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
    ASSERT_GT(test.trace().objects(), 0U);
    EXPECT_EQ(test.trace().object(0).holds.size(), std::size_t{kThreads} * kTimes);
    EXPECT_EQ(test.trace().object(0).totals->holds().total(), std::uint64_t{kThreads} * kTimes);
}

TEST(Lock, TryLockDoesNotWait)
{
    TestRun test;
    test.run([&] {
        Lock lock(test.runtime(), "L");
        EXPECT_TRUE(lock.try_lock());
        EXPECT_FALSE(lock.try_lock());
        EXPECT_EQ(lock.holder(), &Actor::current());
        lock.unlock();
        EXPECT_EQ(lock.holder(), nullptr);
        EXPECT_TRUE(lock.try_lock());
        lock.unlock();
    });
    EXPECT_TRUE(test.violations().empty());
}

TEST(Lock, AnyThreadMayReleaseIt)
{
    TestRun test;
    test.run([&] {
        Lock lock(test.runtime(), "L");
        lock.lock();
        Thread stranger(test.runtime(), "Stranger", [&] { lock.unlock(); });
        lock.lock(); // goes through once the stranger has let go
        lock.unlock();
        stranger.join();
    });
    EXPECT_EQ(test.trace().object(0).holds.size(), 2U);
}

TEST(Lock, WhatNobodyHoldsCannotBeReleased)
{
    TestRun test;
    test.run([&] {
        Lock lock(test.runtime(), "L");
        EXPECT_THROW(lock.unlock(), Misuse);
        lock.lock(); // and it is as good as before
        lock.unlock();
        EXPECT_THROW(lock.unlock(), Misuse);
        EXPECT_TRUE(lock.try_lock());
        lock.unlock();
    });
    EXPECT_EQ(test.trace().object(0).holds.size(), 2U);
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(Lock, AStoppedWaiterLeavesWithoutIt)
{
    TestRun test;
    bool entered = false;
    test.run([&] {
        Lock lock(test.runtime(), "L");
        lock.lock();
        {
            Thread waiter(test.runtime(), "Waiter", [&] {
                const std::scoped_lock held(lock);
                entered = true;
            });
            EXPECT_TRUE(test.comesToWait(waiter.track(), State::lock));
            waiter.stop();
            waiter.join();
        }
        EXPECT_EQ(lock.holder(), &Actor::current());
        lock.unlock();
        EXPECT_TRUE(lock.try_lock());
        lock.unlock();
    });
    EXPECT_FALSE(entered);
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
    const LockTotals& totals = *test.trace().object(0).totals;
    EXPECT_EQ(totals.waits().total(), 0U); // none ended with the lock
    EXPECT_GT(totals.waitNs(), 0);
    const auto stopped = [](const Span& wait) { return waitEndOf(wait.detail) == WaitEnd::stopped; };
    int found = 0;
    for (std::size_t t = 0; t < test.trace().lanes(); ++t) {
        const auto& waits = test.trace().lane(static_cast<TrackId>(t)).waits;
        for (std::size_t i = 0; i < waits.size(); ++i)
            found += waits[i].state == static_cast<std::uint8_t>(State::lock) && stopped(waits[i]) ? 1 : 0;
    }
    EXPECT_EQ(found, 1);
}

TEST(Lock, WaitAndHoldTotalsAgreeWithClocksReadAroundTheCalls)
{
    TestRun test;
    std::int64_t waitedNs = 0;
    std::int64_t heldNs = 0;
    test.run([&] {
        Lock lock(test.runtime(), "L");
        constexpr std::int64_t kHoldNs = 150'000'000;
        lock.lock();
        const std::int64_t taken = monotonicNs();
        Thread waiter(test.runtime(), "Waiter", [&] {
            const std::int64_t from = monotonicNs();
            lock.lock();
            waitedNs = monotonicNs() - from;
            lock.unlock();
        });
        EXPECT_TRUE(test.comesToWait(waiter.track(), State::lock));
        test.runtime().sleep([] { return kHoldNs; });
        lock.unlock();
        heldNs = monotonicNs() - taken;
        waiter.join();
    });
    const LockTotals& totals = *test.trace().object(0).totals;
    // One per cent, and what a busy machine may do to the thread between the stamp and the clock read around it.
    constexpr double kNear = 0.01;
    EXPECT_LE(static_cast<double>(totals.waitNs()), static_cast<double>(waitedNs) * (1 + kNear));
    EXPECT_GE(static_cast<double>(totals.holdNs()), 150e6 * (1 - kNear));
    EXPECT_LE(static_cast<double>(totals.holdNs()), static_cast<double>(heldNs) * (1 + kNear) + 10e6);
    EXPECT_EQ(totals.waits().total(), 1U);
}

TEST(Lock, AFairOneGoesToWhoWaitedLongest)
{
    TestRun test;
    std::vector<int> order;
    test.run([&] {
        Lock lock(test.runtime(), "L", Fairness::fair);
        lock.lock();
        std::list<Thread> threads;
        for (int i = 0; i < 5; ++i) {
            threads.emplace_back(test.runtime(), "T", [&, i] {
                const std::scoped_lock held(lock);
                order.push_back(i);
            });
            EXPECT_TRUE(test.comesToWait(threads.back().track(), State::lock));
        }
        lock.unlock();
        lock.lock(); // at once: only a barging one lets it slip in before those who wait
        EXPECT_EQ(order.size(), 5U);
        lock.unlock();
        for (Thread& thread : threads)
            thread.join();
    });
    EXPECT_EQ(order, (std::vector<int>{0, 1, 2, 3, 4}));
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(Lock, AFairOneKeepsOthersOutAndLosesNobody)
{
    TestRun test;
    std::int64_t count = 0;
    constexpr int kThreads = 6;
    constexpr int kTimes = 1'000;
    test.run([&] {
        Lock lock(test.runtime(), "L", Fairness::fair);
        std::list<Thread> threads;
        for (int i = 0; i < kThreads; ++i)
            threads.emplace_back(test.runtime(), "T", [&, i] {
                for (int k = 0; k < kTimes; ++k) {
                    // Some give up early: what they leave behind holds nobody up.
                    if (i % 2 == 0) {
                        lock.lock();
                    } else if (!lock.try_lock_for(std::chrono::microseconds(k % 50))) {
                        --k;
                        continue;
                    }
                    ++count;
                    lock.unlock();
                }
            });
        for (Thread& thread : threads)
            thread.join();
    });
    EXPECT_EQ(count, kThreads * kTimes);
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(Lock, ATimedWaitEndsWithoutIt)
{
    TestRun test;
    test.run([&] {
        Lock lock(test.runtime(), "L");
        lock.lock();
        Thread other(test.runtime(), "T",
                     [&] { EXPECT_FALSE(lock.try_lock_for(std::chrono::milliseconds(1))); });
        other.join();
        lock.unlock();
        EXPECT_TRUE(lock.try_lock_for(std::chrono::milliseconds(1)));
        lock.unlock();
    });
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
    const auto& waits = test.trace().lane(1).waits;
    ASSERT_EQ(waits.size(), 1U);
    EXPECT_EQ(waitEndOf(waits[0].detail), WaitEnd::timedOut);
}

} // namespace
} // namespace threadscape
