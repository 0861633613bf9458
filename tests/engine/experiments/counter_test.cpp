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

TEST(Counter, WithoutProtectionTheSumsAddUp)
{
    const RunResult result = runToEnd({.experiment = "counter", .preset = "lecture"});
    EXPECT_EQ(result.findings.integer("expected"), 20 * 400000);
    EXPECT_EQ(result.findings.integer("counted") + result.findings.integer("lost"), 20 * 400000);
    EXPECT_GE(result.findings.integer("lost"), 0);
    EXPECT_EQ(result.findings.integer("lost") > 0, result.findings.integer("rounds_wrong") > 0);
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

TEST(Counter, OneThreadLosesNothing)
{
    const RunResult result = runToEnd({.experiment = "counter", .settings = {{"threads", "1"}}});
    EXPECT_EQ(result.findings.integer("counted"), 100000);
}

} // namespace
} // namespace threadscape
