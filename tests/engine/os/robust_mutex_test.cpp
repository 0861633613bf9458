#include "os/robust_mutex.h"

#include <future>
#include <gtest/gtest.h>
#include <mutex>
#include <thread>
#include <vector>

namespace threadscape {
namespace {

TEST(RobustMutex, WhoEndsWithItLeavesItToWhoComesNext)
{
    RobustMutex mutex;
    std::thread([&] { mutex.lock(); }).join();
    EXPECT_TRUE(mutex.lockAndTell());
    mutex.unlock();
    EXPECT_FALSE(mutex.lockAndTell());
    mutex.unlock();
}

TEST(RobustMutex, WhoEndsWithItLeavesItToWhoWaits)
{
    RobustMutex mutex;
    std::promise<void> locked;
    std::promise<void> waits;
    std::thread owner([&] {
        mutex.lock();
        locked.set_value();
        waits.get_future().wait();
    });
    locked.get_future().wait();
    std::thread next([&] {
        waits.set_value();
        EXPECT_TRUE(mutex.lockAndTell());
        mutex.unlock();
    });
    owner.join();
    next.join();
    EXPECT_FALSE(mutex.lockAndTell());
    mutex.unlock();
}

TEST(RobustMutex, OneAtATime)
{
    constexpr int kThreads = 4;
    constexpr int kTimes = 20'000;
    RobustMutex mutex;
    int sum = 0;
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < kThreads; ++thread)
        threads.emplace_back([&] {
            for (int i = 0; i < kTimes; ++i) {
                const std::lock_guard locked(mutex);
                ++sum;
            }
        });
    threads.clear();
    EXPECT_EQ(sum, kThreads * kTimes);
}

} // namespace
} // namespace threadscape
