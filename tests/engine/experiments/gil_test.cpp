#include "engine/experiments/invariants.h"

#include "measure/judgement.h"
#include "support/eventually.h"

namespace threadscape {
namespace {

using Settings = std::map<std::string, std::string>;

TEST(InterpreterLock, WhoOnlyCalculateTakeTurns)
{
    const RunResult result =
        runToEnd({.experiment = "gil", .settings = {{"threads", "3"}, {"switch_ms", "20"}}, .seconds = 1.2});
    EXPECT_EQ(result.outcome, Outcome::timeUp);
    const Findings& found = result.findings;
    EXPECT_GT(found.number("rounds_per_s"), 0);
    EXPECT_LE(found.number("speedup_over_one_thread"), kAboveLimit); // 0: not resolved, on a busy machine
    EXPECT_GT(found.integer("switches"), 2);
    // Nobody lets go of it by himself before the end.
    EXPECT_LE(found.integer("switches"), found.integer("switches_forced") + 3);
    EXPECT_GT(found.number("gil_held_share"), 0.5); // all but the time that a wake-up takes
    EXPECT_LE(found.number("gil_held_share"), 1);

    ASSERT_EQ(result.locks.size(), 1U);
    EXPECT_EQ(result.locks[0].kind, "GIL");
    EXPECT_GT(static_cast<std::int64_t>(result.locks[0].acquisitions), found.integer("switches"));
    const double alone = 1.2 / 6;
    const double held = alone + found.number("gil_held_share") * (result.seconds - alone);
    EXPECT_NEAR(result.locks[0].holdTotalS, held, 0.1 * held + 0.02);
    double waited = 0;
    for (const TrackSummary& track : result.tracks)
        waited += track.stateS[static_cast<std::size_t>(State::gil)];
    EXPECT_GT(waited, result.seconds); // two of three, always
}

TEST(InterpreterLock, WaitingWithoutItOverlaps)
{
    const Settings onlyWaits{{"threads", "8"}, {"cpu_ms", "0"}, {"io_ms", "10"}};
    const RunResult result = runToEnd({.experiment = "gil", .settings = onlyWaits, .seconds = 0.6});
    EXPECT_LT(result.findings.number("gil_held_share"), 0.3);
    if (std::holds_alternative<double>(result.findings.find("speedup_over_one_thread")->value)) {
        EXPECT_GT(result.findings.number("speedup_over_one_thread"), 2);
        EXPECT_NE(result.answer.english().find("lets go of the lock"), std::string::npos);
    } else { // others had the cores
        EXPECT_NE(result.answer.english().find("is not resolved"), std::string::npos);
    }

    Settings keeps = onlyWaits;
    keeps["release_for_io"] = "false";
    const RunResult kept = runToEnd({.experiment = "gil", .settings = keeps, .seconds = 0.6});
    EXPECT_GT(kept.findings.number("gil_held_share"), 0.5);
    EXPECT_LT(kept.findings.number("speedup_over_one_thread"), 2);
    EXPECT_TRUE(kept.answer.english().starts_with("One lock")) << kept.answer.english();
}

TEST(InterpreterLock, WhoCalculatesWithoutItIsNotMadeToSwitch)
{
    const RunResult result =
        runToEnd({.experiment = "gil", .settings = {{"release_for_cpu", "true"}}, .seconds = 0.6});
    EXPECT_LT(result.findings.number("gil_held_share"), 0.5);
    // Who has the lock gives it back by himself, unless he loses his core with it.
    EXPECT_LT(result.findings.integer("switches_forced"), result.findings.integer("switches") / 2 + 5);
}

TEST(InterpreterLock, RoundsOfNothingEndToo)
{
    for (const char* threads : {"1", "4"}) {
        const RunResult result =
            runToEnd({.experiment = "gil",
                      .settings = {{"threads", threads}, {"cpu_ms", "0"}, {"io_ms", "0"}, {"switch_ms", "0"}},
                      .seconds = 0.3});
        EXPECT_EQ(result.outcome, Outcome::timeUp);
        EXPECT_GT(result.findings.number("rounds_per_s"), 0);
        EXPECT_LE(result.findings.number("speedup_over_one_thread"), kAboveLimit);
    }
}

TEST(InterpreterLock, StopsAtOnceWhateverItDoes)
{
    for (const char* ms : {"0", "1000"}) {
        auto run = LiveRun::start({.experiment = "gil",
                                   .settings = {{"threads", "4"}, {"cpu_ms", ms}, {"io_ms", "1000"}},
                                   .seconds = 0});
        ASSERT_TRUE(run);
        EXPECT_TRUE(eventually([&] { return (*run)->elapsedNs() > 0; }));
        (*run)->stop();
        ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
        EXPECT_EQ((*run)->outcome(), Outcome::stopped);
        EXPECT_FALSE((*run)->answer().empty());
        EXPECT_TRUE(validate(*(*run)->trace()).empty());
    }
}

TEST(InterpreterLock, AMovedIntervalCountsAtOnce)
{
    auto run = LiveRun::start({.experiment = "gil", .settings = {{"switch_ms", "100"}}, .seconds = 60});
    ASSERT_TRUE(run);
    ASSERT_TRUE((*run)->change("switch_ms", std::int64_t{0}));
    // With the old one it would be 600 at most, at the end.
    EXPECT_TRUE(eventually([&] { return (*run)->findings().integer("switches") > 1'000; }));
    (*run)->stop();
    ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
}

TEST(InterpreterLock, TheAnswerSaysWhyItIsFaster)
{
    // From findings that are given: how much faster it is depends on how many cores are free.
    const auto answer = [](const Settings& settings, double gain) {
        const auto experiment = configure({.experiment = "gil", .settings = settings});
        Findings found;
        found.add("gil_held_share", Template{}, 0.99);
        found.add("switches", Template{}, std::int64_t{590});
        if (gain > 0)
            found.add("speedup_over_one_thread", Template{}, gain);
        return (*experiment)->answer(found, Outcome::timeUp).sentence().english();
    };
    EXPECT_TRUE(answer({}, 0.98).starts_with("One lock, held 99 % of the time, changed hands 590 times in"));
    EXPECT_TRUE(answer({}, 1.3).starts_with("One lock")); // whatever made it so, no wait for input and output
    EXPECT_NE(answer({{"release_for_cpu", "true"}}, 1.9).find("calculate without the lock"),
              std::string::npos);
    EXPECT_TRUE(answer({{"release_for_cpu", "true"}}, 1.01).starts_with("One lock"));
    EXPECT_NE(answer({{"io_ms", "20"}}, 1.9).find("lets go of the lock"), std::string::npos);
    EXPECT_TRUE(answer({{"threads", "1"}}, 1).starts_with("Nothing"));
    EXPECT_NE(answer({}, 0).find("alone"), std::string::npos);
}

} // namespace
} // namespace threadscape
