#include "engine/experiments/invariants.h"
#include "support/eventually.h"

namespace threadscape {
namespace {

void expectTotalKept(const RunResult& result)
{
    EXPECT_GT(result.findings.integer("total_before"), 0);
    EXPECT_EQ(result.findings.integer("total_after"), result.findings.integer("total_before"));
}

bool isDeadlocked(const RunResult& result)
{
    return std::get<bool>(result.findings.find("deadlocked")->value);
}

std::vector<std::string> cycleOf(const RunResult& result)
{
    return std::get<std::vector<std::string>>(result.findings.find("cycle")->value);
}

TEST(Deadlock, IsFoundNamedAndEndsTheRunWithoutLosingMoney)
{
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const RunResult result =
            runToEnd({.experiment = "deadlock", .settings = {{"seconds", "0"}}, .seed = seed});
        EXPECT_EQ(result.outcome, Outcome::deadlocked);
        EXPECT_TRUE(isDeadlocked(result));
        const std::vector<std::string> cycle = cycleOf(result);
        ASSERT_EQ(cycle.size(), 4U);
        EXPECT_EQ(cycle[0], "Thread-1");
        EXPECT_EQ(cycle[2], "Thread-2");
        EXPECT_NE(cycle[1], cycle[3]);
        EXPECT_GE(result.findings.number("found_after_ms"), 0);
        EXPECT_EQ(result.answer.english(), "Thread-1 holds " + cycle[3] + " and wants " + cycle[1] +
                                               "; Thread-2 holds " + cycle[1] + " and wants " + cycle[3] +
                                               ". No money was lost.");
        EXPECT_TRUE(result.warnings.empty());
        expectTotalKept(result);
    }
}

TEST(Deadlock, ALargerCircleIsNamedToo)
{
    const RunResult result = runToEnd(
        {.experiment = "deadlock", .settings = {{"accounts", "3"}, {"threads", "8"}, {"seconds", "0"}}});
    EXPECT_EQ(result.outcome, Outcome::deadlocked);
    EXPECT_EQ(cycleOf(result).size() % 2, 0U);
    EXPECT_GE(cycleOf(result).size(), 4U);
    expectTotalKept(result);
}

TEST(Deadlock, InOneOrderNeverHappens)
{
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const RunResult result = runToEnd({.experiment = "deadlock",
                                           .settings = {{"ordered", "true"},
                                                        {"threads", "8"},
                                                        {"accounts", "3"},
                                                        {"work_ms", "0"},
                                                        {"transfers", "300"},
                                                        {"seconds", "0"}},
                                           .seed = seed});
        EXPECT_EQ(result.outcome, Outcome::finished);
        EXPECT_FALSE(isDeadlocked(result));
        EXPECT_EQ(result.findings.integer("transfers"), 300);
        EXPECT_TRUE(result.warnings.empty()) << result.warnings.front().english();
        expectTotalKept(result);
    }
}

TEST(Deadlock, BothOrdersAreWarnedOfThoughNothingDeadlocked)
{
    // With a long pause between transfers that never meet: two threads, but one does all the work.
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const RunResult result =
            runToEnd({.experiment = "deadlock",
                      .settings = {{"transfers", "8"}, {"work_ms", "0"}, {"seconds", "0"}},
                      .seed = seed});
        expectTotalKept(result);
        if (result.outcome != Outcome::finished || result.warnings.empty())
            continue;
        EXPECT_EQ(result.warnings.size(), 1U);
        EXPECT_NE(result.warnings.front().english().find("both orders"), std::string::npos);
        return;
    }
    ADD_FAILURE() << "in 50 runs, none went both ways and ended";
}

TEST(Philosophers, TheNaiveOnesEndInANamedDeadlock)
{
    // With a long way to the second fork all have the first one, however slow the machine; with a short one they do as soon as
    // they come together, which is a matter of some runs beside other programs.
    for (const char* reach : {"200", "1"}) {
        RunResult result;
        EXPECT_TRUE(eventually([&] {
            result =
                runToEnd({.experiment = "philosophers", .settings = {{"reach_ms", reach}}, .seconds = 3});
            return result.outcome == Outcome::deadlocked;
        })) << reach;
        EXPECT_TRUE(isDeadlocked(result));
        EXPECT_TRUE(result.answer.english().starts_with("Yes, ")) << result.answer.english();
    }
}

TEST(Philosophers, InOrderOrWithAWaiterEverybodyEats)
{
    for (const char* strategy : {"ordered", "waiter"})
        for (const char* seats : {"2", "5"}) {
            auto run =
                LiveRun::start({.experiment = "philosophers",
                                .settings = {{"strategy", strategy}, {"seats", seats}, {"seconds", "0"}}});
            ASSERT_TRUE(run);
            EXPECT_TRUE(eventually([&] { return (*run)->findings().integer("meals_min") >= 20; }));
            (*run)->stop();
            ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
            const RunResult result = (*run)->result();
            EXPECT_EQ(result.outcome, Outcome::stopped);
            EXPECT_FALSE(isDeadlocked(result));
            EXPECT_LE(result.findings.integer("meals_min"), result.findings.integer("meals_max"));
            EXPECT_GE(result.findings.integer("meals"), result.findings.integer("meals_max"));
        }
}

TEST(ForeignRelease, GoesThroughForALockAndIsRefusedByAnRLock)
{
    const RunResult lock = runToEnd({.experiment = "foreign-release", .settings = {{"delay_ms", "30"}}});
    EXPECT_EQ(lock.outcome, Outcome::finished);
    EXPECT_GT(lock.findings.number("waited_ms"), 0);
    EXPECT_EQ(lock.locks.at(0).contended, 1U);
    EXPECT_TRUE(std::holds_alternative<std::monostate>(lock.findings.find("error")->value));

    const RunResult rlock =
        runToEnd({.experiment = "foreign-release", .settings = {{"delay_ms", "30"}, {"kind", "RLock"}}});
    EXPECT_EQ(rlock.outcome, Outcome::finished);
    EXPECT_EQ(rlock.locks.at(0).contended, 0U);
    EXPECT_NE(std::get<Text>(rlock.findings.find("error")->value).english().find("only by the thread"),
              std::string::npos);
}

// The stranger's record of the first hold may be read after main's of the second.
TEST(ForeignRelease, TheHoldsStandInTheirOrderHoweverSoonTheStrangerComes)
{
    for (std::uint64_t seed = 1; seed <= 100; ++seed)
        runToEnd({.experiment = "foreign-release", .settings = {{"delay_ms", "0"}}, .seed = seed});
}

} // namespace
} // namespace threadscape
