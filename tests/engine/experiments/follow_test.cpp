#include "engine/experiments/invariants.h"
#include "support/eventually.h"

namespace threadscape {
namespace {

RunRequest follow(std::map<std::string, std::string> settings, std::uint64_t seed = 1)
{
    settings.emplace("rate_per_s", "20000");
    settings.emplace("seconds", "0");
    return {.experiment = "follow", .settings = std::move(settings), .seed = seed};
}

bool stalled(const Findings& findings)
{
    return std::get<bool>(findings.find("stalled")->value);
}

/// A follower waits for the lock that it holds, and the run says so.
void expectStoodStill(const LiveRun& run, int followers)
{
    const RunResult result = run.result();
    EXPECT_TRUE(stalled(result.findings));
    EXPECT_EQ(result.findings.integer("rejected"), 1);
    const auto* const cycle = std::get_if<std::vector<std::string>>(&result.findings.find("cycle")->value);
    ASSERT_NE(cycle, nullptr);
    ASSERT_EQ(cycle->size(), 2U);
    EXPECT_TRUE(cycle->front().starts_with("Follower "));
    EXPECT_EQ(cycle->back(), "Connection lock");
    const Answer answer = run.experiment().answer(result.findings, result.outcome);
    EXPECT_EQ(answer.broken(), std::vector<std::string>());
    EXPECT_GT(answer.claims(), 0);
    const std::string sentence = answer.sentence().form().source;
    EXPECT_TRUE(sentence.starts_with("Yes: %1 caught the error, called itself, and waits for the lock "
                                     "that it holds itself."))
        << sentence;
    EXPECT_EQ(sentence.find("Nobody else reads") != std::string::npos, followers == 1);
}

TEST(Follow, WithLetsGoAndLosesNothing)
{
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const RunResult result = runToEnd(follow({{"style", "with"},
                                                  {"bad_percent", std::to_string(seed * 8)},
                                                  {"followers", std::to_string(1 + seed % 8)},
                                                  {"workers", std::to_string(1 + seed * 5 % 32)}},
                                                 seed));
        EXPECT_EQ(result.outcome, Outcome::finished);
        EXPECT_EQ(result.findings.integer("received"), 200);
        EXPECT_GT(result.findings.integer("rejected"), 0);
        EXPECT_EQ(result.findings.integer("processed"), 200 - result.findings.integer("rejected"));
        EXPECT_FALSE(stalled(result.findings));
        EXPECT_TRUE(result.answer.english().starts_with("No: ")) << result.answer.english();
    }
}

TEST(Follow, TheEdgesAreWhatTheySay)
{
    for (const char* style : {"with", "acquire-release"}) {
        const RunResult none = runToEnd(follow({{"style", style}, {"bad_percent", "0"}}));
        EXPECT_EQ(none.outcome, Outcome::finished);
        EXPECT_EQ(none.findings.integer("processed"), 200);
        EXPECT_EQ(none.findings.integer("rejected"), 0);
        EXPECT_TRUE(none.answer.english().starts_with("There was no bad message"));
    }
    const RunResult all = runToEnd(follow({{"style", "with"}, {"bad_percent", "100"}, {"messages", "1"}}));
    EXPECT_EQ(all.findings.integer("rejected"), 1);
    EXPECT_EQ(all.findings.integer("processed"), 0);
    EXPECT_TRUE(all.answer.english().ends_with("There was no other message.")) << all.answer.english();
}

TEST(Follow, WithoutItOneBadMessageStallsAllAndStopEndsItAtOnce)
{
    for (const int followers : {1, 2, 8}) {
        auto run = LiveRun::start(follow({{"bad_percent", "20"}, {"followers", std::to_string(followers)}}));
        ASSERT_TRUE(run);
        EXPECT_TRUE(eventually([&] { return stalled((*run)->findings()); }));
        // One waits for the lock that it holds, the others for the same, and the workers for messages.
        EXPECT_TRUE(eventually([&] {
            const auto snapshot = (*run)->trace()->snapshot();
            int waiting = 0;
            for (const auto& lane : snapshot->lanes)
                if (const auto& wait = lane.spans[OpenSpans::kWaitSlot])
                    waiting += wait->state == static_cast<std::uint8_t>(State::lock) ||
                               wait->state == static_cast<std::uint8_t>(State::queue);
            return waiting == followers + 2;
        }));
        (*run)->stop();
        ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
        const RunResult result = (*run)->result();
        EXPECT_EQ(result.outcome, Outcome::stopped);
        expectStoodStill(**run, followers);
        EXPECT_LT(result.findings.integer("received"), 200);
        EXPECT_LE(result.findings.integer("processed"), result.findings.integer("received") - 1);
        const auto violations = validate(*(*run)->trace());
        EXPECT_TRUE(violations.empty()) << violations.front();
    }
}

// The sender still sends: that a follower waits for itself does not depend on what the others do.
TEST(Follow, WhoWaitsForItselfStallsTheRunWhichGoesOnToItsTime)
{
    for (const int followers : {1, 2}) {
        auto run = LiveRun::start({.experiment = "follow",
                                   .settings = {{"bad_percent", "100"},
                                                {"seconds", "0.3"},
                                                {"followers", std::to_string(followers)}}});
        ASSERT_TRUE(run);
        ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
        const RunResult result = (*run)->result();
        EXPECT_EQ(result.outcome, Outcome::stalled);
        EXPECT_GE(result.seconds, 0.3);
        expectStoodStill(**run, followers);
        EXPECT_EQ(result.warnings.size(), 1U);
        // Its hold is open to the run's end, and so is its wait.
        ASSERT_EQ(result.locks.size(), 1U);
        EXPECT_EQ(result.locks.front().acquisitions, 1U);
        EXPECT_GT(result.locks.front().holdTotalS, 0.2);
        EXPECT_GT(result.locks.front().waitTotalS, 0.2);
    }
}

TEST(Follow, TheTimeUpEndsASilentConnection)
{
    const RunResult result =
        runToEnd({.experiment = "follow", .settings = {{"rate_per_s", "1"}, {"seconds", "0.2"}}});
    EXPECT_EQ(result.outcome, Outcome::timeUp);
    EXPECT_EQ(result.findings.integer("received"), 0);
    EXPECT_FALSE(stalled(result.findings));
}

} // namespace
} // namespace threadscape
