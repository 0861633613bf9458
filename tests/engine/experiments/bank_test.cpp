#include "engine/experiments/invariants.h"

#include <algorithm>

namespace threadscape {
namespace {

void expectConserved(const RunResult& result)
{
    std::int64_t initial = 0;
    for (const auto& [name, value] : result.settings)
        if (name == "initial_balance")
            initial = std::get<std::int64_t>(value);
    const Findings& found = result.findings;
    EXPECT_EQ(found.integer("balance"), initial + found.integer("deposited") - found.integer("withdrawn"));
}

TEST(Bank, ConservesMoneyAndNeverOverdraws)
{
    const RunResult result = runToEnd({.experiment = "bank", .preset = "lecture", .seconds = 1.0});
    expectConserved(result);
    EXPECT_EQ(result.findings.integer("went_negative"), 0);
    EXPECT_GT(result.findings.integer("deposits"), 0);
    EXPECT_EQ(result.outcome, Outcome::timeUp);
    EXPECT_EQ(std::ranges::count_if(result.tracks,
                                    [](const TrackSummary& track) { return track.kind != TrackKind::core; }),
              16); // main and 15
}

TEST(Bank, WithoutDepositorsEverybodyWaitsToTheEnd)
{
    const RunResult result =
        runToEnd({.experiment = "bank", .settings = {{"depositors", "0"}}, .seconds = 0.5});
    EXPECT_EQ(result.outcome, Outcome::timeUp);
    EXPECT_EQ(result.findings.integer("withdrawals"), 0);
    EXPECT_GE(result.findings.number("wait_max_ms"), 400);
    EXPECT_NE(result.answer.english().find("nobody deposits"), std::string::npos);
    for (const TrackSummary& track : result.tracks)
        if (track.name.starts_with("Withdrawer")) {
            EXPECT_GT(track.stateS[static_cast<std::size_t>(State::condition)], 0.3) << track.name;
        }
}

TEST(Bank, WithoutLookingAgainTheBalanceFallsBelowZero)
{
    const RunResult result = runToEnd({.experiment = "bank",
                                       .settings = {{"recheck", "if"},
                                                    {"notify", "all"},
                                                    {"deposit_pause_ms", "5"},
                                                    {"withdraw_pause_ms", "0"}},
                                       .seconds = 1.0});
    expectConserved(result);
    EXPECT_GT(result.findings.integer("went_negative"), 0);
    EXPECT_NE(result.answer.english().find("without looking again"), std::string::npos);
}

TEST(Bank, AWhileSurvivesSpuriousWakeUps)
{
    const RunResult result = runToEnd({.experiment = "bank",
                                       .settings = {{"spurious_per_s", "500"}, {"deposit_pause_ms", "20"}},
                                       .seconds = 0.5});
    expectConserved(result);
    EXPECT_EQ(result.findings.integer("went_negative"), 0);
    EXPECT_GT(result.findings.integer("useless_wakeups"), 0);
}

TEST(Bank, NobodyAtAllIsARunToo)
{
    const RunResult result = runToEnd(
        {.experiment = "bank", .settings = {{"depositors", "0"}, {"withdrawers", "0"}}, .seconds = 0.1});
    EXPECT_EQ(result.outcome, Outcome::timeUp);
}

} // namespace
} // namespace threadscape
