#include "engine/experiments/invariants.h"
#include "support/eventually.h"

#include <gmock/gmock.h>

namespace threadscape {
namespace {

using testing::Each;
using testing::ElementsAre;
using Numbers = std::vector<std::int64_t>;
using Settings = std::map<std::string, std::string>;

Numbers numbers(const RunResult& result, const char* finding)
{
    return std::get<Numbers>(result.findings.find(finding)->value);
}

RunResult countDown(Settings settings)
{
    settings.emplace("count", "3");
    return runToEnd({.experiment = "processes", .settings = std::move(settings), .speed = 100});
}

TEST(Processes, LeaveTheirParentsVariableAlone)
{
    const RunResult result = countDown({});
    EXPECT_EQ(result.outcome, Outcome::finished);
    EXPECT_THAT(numbers(result, "exit_codes"), ElementsAre(0, 0, 0));
    EXPECT_EQ(result.findings.integer("parent_value"), 100);
    EXPECT_THAT(numbers(result, "child_values"), ElementsAre(103, 103, 103));
    EXPECT_THAT(result.answer.english(), testing::StartsWith("Processes do not"));
}

TEST(Processes, ThreadsChangeIt)
{
    const RunResult result = countDown({{"as", "thread"}});
    EXPECT_EQ(result.findings.integer("parent_value"), 109);
    EXPECT_THAT(numbers(result, "child_values"), testing::Contains(109));
    EXPECT_THAT(result.answer.english(), testing::StartsWith("Threads do"));
}

TEST(Processes, EndAsTold)
{
    EXPECT_THAT(numbers(countDown({{"exit", "error"}}), "exit_codes"), ElementsAre(1, 1, 1));
    EXPECT_THAT(numbers(countDown({{"exit", "killed"}}), "exit_codes"), ElementsAre(-9, -9, -9));
    const RunResult daemons =
        runToEnd({.experiment = "processes",
                  .settings = {{"daemon", "true"}, {"interval_ms", "20"}, {"processes", "2"}}});
    EXPECT_THAT(numbers(daemons, "exit_codes"), Each(-15));
}

TEST(Processes, AreInTheTableWithPidAndExitCode)
{
    const RunResult result = countDown({{"exit", "killed"}, {"processes", "2"}});
    int seen = 0;
    for (const auto& track : result.tracks) {
        if (track.kind != TrackKind::process)
            continue;
        ++seen;
        EXPECT_GT(track.osId, 0);
        EXPECT_EQ(track.exitCode, -9);
        EXPECT_FALSE(track.alive);
    }
    EXPECT_EQ(seen, 2);
}

TEST(Processes, NobodyKillsASingleThread)
{
    const auto run =
        LiveRun::start({.experiment = "processes", .settings = {{"as", "thread"}, {"exit", "killed"}}});
    ASSERT_FALSE(run);
    EXPECT_EQ(run.error().text.english(), "exit=killed needs as=process: nobody can kill a single thread.");
}

TEST(Processes, AMovedSettingReachesThem)
{
    auto run = LiveRun::start({.experiment = "processes",
                               .settings = {{"interval_ms", "5000"}, {"count", "2"}, {"processes", "2"}},
                               .seconds = 0});
    ASSERT_TRUE(run);
    ASSERT_TRUE((*run)->change("interval_ms", std::int64_t{1}));
    ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
    EXPECT_EQ((*run)->outcome(), Outcome::finished);
    EXPECT_LT((*run)->result().seconds, 5) << "the first sleep was re-timed";
}

TEST(Processes, AStopEndsThem)
{
    auto run =
        LiveRun::start({.experiment = "processes", .settings = {{"interval_ms", "5000"}}, .seconds = 0});
    ASSERT_TRUE(run);
    (*run)->stop();
    ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(10)));
    EXPECT_EQ((*run)->outcome(), Outcome::stopped);
    EXPECT_EQ(validate(*(*run)->trace()), std::vector<std::string>());
}

class SharedCounterProtection : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(, SharedCounterProtection, ::testing::Values("lock", "semaphore", "condition"));

TEST_P(SharedCounterProtection, LosesNothing)
{
    for (const char* increments : {"1", "500", "60000"}) { // the last: too many to record each
        const RunResult result =
            runToEnd({.experiment = "shared-counter",
                      .settings = {{"protection", GetParam()}, {"increments", increments}}});
        EXPECT_EQ(result.outcome, Outcome::finished);
        EXPECT_EQ(result.findings.integer("expected"), 2 * std::stoi(increments));
        EXPECT_EQ(result.findings.integer("counted"), result.findings.integer("expected"));
        EXPECT_EQ(result.findings.integer("lost"), 0);
    }
}

TEST_P(SharedCounterProtection, ADeadOwnerHangsNobody)
{
    const RunResult result = runToEnd(
        {.experiment = "shared-counter",
         .settings = {
             {"protection", GetParam()}, {"processes", "3"}, {"increments", "200"}, {"kill_owner", "true"}}});
    EXPECT_EQ(result.outcome, Outcome::finished);
    EXPECT_EQ(result.findings.integer("owners_lost"), 1);
    EXPECT_EQ(result.findings.integer("expected"), 500);
    EXPECT_EQ(result.findings.integer("lost"), 0);
    EXPECT_THAT(result.answer.english(), testing::StartsWith("Nobody waits for ever"));
}

