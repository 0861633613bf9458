#include "engine/experiments/invariants.h"

namespace threadscape {
namespace {

class CounterProtection : public ::testing::TestWithParam<const char*> {};

TEST_P(CounterProtection, LosesNothing)
{
    const RunResult result = runToEnd(
        {.experiment = "counter",
         .settings = {
             {"protection", GetParam()}, {"threads", "3"}, {"increments", "20000"}, {"rounds", "3"}}});
    EXPECT_EQ(result.outcome, Outcome::finished);
    EXPECT_EQ(result.findings.integer("expected"), 3 * 20000 * 3);
    EXPECT_EQ(result.findings.integer("counted"), 3 * 20000 * 3);
    EXPECT_EQ(result.findings.integer("lost"), 0);
    EXPECT_EQ(result.findings.integer("rounds_wrong"), 0);
}

INSTANTIATE_TEST_SUITE_P(All, CounterProtection, ::testing::Values("lock", "atomic"));

TEST_P(CounterProtection, LosesNothingHoweverOftenItTries)
{
    const RunResult result = runToEnd(
        {.experiment = "counter",
         .settings = {
             {"protection", GetParam()}, {"threads", "3"}, {"increments", "2000"}, {"until_lost", "1"}}});
    EXPECT_EQ(result.outcome, Outcome::finished);
    EXPECT_EQ(result.findings.integer("rounds"), 100) << "the rounds end all the same";
    EXPECT_EQ(result.findings.integer("lost"), 0);
    EXPECT_TRUE(sentenceOf(result).starts_with("Yes, in all of %n rounds: "));
}

TEST(Counter, WithoutProtectionTheSumsAddUp)
{
    const RunResult result = runToEnd({.experiment = "counter", .settings = {{"rounds", "20"}}});
    EXPECT_EQ(result.findings.integer("expected"), 20 * 400000);
    EXPECT_EQ(result.findings.integer("counted") + result.findings.integer("lost"), 20 * 400000);
    EXPECT_GE(result.findings.integer("lost"), 0);
    EXPECT_EQ(result.findings.integer("lost") > 0, result.findings.integer("rounds_wrong") > 0);
}

TEST(Counter, ALectureEndsWhenSomethingIsLost)
{
    for (int i = 0; i < 10; ++i) {
        const RunResult result = runToEnd({.experiment = "counter", .preset = "lecture"});
        EXPECT_EQ(result.outcome, Outcome::finished);
        EXPECT_GT(result.findings.integer("lost"), 0);
        EXPECT_EQ(result.findings.integer("rounds_wrong"), 1) << "the last one";
        EXPECT_EQ(result.findings.integer("expected"), result.findings.integer("rounds") * 400000);
        EXPECT_TRUE(sentenceOf(result).starts_with(result.findings.integer("rounds") == 1
                                                       ? "No: %1 of %2 increments were lost. "
                                                       : "No: it took %n rounds until "))
            << sentenceOf(result);
    }
}

// One increment of each is enough, since some yield between reading and writing.
TEST(Counter, RoundsEndOnceSoManyAreLost)
{
    const RunResult result = runToEnd(
        {.experiment = "counter",
         .settings = {{"rounds", "1000"}, {"until_lost", "30"}, {"increments", "1"}, {"threads", "8"}},
         .seconds = 30});
    const std::int64_t lost = result.findings.integer("lost");
    if (result.findings.integer("rounds") < 1000 && result.outcome == Outcome::finished) {
        EXPECT_GE(lost, 30);
        EXPECT_LT(lost, 30 + 8) << "not a round more";
    } else {
        EXPECT_LT(lost, 30);
    }
}

// Each thread is kept from its core while the others hold the lock millions of times: its next hold stands beside its last.
TEST(Counter, ManyThreadsOnFewCoresAreRecordedInTheirOrder)
{
    const RunResult result = runToEnd({.experiment = "counter",
                                       .settings = {{"protection", "lock"},
                                                    {"threads", "51"},
                                                    {"increments", "100000"},
                                                    {"rounds", "1000"}},
                                       .seconds = 0.4});
    EXPECT_EQ(result.findings.integer("lost"), 0);
}

// Luck has nothing to do with it, and nor has a lock.
TEST(Counter, OneThreadLosesNothingAndShowsNothing)
{
    for (const char* protection : {"none", "lock", "atomic"}) {
        const RunResult result =
            runToEnd({.experiment = "counter", .settings = {{"threads", "1"}, {"protection", protection}}});
        EXPECT_EQ(result.findings.integer("counted"), 100000);
        EXPECT_EQ(sentenceOf(result),
                  "Yes, but it shows nothing: a single thread has nobody to overwrite its sums.");
    }
}

TEST(Counter, StoppedBeforeItsFirstRoundItSaysSo)
{
    const RunResult result =
        runToEnd({.experiment = "counter",
                  .settings = {{"increments", "10000000"}, {"threads", "64"}, {"protection", "lock"}},
                  .seconds = 0.01});
    EXPECT_EQ(result.outcome, Outcome::timeUp);
    EXPECT_EQ(sentenceOf(result), "Ended before the first round was counted.");
}

// The loss that the answer is to tell apart from luck is made up: whether threads collide is the machine's affair.
TEST(Counter, LuckIsCalledLuck)
{
    const auto experiment = configure({.experiment = "counter", .settings = {{"increments", "1"}}});
    ASSERT_TRUE(experiment);
    Findings found;
    for (const auto& [name, value] : std::map<std::string, std::int64_t>{
             {"expected", 4}, {"counted", 4}, {"lost", 0}, {"rounds_wrong", 0}, {"rounds", 1}})
        found.add(name, TS_TEXT("test", "Number"), value);
    const Answer answer = (*experiment)->answer(found, Outcome::finished);
    EXPECT_STREQ(
        answer.sentence().form().source,
        "This time yes, in all of %n rounds, but only by luck: the threads happened not to collide.");
    EXPECT_EQ(answer.broken(), std::vector<std::string>());
    EXPECT_GT(answer.claims(), 3);
}

} // namespace
} // namespace threadscape
