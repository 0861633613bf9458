#include "exec/team.h"

#include "exec/parallel_for.h"
#include "support/eventually.h"
#include "support/test_run.h"
#include "sync/seam.h"

#include <algorithm>
#include <array>
#include <numeric>

#include <gmock/gmock.h>

namespace threadscape {
namespace {

TEST(Team, JobsAreAlwaysTheSameMembers)
{
    TestRun test;
    test.run([&] {
        Team team(test.runtime(), {.group = "Threads", .prefix = "Thread"});
        for (int i = 0; i < 3; ++i)
            EXPECT_GE(team.grow(), 0);
        ASSERT_EQ(team.size(), 3U);
        std::array<TrackId, 3> by{};
        for (int round = 0; round < 50; ++round)
            for (std::size_t jobs = 1; jobs <= 3; ++jobs) {
                std::array<int, 3> calls{};
                const Lap lap = team.run(jobs, [&](std::size_t k) {
                    ++calls[k];
                    by[k] = Actor::current().track();
                });
                ASSERT_EQ(lap.jobs.size(), jobs);
                for (std::size_t k = 0; k < 3; ++k)
                    EXPECT_EQ(calls[k], k < jobs ? 1 : 0);
                for (std::size_t k = 0; k < jobs; ++k) {
                    EXPECT_EQ(lap.jobs[k].track, by[k]);
                    EXPECT_LE(lap.fromNs, lap.jobs[k].fromNs);
                    EXPECT_LE(lap.jobs[k].fromNs, lap.jobs[k].toNs);
                    EXPECT_LE(lap.jobs[k].toNs, lap.toNs);
                }
            }
        EXPECT_EQ(test.runtime().catalogue().track(by[1]).name, "Thread-2");
        EXPECT_EQ(test.runtime().catalogue().track(by[1]).group, "Threads");
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
}

// The last member's wake-up may come late: it must not end the lap after.
TEST(Team, LapsOfNothingByMoreMembersThanCoresAreWhole)
{
    TestRun test;
    test.run([&] {
        constexpr std::size_t kMembers = 6;
        constexpr int kLaps = 20'000;
        Team team(test.runtime(), {.group = "Threads", .prefix = "Thread"});
        for (std::size_t i = 0; i < kMembers; ++i)
            team.grow();
        std::atomic<std::size_t> calls{0};
        for (int i = 0; i < kLaps; ++i) {
            team.run(kMembers, [&](std::size_t) { ++calls; });
            ASSERT_EQ(calls.exchange(0), kMembers);
        }
    });
}

TEST(Team, AStopEndsALapWithNobodyLeftInIt)
{
    for (int round = 0; round < 50; ++round) {
        std::atomic<int> inside{0};
        std::atomic<bool> unwound{false};
        {
            Runtime runtime(1);
            Actor& main = runtime.addActor("MainThread", "", TrackKind::main);
            std::thread thread([&] {
                runAs(main, [&] {
                    Team team(runtime, {.group = "Threads", .prefix = "Thread"});
                    team.grow();
                    team.grow();
                    try {
                        team.run(2, [&](std::size_t) {
                            struct Inside {
                                std::atomic<int>& count;
                                explicit Inside(std::atomic<int>& c) : count(c) { ++count; }
                                ~Inside() { --count; }
                            } const here(inside);
                            for (;;)
                                checkpoint();
                        });
                    } catch (const Stopped&) {
                        unwound = inside == 0;
                        throw;
                    }
                });
            });
            EXPECT_TRUE(eventually([&] { return inside == 2; }));
            runtime.stopAll();
            thread.join();
        }
        EXPECT_TRUE(unwound);
    }
}

TEST(Team, WhatAJobThrowsFailsTheRun)
{
    Runtime runtime(1);
    Actor& main = runtime.addActor("MainThread", "", TrackKind::main);
    std::thread thread([&] {
        runAs(main, [&] {
            Team team(runtime, {.group = "Threads", .prefix = "Thread"});
            team.grow();
            team.run(1, [](std::size_t) { throw std::runtime_error("on purpose"); });
            team.run(1, [](std::size_t) {});
            ADD_FAILURE() << "the run went on";
        });
    });
    thread.join();
    EXPECT_TRUE(runtime.failure());
}

TEST(ParallelFor, CoversEachItemOnce)
{
    TestRun test;
    test.run([&] {
        Team team(test.runtime(), {.group = "Threads", .prefix = "Thread"});
        for (int i = 0; i < 3; ++i)
            team.grow();
        for (const LoopSchedule schedule : {LoopSchedule::fixed, LoopSchedule::dynamic})
            for (const std::int64_t items : {0, 1, 2, 3, 7, 100})
                for (const std::int64_t batch : {1, 3, 1000})
                    for (std::size_t jobs = 1; jobs <= 3; ++jobs) {
                        std::vector<std::atomic<int>> done(static_cast<std::size_t>(items));
                        parallelFor(team, jobs, items, {schedule, batch},
                                    [&](std::size_t k, std::int64_t first, std::int64_t last) {
                                        EXPECT_LT(k, jobs);
                                        for (std::int64_t i = first; i < last; ++i)
                                            ++done[static_cast<std::size_t>(i)];
                                    });
                        EXPECT_TRUE(std::ranges::all_of(done, [](const auto& n) { return n == 1; }));
                    }
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
}

} // namespace
} // namespace threadscape
