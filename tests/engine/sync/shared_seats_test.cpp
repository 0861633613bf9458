#include "sync/shared_seats.h"

#include "support/test_run.h"

#include <fstream>
#include <future>
#include <gtest/gtest.h>
#include <thread>
#include <unistd.h>

namespace threadscape {
namespace {

bool isAsleep(pid_t thread)
{
    std::ifstream status("/proc/self/task/" + std::to_string(thread) + "/status");
    std::string word;
    while (status >> word)
        if (word == "State:")
            return status >> word && word == "S";
    return false;
}

// A grant is two steps, the word and the wake-up: who does the first and is killed leaves somebody asleep.
TEST(SharedSeats, WhomTheDeadGrantedToButDidNotWakeIsWoken)
{
    constexpr std::uint32_t kDead = 7;
    TestRun test;
    test.run([&] {
        SharedSeats seats;
        SharedSeats::Seat& seat = seats.sit(Actor::current());
        const std::uint32_t token = seats.enqueue(seat, true);
        std::atomic<pid_t> waiter{0};
        std::promise<void> woken;
        std::thread thread([&] {
            waiter = gettid();
            seat.park.await(token, kForever, FutexReach::machine);
            woken.set_value();
        });
        EXPECT_TRUE(eventually([&] { return waiter != 0 && isAsleep(waiter); }));
        EXPECT_TRUE(seat.park.grant(token));
        EXPECT_EQ(seats.bereave(kDead).held, 0U);
        EXPECT_EQ(woken.get_future().wait_for(std::chrono::seconds(30)), std::future_status::ready);
        seat.park.wake(FutexReach::machine);
        thread.join();
    });
}

} // namespace
} // namespace threadscape
