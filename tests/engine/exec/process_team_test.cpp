#include "exec/process_team.h"

#include "exec/worker_arguments.h"
#include "support/test_run.h"
#include "support/worker_trials.h"
#include "sync/misuse.h"

#include <csignal>

#include <gmock/gmock.h>

namespace threadscape {
namespace {

constexpr std::int64_t kNever = -1;

std::vector<std::vector<std::byte>> teamOrders(std::size_t jobs, std::int64_t limit,
                                               std::int64_t failAt = kNever)
{
    return {jobs, packArguments(limit, failAt)};
}

TEST(ProcessTeam, MembersTakeWhatIsNextAndNothingIsLost)
{
    TestRun test;
    test.run([&] {
        ProcessTeam team(test.runtime(), {.group = "Processes", .prefix = "Process"});
        for (int i = 0; i < 3; ++i)
            EXPECT_GT(team.grow(), 0);
        for (int round = 0; round < 20; ++round)
            for (std::size_t jobs = 1; jobs <= 3; ++jobs) {
                constexpr std::int64_t kLimit = 1000;
                std::vector<std::vector<std::byte>> replies;
                const Lap lap = team.run(kTrialSum, teamOrders(jobs, kLimit), replies);
                ASSERT_EQ(lap.jobs.size(), jobs);
                ASSERT_EQ(replies.size(), jobs);
                std::int64_t sum = 0;
                std::int64_t count = 0;
                for (std::size_t k = 0; k < jobs; ++k) {
                    const auto found = unpackArguments<std::int64_t, std::int64_t>(replies[k]);
                    ASSERT_TRUE(found);
                    sum += std::get<0>(*found);
                    count += std::get<1>(*found);
                    EXPECT_LE(lap.fromNs, lap.jobs[k].fromNs);
                    EXPECT_LE(lap.jobs[k].fromNs, lap.jobs[k].toNs);
                    EXPECT_LE(lap.jobs[k].toNs, lap.toNs);
                }
                EXPECT_EQ(sum, kLimit * (kLimit - 1) / 2);
                EXPECT_EQ(count, kLimit);
            }
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
}

TEST(ProcessTeam, MembersEndByThemselves)
{
    TestRun test;
    test.run([&] {
        TrackId track = kNoTrack;
        {
            ProcessTeam team(test.runtime(), {.group = "Processes", .prefix = "Process"});
            team.grow();
            std::vector<std::vector<std::byte>> replies;
            track = team.run(kTrialSum, teamOrders(1, 10), replies).jobs[0].track;
        }
        EXPECT_EQ(test.runtime().catalogue().track(track).exitCode.load(), 0);
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
}

TEST(ProcessTeam, AJobThatFailsIsASentence)
{
    TestRun test;
    test.run([&] {
        ProcessTeam team(test.runtime(), {.group = "Processes", .prefix = "Process"});
        team.grow();
        std::vector<std::vector<std::byte>> replies;
        try {
            team.run(kTrialSum, teamOrders(1, 10, 5), replies);
            ADD_FAILURE() << "it did not fail";
        } catch (const Misuse& misuse) {
            EXPECT_EQ(misuse.text().english(), "Process-1 failed: it was told to fail.");
        }
        try {
            team.run({"dance", kTrialSum.function}, teamOrders(1, 10), replies);
            ADD_FAILURE() << "there is no such job";
        } catch (const Misuse& misuse) {
            EXPECT_EQ(misuse.text().english(), "Process-1 failed: the worker knows no function dance.");
        }
        EXPECT_NO_THROW(team.run(kTrialSum, teamOrders(1, 10), replies)); // and goes on
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
}

TEST(ProcessTeam, AFailureLeavesNoReplyToTheNextLap)
{
    TestRun test;
    test.run([&] {
        ProcessTeam team(test.runtime(), {.group = "Processes", .prefix = "Process"});
        team.grow();
        team.grow();
        std::vector<std::vector<std::byte>> replies;
        EXPECT_THROW(team.run(kTrialSum, teamOrders(2, 10, 5), replies), Misuse);
        constexpr std::int64_t kLimit = 1000;
        team.run(kTrialSum, teamOrders(2, kLimit), replies);
        std::int64_t sum = 0;
        for (const auto& reply : replies)
            sum += std::get<0>(unpackArguments<std::int64_t, std::int64_t>(reply).value());
        EXPECT_EQ(sum, kLimit * (kLimit - 1) / 2);
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
}

TEST(ProcessTeam, AMemberThatDiesIsASentence)
{
    TestRun test;
    test.run([&] {
        ProcessTeam team(test.runtime(), {.group = "Processes", .prefix = "Process"});
        team.grow();
        std::vector<std::vector<std::byte>> replies;
        const Lap lap = team.run(kTrialSum, teamOrders(1, 10), replies);
        const auto pid = test.runtime().catalogue().track(lap.jobs[0].track).osId.load();
        ASSERT_GT(pid, 0);
        ::kill(pid, SIGKILL);
        EXPECT_THROW(for (;;) team.run(kTrialSum, teamOrders(1, 10), replies), Misuse);
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
}

} // namespace
} // namespace threadscape
