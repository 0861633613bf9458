#include "exec/process_pool.h"

#include "exec/cancelled.h"
#include "support/trial_process.h"

#include <csignal>
#include <gtest/gtest.h>
#include <sys/syscall.h>

namespace threadscape {
namespace {

constexpr std::int64_t kAnHourNs = 3'600'000'000'000;

std::vector<std::byte> sum(std::int64_t a, std::int64_t b)
{
    return packArguments(a, b);
}

const ProcessPool::Options kWorkers{.group = "Workers", .prefix = "Process"};

TEST(ProcessPool, EachTaskIsDoneOnceAndItsResultArrives)
{
    constexpr std::int64_t kTasks = 500;
    TestRun test;
    test.run([&] {
        ProcessPool pool(test.runtime(), kWorkers, 3);
        std::vector<Future<std::int64_t>> futures;
        for (std::int64_t i = 0; i < kTasks; ++i)
            futures.push_back(pool.submit<std::int64_t>(kTrialAdd, sum(i, 1000)));
        for (std::int64_t i = 0; i < kTasks; ++i)
            EXPECT_EQ(futures[static_cast<std::size_t>(i)].get(), i + 1000);
        pool.shutdown();
        EXPECT_EQ(pool.running(), 0U);
    });
    EXPECT_EQ(test.violations(), std::vector<std::string>());
    const Catalogue& names = test.trace().catalogue();
    std::size_t seen = 0;
    for (std::size_t o = 0; o < names.objects(); ++o) {
        if (names.object(static_cast<ObjectId>(o)).kind != ObjectKind::processPool)
            continue;
        const TaskSeries& tasks = test.trace().object(static_cast<ObjectId>(o)).tasks;
        for (std::size_t i = 0; i < tasks.size(); ++i, ++seen) {
            const TaskRecord task = tasks[i];
            EXPECT_EQ(task.state(), TaskState::done);
            EXPECT_EQ(task.submitted.by, 0);
            ASSERT_LT(task.started.by, names.tracks());
            EXPECT_EQ(names.track(task.started.by).kind, TrackKind::process);
            EXPECT_EQ(names.text(task.name.id), "task");
        }
    }
    EXPECT_EQ(seen, static_cast<std::size_t>(kTasks));
    for (std::size_t t = 0; t < names.tracks(); ++t)
        if (names.track(static_cast<TrackId>(t)).kind == TrackKind::process) {
            EXPECT_EQ(names.track(static_cast<TrackId>(t)).exitCode.load(), 0);
        }
}

TEST(ProcessPool, MapKeepsTheOrderOfItsInputs)
{
    for (const std::size_t chunk : {1U, 7U, 64U, 1000U}) {
        TestRun test;
        test.run([&] {
            ProcessPool pool(test.runtime(), kWorkers, 2);
            std::vector<std::vector<std::byte>> inputs;
            for (std::int64_t i = 0; i < 300; ++i)
                inputs.push_back(sum(i, i));
            const auto name = TaskName{test.runtime().catalogue().intern("double"), true};
            const std::vector<std::int64_t> results =
                pool.map<std::int64_t>(kTrialAdd, std::move(inputs), chunk, name).results();
            ASSERT_EQ(results.size(), 300U);
            for (std::size_t i = 0; i < results.size(); ++i)
                EXPECT_EQ(results[i], static_cast<std::int64_t>(2 * i));
        });
        EXPECT_EQ(test.violations(), std::vector<std::string>()) << chunk;
    }
}

TEST(ProcessPool, WhatATaskThrowsArrivesInItsWords)
{
    TestRun test;
    test.run([&] {
        ProcessPool pool(test.runtime(), kWorkers, 1);
        auto failing = pool.submit<std::int64_t>(kTrialFail, {});
        auto senseless = pool.submit<std::int64_t>(kTrialAdd, packArguments(std::uint8_t{1}));
        auto sound = pool.submit<std::int64_t>(kTrialAdd, sum(1, 2));
        auto wrongType = pool.submit<std::uint8_t>(kTrialAdd, sum(1, 2));
        try {
            failing.get();
            ADD_FAILURE() << "nothing was thrown";
        } catch (const RemoteFailure& failure) {
            EXPECT_STREQ(failure.what(), "it was told to fail");
        }
        EXPECT_THROW(senseless.get(), RemoteFailure);
        EXPECT_EQ(sound.get(), 3);
        EXPECT_THROW(wrongType.get(), Misuse);
    });
    EXPECT_EQ(test.violations(), std::vector<std::string>());
}

TEST(ProcessPool, AFunctionThatTheWorkerDoesNotKnowFailsByItsName)
{
    TestRun test;
    test.run([&] {
        ProcessPool pool(test.runtime(), kWorkers, 1);
        auto unknown = pool.submit<std::int64_t>({"dance", kTrialAdd.function}, sum(1, 2));
        auto known = pool.submit<std::int64_t>(kTrialAdd, sum(1, 2));
        try {
            unknown.get();
            ADD_FAILURE() << "nothing was thrown";
        } catch (const RemoteFailure& failure) {
            EXPECT_STREQ(failure.what(), "the worker knows no function dance");
        }
        EXPECT_EQ(known.get(), 3);
    });
    EXPECT_EQ(test.violations(), std::vector<std::string>());
}

TEST(ProcessPool, CancelsWhatHasNotBegunAndTakesNothingAfterShutdown)
{
    TestRun test;
    test.run([&] {
        ProcessPool pool(test.runtime(), kWorkers, 1);
        auto runs = pool.submit<std::int64_t>(kTrialSleep, packArguments(std::int64_t{20'000'000}));
        auto waits = pool.submit<std::int64_t>(kTrialAdd, sum(1, 1));
        auto goesOn = pool.submit<std::int64_t>(kTrialAdd, sum(2, 2));
        EXPECT_FALSE(runs.cancel());
        EXPECT_TRUE(waits.cancel());
        EXPECT_THROW(waits.get(), Cancelled);
        pool.shutdown();
        EXPECT_EQ(goesOn.get(), 4);
        EXPECT_THROW(pool.submit<std::int64_t>(kTrialAdd, sum(1, 1)), Misuse);
    });
    EXPECT_EQ(test.violations(), std::vector<std::string>());
}

TEST(ProcessPool, ADeadWorkerBreaksItAndARestartMendsIt)
{
    TestRun test;
    test.run([&] {
        ProcessPool pool(test.runtime(), kWorkers, 2);
        EXPECT_EQ(pool.submit<std::int64_t>(kTrialAdd, sum(1, 1)).get(), 2);
        std::vector<Future<std::int64_t>> futures;
        for (int i = 0; i < 4; ++i)
            futures.push_back(pool.submit<std::int64_t>(kTrialSleep, packArguments(kAnHourNs)));
        const std::int32_t pid = pool.pid(0);
        pool.kill(0);
        for (auto& future : futures) {
            try {
                future.get();
                ADD_FAILURE() << "it has no result";
            } catch (const BrokenProcessPool& broken) {
                const std::string words = broken.text().english();
                EXPECT_NE(words.find(std::to_string(pid)), std::string::npos) << words;
                EXPECT_NE(words.find("signal 9"), std::string::npos) << words;
            }
        }
        EXPECT_EQ(pool.running(), 0U) << "the others are ended too";
        const auto exitCodeOf = [&](TrackId track) {
            return test.runtime().catalogue().track(track).exitCode.load();
        };
        EXPECT_EQ(exitCodeOf(1), -SIGKILL);
        EXPECT_EQ(exitCodeOf(2), -SIGTERM);
        EXPECT_THROW(pool.submit<std::int64_t>(kTrialAdd, sum(1, 1)), BrokenProcessPool);
        pool.restart();
        EXPECT_FALSE(pool.broken());
        EXPECT_EQ(pool.submit<std::int64_t>(kTrialAdd, sum(3, 4)).get(), 7);
    });
    EXPECT_EQ(test.violations(), std::vector<std::string>());
}

TEST(ProcessPool, AStopEndsItInTheMiddleOfTasks)
{
    TestRun test;
    std::int32_t pid = 0;
    test.run([&] {
        ProcessPool pool(test.runtime(), kWorkers, 2);
        pid = pool.pid(1);
        auto future = pool.submit<std::int64_t>(kTrialSleep, packArguments(kAnHourNs));
        test.runtime().stopAll();
        future.get(); // throws Stopped
        ADD_FAILURE();
    });
    EXPECT_EQ(test.violations(), std::vector<std::string>());
    EXPECT_LT(::syscall(SYS_pidfd_open, pid, 0), 0) << "it is gone";
}

} // namespace
} // namespace threadscape
