#include "engine/experiments/invariants.h"

namespace threadscape {
namespace {

using Settings = std::map<std::string, std::string>;

class LocksKind : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(, LocksKind, ::testing::Values("Lock", "RLock", "Semaphore", "BoundedSemaphore"));

TEST_P(LocksKind, IsHeldByNoMoreThanMayAndCountsWhatTheTraceShows)
{
    for (const char* fair : {"false", "true"}) {
        const RunResult result = runToEnd(
            {.experiment = "locks", .settings = {{"kind", GetParam()}, {"fair", fair}}, .seconds = 0.5});
        EXPECT_EQ(result.outcome, Outcome::timeUp);
        EXPECT_GT(result.findings.number("throughput_per_s"), 0);
        EXPECT_LE(result.findings.number("utilisation"), 1.000001);
        ASSERT_EQ(result.locks.size(), 1U);
        EXPECT_EQ(result.locks[0].kind, GetParam());
        // Turns that were cut off in the middle are in the trace alone.
        const double turns = result.findings.number("throughput_per_s") * result.seconds;
        EXPECT_NEAR(turns, static_cast<double>(result.locks[0].acquisitions), turns * 0.1 + 9);
    }
}

TEST_P(LocksKind, TheTraceHasTheTimesThatClocksAroundTheCallsHave)
{
    const RunResult result = runToEnd(
        {.experiment = "locks", .settings = {{"kind", GetParam()}, {"hold_ms", "20"}}, .seconds = 1.0});
    ASSERT_EQ(result.locks.size(), 1U);
    const double held = result.findings.number("utilisation") * result.seconds *
                        (GetParam()[0] == 'S' || GetParam()[0] == 'B' ? 2 : 1);
    ASSERT_GE(held, 0.1);
    ASSERT_GE(result.locks[0].waitTotalS, 0.1);
    EXPECT_NEAR(result.locks[0].holdTotalS, held, held * 0.05);
}

TEST_P(LocksKind, OneReleaseTooManyIsAnErrorButForASemaphore)
{
    const RunResult result = runToEnd({.experiment = "locks",
                                       .settings = {{"kind", GetParam()}, {"over_release", "true"}},
                                       .seconds = 0.2});
    EXPECT_EQ(result.outcome, Outcome::timeUp); // it is a finding, not a failure
    const FindingValue& error = result.findings.find("error")->value;
    if (std::string_view(GetParam()) == "Semaphore") {
        EXPECT_TRUE(std::holds_alternative<std::monostate>(error));
        EXPECT_EQ(result.findings.integer("permits_after"), 3);
        EXPECT_NE(result.answer.english().find("no error"), std::string::npos);
        return;
    }
    ASSERT_TRUE(std::holds_alternative<Text>(error));
    EXPECT_NE(std::get<Text>(error).english().find("elease"), std::string::npos);
    EXPECT_NE(result.answer.english().find("is an error"), std::string::npos);
}

TEST_P(LocksKind, WhoTriesIsRefusedAndDoesNotWait)
{
    const RunResult result = runToEnd(
        {.experiment = "locks",
         .settings = {{"kind", GetParam()}, {"acquire", "try"}, {"hold_ms", "20"}, {"think_ms", "1"}},
         .seconds = 0.5});
    EXPECT_GT(result.findings.integer("refused"), 0);
    EXPECT_EQ(result.locks.at(0).contended, 0U);
}

TEST_P(LocksKind, WhoWaitsAWhileGoesAwayThen)
{
    const RunResult result = runToEnd(
        {.experiment = "locks",
         .settings = {{"kind", GetParam()}, {"acquire", "timeout"}, {"timeout_ms", "5"}, {"hold_ms", "100"}},
         .seconds = 0.6});
    EXPECT_GT(result.findings.integer("refused"), 0);
    EXPECT_GE(result.findings.number("wait_max_ms"), 5);
}

TEST(Locks, TheAnswerSaysHowManyThreadsWouldDo)
{
    // From findings that are given: how much of the time a lock is used depends on how quick the machine is.
    const auto answer = [](const Settings& settings, double utilisation) {
        const auto experiment = configure({.experiment = "locks", .settings = settings});
        Findings found;
        found.add("utilisation", Template{}, utilisation);
        return (*experiment)->answer(found, Outcome::timeUp).english();
    };
    EXPECT_NE(answer({{"hold_ms", "50"}, {"think_ms", "0"}}, 0.95).find("one thread alone"),
              std::string::npos);
    EXPECT_TRUE(answer({{"hold_ms", "50"}, {"think_ms", "50"}}, 0.95).starts_with("No more than 2"));
    EXPECT_TRUE(answer({{"hold_ms", "50"}, {"think_ms", "50"}}, 0.85).starts_with("Something"));
    EXPECT_TRUE(answer({{"threads", "1"}, {"think_ms", "50"}}, 0.95).starts_with("Something"));
}

TEST(Locks, ThreadsComeAndGo)
{
    auto run = LiveRun::start({.experiment = "locks", .settings = {{"kind", "Semaphore"}}, .seconds = 30});
    ASSERT_TRUE(run);
    for (const std::int64_t threads : {1, 20, 3, 64, 2})
        ASSERT_TRUE((*run)->change("threads", threads));
    (*run)->stop();
    ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
    EXPECT_EQ((*run)->outcome(), Outcome::stopped);
    EXPECT_TRUE(validate(*(*run)->trace()).empty());
}

TEST(Locks, ThePicturesFollowTheKind)
{
    const auto experiment = [](const char* kind) {
        return std::move(*configure({.experiment = "locks", .settings = {{"kind", kind}}}));
    };
    EXPECT_EQ(experiment("Lock")->plots().size(), 2U);
    ASSERT_EQ(experiment("Semaphore")->plots().size(), 3U);
    EXPECT_EQ(experiment("BoundedSemaphore")->plots().back().variable, "BoundedSemaphore");
}

} // namespace
} // namespace threadscape
