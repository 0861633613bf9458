#include "engine/experiments/invariants.h"

namespace threadscape {
namespace {

TEST(Terminate, AThreadEndsWhenItLooksAndNoStepIsCutShort)
{
    auto run = LiveRun::start(
        {.experiment = "terminate", .settings = {{"stop_after_ms", "150"}, {"poll_ms", "300"}}});
    ASSERT_TRUE(run);
    ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
    const RunResult result = (*run)->result();
    EXPECT_EQ(result.outcome, Outcome::finished);
    EXPECT_EQ(result.findings.integer("ended"), 3);
    EXPECT_NE(result.answer.english().find("after the flag was set"), std::string::npos);

    const auto trace = (*run)->trace();
    const ValueSeries& flag = trace->object(0).values;
    ASSERT_EQ(flag.size(), 2U);
    const std::int64_t askedNs = flag[1].atNs;
    std::int64_t steps = 0;
    std::int64_t lastNs = 0;
    for (std::size_t t = 1; t < trace->lanes(); ++t) {
        if (trace->catalogue().track(static_cast<TrackId>(t)).kind != TrackKind::thread)
            continue;
        const Lane& lane = trace->lane(static_cast<TrackId>(t));
        int after = 0;
        for (std::size_t i = 0; i < lane.operations[0].size(); ++i) {
            const Span step = lane.operations[0][i];
            EXPECT_GE(step.endNs - step.startNs, 300'000'000);
            after += step.startNs > askedNs ? 1 : 0;
            ++steps;
            lastNs = std::max(lastNs, step.endNs);
        }
        EXPECT_LE(after, 1); // it may have looked just before
    }
    EXPECT_EQ(steps, result.findings.integer("iterations"));
    EXPECT_GE(result.findings.number("stop_latency_max_ms") + 1, static_cast<double>(lastNs - askedNs) / 1e6);
}

TEST(Terminate, AShorterStepMeansAnEarlierEnd)
{
    auto run = LiveRun::start(
        {.experiment = "terminate", .settings = {{"stop_after_ms", "0"}, {"poll_ms", "5000"}}});
    ASSERT_TRUE(run);
    EXPECT_FALSE((*run)->waitFor(std::chrono::milliseconds(50)));
    ASSERT_TRUE((*run)->change("poll_ms", std::int64_t{1})); // while they work
    EXPECT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
    EXPECT_EQ((*run)->outcome(), Outcome::finished);
    EXPECT_LT((*run)->elapsedNs(), 5'000'000'000);
    EXPECT_EQ((*run)->findings().integer("ended"), 3);
}

TEST(Terminate, AStopEndsItBeforeTheFlagDoes)
{
    const RunResult result =
        runToEnd({.experiment = "terminate", .settings = {{"stop_after_ms", "60000"}}, .seconds = 0.1});
    EXPECT_EQ(result.outcome, Outcome::timeUp);
    EXPECT_EQ(result.findings.integer("ended"), 0);
    EXPECT_EQ(result.findings.number("stop_latency_max_ms"), 0);
    EXPECT_TRUE(result.answer.english().starts_with("Ended early"));
}

} // namespace
} // namespace threadscape
