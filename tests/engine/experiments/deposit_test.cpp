#include "engine/experiments/invariants.h"

namespace threadscape {
namespace {

TEST(Deposit, WithTheLockNothingIsLostAndItTakesItsTime)
{
    const RunResult result = runToEnd({.experiment = "deposit"});
    EXPECT_EQ(result.outcome, Outcome::finished);
    EXPECT_EQ(result.findings.integer("balance"), 100);
    EXPECT_EQ(result.findings.integer("lost"), 0);
    EXPECT_GE(result.findings.number("time_s"), 0.1);
    EXPECT_TRUE(result.answer.english().starts_with("Yes, 100"));
}

TEST(Deposit, WithoutItUpdatesAreLost)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const RunResult result =
            runToEnd({.experiment = "deposit", .settings = {{"lock", "false"}}, .seed = seed});
        EXPECT_GT(result.findings.integer("lost"), 0);
        EXPECT_EQ(result.findings.integer("balance") + result.findings.integer("lost"), 100);
        EXPECT_TRUE(result.answer.english().starts_with("No, "));
    }
}

TEST(Deposit, ThePictureEndsAtTheBalanceThatWasFound)
{
    auto run = LiveRun::start({.experiment = "deposit", .settings = {{"lock", "false"}}});
    ASSERT_TRUE(run);
    ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
    const auto trace = (*run)->trace();
    for (std::size_t i = 0; i < trace->objects(); ++i) {
        const ValueSeries& values = trace->object(static_cast<ObjectId>(i)).values;
        if (trace->catalogue().object(static_cast<ObjectId>(i)).name != "Balance")
            continue;
        ASSERT_EQ(values.size(), 101U);
        EXPECT_EQ(values[100].value, (*run)->findings().integer("balance"));
    }
}

} // namespace
} // namespace threadscape