TEST_P(SharedCounterProtection, LosesNothingInManyRounds)
{
    for (const char* increments : {"1", "700"}) { // the second: too many to record each
        const RunResult result = runToEnd({.experiment = "shared-counter",
                                           .settings = {{"protection", GetParam()},
                                                        {"processes", "3"},
                                                        {"increments", increments},
                                                        {"until_lost", "1"}}});
        EXPECT_EQ(result.outcome, Outcome::finished);
        EXPECT_EQ(result.findings.integer("rounds"), 100);
        EXPECT_EQ(result.findings.integer("expected"), 100 * 3 * std::stoi(increments));
        EXPECT_EQ(result.findings.integer("counted"), result.findings.integer("expected"));
        EXPECT_EQ(result.findings.integer("lost"), 0);
    }
}

TEST(SharedCounter, ALectureEndsWhenSomethingIsLost)
{
    for (int i = 0; i < 5; ++i) {
        const RunResult result = runToEnd({.experiment = "shared-counter", .preset = "lecture"});
        EXPECT_EQ(result.outcome, Outcome::finished);
        EXPECT_GT(result.findings.integer("lost"), 0);
        EXPECT_EQ(result.findings.integer("expected"), result.findings.integer("rounds") * 100000);
        EXPECT_TRUE(sentenceOf(result).starts_with(result.findings.integer("rounds") == 1
                                                       ? "No: %1 of %2 increments were lost. "
                                                       : "No: it took %n rounds until "))
            << sentenceOf(result);
    }
}

TEST(SharedCounter, AsManyRoundsAsSetAreCounted)
{
    const RunResult result =
        runToEnd({.experiment = "shared-counter",
                  .settings = {{"rounds", "4"}, {"increments", "12000"}, {"protection", "lock"}}});
    EXPECT_EQ(result.findings.integer("rounds"), 4) << "all recorded: see runToEnd";
    EXPECT_EQ(result.findings.integer("expected"), 4 * 24000);
    EXPECT_EQ(result.findings.integer("counted"), 4 * 24000);
}

TEST(SharedCounter, OneProcessShowsNothing)
{
    const RunResult result =
        runToEnd({.experiment = "shared-counter", .settings = {{"processes", "1"}, {"increments", "100"}}});
    EXPECT_EQ(result.findings.integer("counted"), 100);
    EXPECT_EQ(sentenceOf(result),
              "Yes, all %1, but it shows nothing: a single process has nobody to overwrite its sums.");
}

TEST(SharedCounter, AnOwnerThatDiesEndsItsOnlyRound)
{
    for (const auto& [name, value] : {std::pair{"rounds", "2"}, {"until_lost", "1"}})
        EXPECT_FALSE(configure({.experiment = "shared-counter",
                                .settings = {{"kill_owner", "true"}, {"protection", "lock"}, {name, value}}}))
            << name;
}

class PipeCarrier : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(, PipeCarrier, ::testing::Values("pipe", "queue", "socket", "shared"));

TEST_P(PipeCarrier, BringsEverySizeBackIntact)
{
    for (const char* bytes : {"1", "64", "4097", "65537", "1048576"}) {
        const RunResult result = runToEnd(
            {.experiment = "pipe", .settings = {{"via", GetParam()}, {"bytes", bytes}, {"rounds", "5"}}});
        EXPECT_EQ(result.outcome, Outcome::finished) << bytes;
        EXPECT_TRUE(std::get<bool>(result.findings.find("intact")->value)) << bytes;
        EXPECT_EQ(result.findings.integer("rounds_done"), 5);
        EXPECT_GT(result.findings.number("round_trip_median_us"), 0);
    }
}

TEST_P(PipeCarrier, AStopEndsItInTheMiddle)
{
    auto run = LiveRun::start(
        {.experiment = "pipe", .settings = {{"via", GetParam()}, {"rounds", "1000000"}}, .seconds = 0});
    ASSERT_TRUE(run);
    EXPECT_TRUE(eventually([&] { return (*run)->findings().integer("rounds_done") > 10; }));
    (*run)->stop();
    ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(30)));
    EXPECT_EQ((*run)->outcome(), Outcome::stopped);
    EXPECT_EQ(validate(*(*run)->trace()), std::vector<std::string>());
}

RunResult breakPool(Settings settings)
{
    settings.emplace("task_ms", "30");
    settings.emplace("kill_after_ms", "50");
    return runToEnd({.experiment = "broken-pool", .settings = std::move(settings)});
}

TEST(BrokenPool, EveryUnfinishedFutureSaysSo)
{
    const RunResult result = breakPool({{"tasks", "200"}});
    EXPECT_EQ(result.outcome, Outcome::finished);
    EXPECT_GT(result.findings.integer("broken"), 0);
    EXPECT_EQ(result.findings.integer("done") + result.findings.integer("broken"), 200);
    EXPECT_EQ(result.findings.integer("orphans"), 0);
    EXPECT_GE(result.findings.number("detected_after_ms"), 0);
    const std::string words = std::get<Text>(result.findings.find("error")->value).english();
    EXPECT_THAT(words, testing::HasSubstr("signal 9"));
    EXPECT_THAT(result.answer.english(), testing::HasSubstr("No process is left"));
}

TEST(BrokenPool, ARecoveryFinishesTheRest)
{
    const RunResult result = breakPool({{"tasks", "60"}, {"recover", "true"}});
    EXPECT_GT(result.findings.integer("broken"), 0);
    EXPECT_EQ(result.findings.integer("done"), 60);
    EXPECT_EQ(result.findings.integer("orphans"), 0);
}

TEST(BrokenPool, WhereNobodyDiesAllIsDone)
{
    const RunResult result = breakPool({{"tasks", "4"}, {"task_ms", "1"}, {"kill_after_ms", "60000"}});
    EXPECT_EQ(result.findings.integer("done"), 4);
    EXPECT_EQ(result.findings.integer("broken"), 0);
    EXPECT_TRUE(std::holds_alternative<std::monostate>(result.findings.find("detected_after_ms")->value));
}

} // namespace
} // namespace threadscape
