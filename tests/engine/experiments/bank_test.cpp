#include "engine/experiments/invariants.h"
#include "support/eventually.h"

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
    EXPECT_EQ(result.outcome, Outcome::stalled);
    EXPECT_GE(result.seconds, 0.5) << "a changed setting could still have ended it";
    EXPECT_EQ(result.findings.integer("withdrawals"), 0);
    EXPECT_GE(result.findings.number("wait_max_ms"), 400);
    EXPECT_EQ(sentenceOf(result),
              "All of them, for ever: nobody deposits, so nobody can wake them. The longest wait "
              "was %1.");
    for (const TrackSummary& track : result.tracks)
        if (track.name.starts_with("Withdrawer")) {
            EXPECT_GT(track.stateS[static_cast<std::size_t>(State::condition)], 0.3) << track.name;
        }
}

// The first take what there was: it is the others that can never go on.
TEST(Bank, WhatWasThereIsTakenAndThenAllWait)
{
    const RunResult result =
        runToEnd({.experiment = "bank",
                  .settings = {{"depositors", "0"}, {"initial_balance", "100"}, {"withdraw_pause_ms", "0"}},
                  .seconds = 0.5});
    EXPECT_EQ(result.outcome, Outcome::stalled);
    EXPECT_GT(result.findings.integer("withdrawals"), 0);
    EXPECT_EQ(sentenceOf(result),
              "In the end all of them, for ever: after %n withdrawals too little was left, and "
              "nobody deposits. The longest wait was %1.");
}

// Somebody does wake them, only to no avail.
TEST(Bank, SpuriousWakeUpsAreNoStall)
{
    const RunResult result = runToEnd({.experiment = "bank",
                                       .settings = {{"depositors", "0"}, {"spurious_per_s", "1000"}},
                                       .seconds = 0.5});
    EXPECT_EQ(result.outcome, Outcome::timeUp);
    EXPECT_GT(result.findings.integer("spurious_wakeups"), 0);
    EXPECT_EQ(sentenceOf(result),
              "All of them: nobody deposits. Each of the %n spurious wake-ups was in vain. The "
              "longest wait was %1.");
}

TEST(Bank, NobodyStarvesWhereNobodyWithdraws)
{
    const RunResult result = runToEnd({.experiment = "bank",
                                       .settings = {{"withdrawers", "0"}, {"deposit_pause_ms", "5"}},
                                       .seconds = 0.3});
    EXPECT_EQ(result.outcome, Outcome::timeUp);
    EXPECT_GT(result.findings.integer("deposits"), 0);
    EXPECT_EQ(sentenceOf(result),
              "Nobody starved: nobody withdrew, and %n deposits brought the balance to %1.");
}

TEST(Bank, AskedOfNobodyItAsksAnotherQuestion)
{
    const auto asked = [](std::map<std::string, std::string> settings) {
        return std::string(
            (*configure({.experiment = "bank", .settings = std::move(settings)}))->question().form().source);
    };
    EXPECT_EQ(asked({}), "Do %n withdrawers starve when %1 deposit?");
    EXPECT_EQ(asked({{"depositors", "1"}}), "Do %n withdrawers starve when one deposits?");
    EXPECT_EQ(asked({{"depositors", "0"}}), "Do %n withdrawers starve when nobody deposits?");
    EXPECT_EQ(asked({{"withdrawers", "0"}}), "Does anybody starve when nobody withdraws?");
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
    EXPECT_LT(result.findings.integer("balance_min"), 0);
    EXPECT_LE(result.findings.integer("balance_min"), result.findings.integer("balance"));
    EXPECT_EQ(result.findings.integer("overdrawn_spurious"), 0);
}

constexpr const char* kTaken =
    "Worse: the balance fell to %1. Woken withdrawers took their money without looking "
    "again, after another had taken it.";
constexpr const char* kTooLittle =
    "Worse: the balance fell to %1. Withdrawers were woken by a deposit that was too "
    "small for them, and took their money without looking again.";
constexpr const char* kSpurious =
    "Worse: the balance fell to %1. Withdrawers were woken without a deposit, and took "
    "their money without looking again: spurious wake-ups.";

// There never was any money that another could have taken.
TEST(Bank, ASpuriousWakeUpIsBlamedForWhatItDoes)
{
    const RunResult result =
        runToEnd({.experiment = "bank",
                  .settings = {{"recheck", "if"}, {"depositors", "0"}, {"spurious_per_s", "200"}},
                  .seconds = 0.5});
    expectConserved(result);
    EXPECT_GT(result.findings.integer("overdrawn_spurious"), 0);
    EXPECT_EQ(result.findings.integer("overdrawn_taken"), 0);
    EXPECT_EQ(result.findings.integer("overdrawn_too_little"), 0);
    EXPECT_EQ(sentenceOf(result), kSpurious);
}

TEST(Bank, ADepositThatNeverWasEnoughIsBlamedForItself)
{
    const RunResult result = runToEnd({.experiment = "bank",
                                       .settings = {{"recheck", "if"},
                                                    {"deposit_min", "1"},
                                                    {"deposit_max", "1"},
                                                    {"deposit_pause_ms", "20"},
                                                    {"withdraw_min", "1000"},
                                                    {"withdraw_max", "1000"}},
                                       .seconds = 0.5});
    expectConserved(result);
    EXPECT_GT(result.findings.integer("overdrawn_too_little"), 0);
    EXPECT_EQ(result.findings.integer("overdrawn_taken"), 0);
    EXPECT_EQ(sentenceOf(result), kTooLittle);
}

// One deposit, as much as each of ten wants: all are woken, the first takes it.
TEST(Bank, WhoWasQuickerIsBlamedWhereThereWasEnoughForOne)
{
    auto run = LiveRun::start({.experiment = "bank",
                               .settings = {{"recheck", "if"},
                                            {"depositors", "0"},
                                            {"deposit_min", "10"},
                                            {"deposit_max", "10"},
                                            {"deposit_pause_ms", "5000"},
                                            {"withdraw_min", "10"},
                                            {"withdraw_max", "10"},
                                            {"withdraw_pause_ms", "5000"},
                                            {"seconds", "0"}}});
    ASSERT_TRUE(run);
    ASSERT_TRUE(eventually([&] {
        const auto blocked = (*run)->experiment().blocked();
        return blocked && blocked->waiting == 10;
    }));
    ASSERT_TRUE((*run)->change("depositors", std::int64_t{1}));
    EXPECT_TRUE(eventually([&] { return (*run)->findings().integer("withdrawals") == 10; }));
    (*run)->stop();
    ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
    const RunResult result = (*run)->result();
    expectConserved(result);
    EXPECT_EQ(result.findings.integer("overdrawn_taken"), 9);
    EXPECT_EQ(result.findings.integer("overdrawn_too_little"), 0);
    EXPECT_EQ(result.findings.integer("balance_min"), -90);
    EXPECT_EQ(sentenceOf(result), kTaken);
    EXPECT_EQ((*run)->experiment().answer(result.findings, result.outcome).broken(),
              std::vector<std::string>());
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
    EXPECT_EQ(result.outcome, Outcome::timeUp) << "nobody waits";
    EXPECT_EQ(sentenceOf(result), "Nobody starved: nobody withdrew, and nobody deposited.");
}

} // namespace
} // namespace threadscape
