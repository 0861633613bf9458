#include "engine/experiments/invariants.h"
#include "support/eventually.h"

namespace threadscape {
namespace {

using Settings = std::map<std::string, std::string>;

class QueueKind : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(, QueueKind, ::testing::Values("FIFO", "LIFO", "Priority"));

// Quick ones and many of them, so that threads meet in the queue.
Settings busy(const char* kind)
{
    return {{"kind", kind},    {"producers", "4"},  {"consumers", "5"},
            {"items", "2000"}, {"produce_ms", "0"}, {"consume_ms", "0"}};
}

bool flag(const RunResult& result, const char* name)
{
    const Finding* finding = result.findings.find(name);
    return finding != nullptr && std::get<bool>(finding->value);
}

TEST_P(QueueKind, EveryItemComesOutOnceAndInItsTurn)
{
    const RunResult result = runToEnd({.experiment = "queue", .settings = busy(GetParam())});
    EXPECT_EQ(result.outcome, Outcome::finished);
    EXPECT_EQ(result.findings.integer("put"), 2000);
    EXPECT_EQ(result.findings.integer("got"), 2000);
    EXPECT_EQ(result.findings.integer("refused"), 0);
    EXPECT_TRUE(flag(result, "in_order"));
}

TEST_P(QueueKind, AFullOneMakesProducersWait)
{
    Settings settings = busy(GetParam());
    settings["capacity"] = "3";
    const RunResult result = runToEnd({.experiment = "queue", .settings = settings});
    EXPECT_EQ(result.findings.integer("put"), 2000);
    EXPECT_EQ(result.findings.integer("got"), 2000);
    EXPECT_LE(result.findings.integer("longest"), 3);
    EXPECT_TRUE(flag(result, "in_order"));
}

TEST_P(QueueKind, OrRefuses)
{
    Settings settings = busy(GetParam());
    settings["capacity"] = "2";
    settings["when_full"] = "refuse";
    settings["consume_ms"] = "1";
    const RunResult result = runToEnd({.experiment = "queue", .settings = settings});
    EXPECT_EQ(result.outcome, Outcome::finished);
    EXPECT_GT(result.findings.integer("refused"), 0);
    EXPECT_EQ(result.findings.integer("put") + result.findings.integer("refused"), 2000);
    EXPECT_EQ(result.findings.integer("got"), result.findings.integer("put"));
    EXPECT_LE(result.findings.integer("longest"), 2);
    EXPECT_TRUE(flag(result, "in_order"));
    EXPECT_NE(result.answer.english().find("refused"), std::string::npos);
}

constexpr const char* kEverybody =
    "Everybody: nobody takes an item. %n fill the queue, the producers wait for room, "
    "and join would wait for ever.";
constexpr const char* kJoinForEver = "Join, for ever: %n items were put, and nobody takes them.";
constexpr const char* kProducers =
    "The producers: they waited %1 in all for room, and the queue never held more than %2.";
constexpr const char* kConsumers =
    "Here the consumers: they waited %1 in all for items, and the queue never held "
    "more than %2.";
constexpr const char* kJoin =
    "No producer: the queue grew to %n items, and join waited %1 for the last of them.";
constexpr const char* kJoinAndProducers =
    "Join: it waited %1 for the last items; the producers waited %2 in all for room.";

TEST(QueueExperiment, WithoutConsumersItFillsAndJoinWaits)
{
    const RunResult result = runToEnd(
        {.experiment = "queue",
         .settings = {{"consumers", "0"}, {"capacity", "4"}, {"produce_ms", "0"}, {"seconds", "0.5"}}});
    EXPECT_EQ(result.outcome, Outcome::stalled);
    EXPECT_GE(result.seconds, 0.5);
    EXPECT_EQ(result.findings.integer("put"), 4);
    EXPECT_EQ(result.findings.integer("got"), 0);
    EXPECT_GT(result.findings.number("put_wait_ms"), 0);
    EXPECT_EQ(sentenceOf(result), kEverybody);
}

// With room for all that there are no producer waits, though the queue may be full.
TEST(QueueExperiment, WithoutConsumersAndWithRoomForAllJoinWaitsForEver)
{
    for (const char* capacity : {"0", "20", "21"}) {
        const RunResult result = runToEnd({.experiment = "queue",
                                           .settings = {{"consumers", "0"},
                                                        {"items", "20"},
                                                        {"capacity", capacity},
                                                        {"produce_ms", "0"},
                                                        {"seconds", "0.5"}}});
        EXPECT_EQ(result.outcome, Outcome::stalled);
        EXPECT_EQ(result.findings.integer("put"), 20);
        EXPECT_EQ(result.findings.integer("longest"), 20);
        EXPECT_EQ(result.findings.number("put_wait_ms"), 0);
        EXPECT_GT(result.findings.number("join_ms"), 0);
        EXPECT_EQ(sentenceOf(result), kJoinForEver);
    }
}

TEST(QueueExperiment, WhereNobodyTakesTheOthersAreRefused)
{
    const RunResult result = runToEnd({.experiment = "queue",
                                       .settings = {{"consumers", "0"},
                                                    {"items", "20"},
                                                    {"capacity", "6"},
                                                    {"when_full", "refuse"},
                                                    {"produce_ms", "0"},
                                                    {"seconds", "0.5"}}});
    EXPECT_EQ(result.outcome, Outcome::stalled);
    EXPECT_EQ(result.findings.integer("refused"), 14);
    EXPECT_EQ(sentenceOf(result),
              "Join, for ever: nobody takes the %n items that were put. The other %1 were "
              "refused, since the queue was full.");
}

TEST(QueueExperiment, WhoseWaitIsLongestIsNamed)
{
    const auto sentence = [](Settings settings) {
        const RunResult result = runToEnd({.experiment = "queue", .settings = std::move(settings)});
        EXPECT_EQ(result.outcome, Outcome::finished);
        return sentenceOf(result);
    };
    EXPECT_EQ(sentence({{"producers", "2"},
                        {"consumers", "1"},
                        {"items", "40"},
                        {"capacity", "1"},
                        {"produce_ms", "0"},
                        {"consume_ms", "5"}}),
              kProducers);
    // Eight at a time, and far more than the one consumer can take at once: it waits for the next eight all the same.
    EXPECT_EQ(sentence({{"producers", "8"},
                        {"consumers", "1"},
                        {"items", "80"},
                        {"produce_ms", "50"},
                        {"consume_ms", "0"}}),
              kConsumers);
    EXPECT_EQ(sentence({{"producers", "2"},
                        {"consumers", "1"},
                        {"items", "40"},
                        {"produce_ms", "1"},
                        {"consume_ms", "10"}}),
              kJoin);
    EXPECT_EQ(sentence({{"producers", "1"},
                        {"consumers", "1"},
                        {"items", "40"},
                        {"capacity", "30"},
                        {"produce_ms", "0"},
                        {"consume_ms", "5"}}),
              kJoinAndProducers);
    EXPECT_EQ(sentence({{"items", "1"}, {"produce_ms", "20"}, {"consume_ms", "0"}}), kConsumers);
}

TEST(QueueExperiment, WhoStopsTakingStallsTheRest)
{
    auto run = LiveRun::start({.experiment = "queue",
                               .settings = {{"consumers", "1"},
                                            {"items", "10"},
                                            {"produce_ms", "0"},
                                            {"consume_ms", "0"},
                                            {"seconds", "0"}}});
    ASSERT_TRUE(run);
    LiveRun& queue = **run;
    EXPECT_TRUE(queue.change("consumers", std::int64_t{0}));
    // Where it had taken all before it was sent away, join returned and the run has ended.
    EXPECT_TRUE(eventually(
        [&] { return queue.outcome() == Outcome::finished || queue.experiment().blocked().has_value(); }));
    queue.stop();
    ASSERT_TRUE(queue.waitFor(std::chrono::seconds(60)));
    const Answer answer = queue.experiment().answer(queue.findings(), queue.outcome());
    EXPECT_EQ(answer.broken(), std::vector<std::string>()) << answer.sentence().english();
}

TEST(QueueExperiment, WhoComesAndGoesLosesNoItem)
{
    auto run = LiveRun::start({.experiment = "queue",
                               .settings = {{"producers", "6"},
                                            {"consumers", "0"},
                                            {"items", "60"},
                                            {"capacity", "3"},
                                            {"produce_ms", "0"}}});
    ASSERT_TRUE(run);
    LiveRun& queue = **run;
    const auto change = [&](const char* name, std::int64_t value) {
        ASSERT_TRUE(queue.change(name, value)) << name;
    };
    // Those that are sent away stand with an item in hand before the full queue, and then in the middle of using one.
    EXPECT_TRUE(eventually([&] { return queue.findings().integer("put") == 3; }));
    change("producers", 1);
    change("consume_ms", 1000);
    change("consumers", 4);
    EXPECT_TRUE(eventually([&] { return queue.findings().integer("got") == 4; }));
    change("consumers", 1);
    change("consume_ms", 0);
    change("producers", 3);
    change("produce_ms", 1);
    EXPECT_TRUE(queue.waitFor(std::chrono::seconds(60)));
    const RunResult result = queue.result();
    EXPECT_EQ(result.outcome, Outcome::finished) << result.failure.english();
    EXPECT_EQ(result.findings.integer("put"), 60);
    EXPECT_EQ(result.findings.integer("got"), 60);
    EXPECT_TRUE(flag(result, "in_order"));
    EXPECT_EQ(result.lost, 0U);
    EXPECT_TRUE(validate(*queue.trace()).empty());
}

TEST(QueueExperiment, CanBeStoppedInTheMiddle)
{
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        Settings settings = busy("Priority");
        settings["items"] = "100000";
        settings["capacity"] = std::to_string(seed);
        const RunResult result =
            runToEnd({.experiment = "queue", .settings = settings, .seconds = 0.05, .seed = seed});
        EXPECT_LE(result.findings.integer("got"), result.findings.integer("put"));
        EXPECT_TRUE(flag(result, "in_order"));
        if (result.outcome == Outcome::timeUp) {
            EXPECT_TRUE(result.answer.english().starts_with("Ended early"));
        }
    }
}

} // namespace
} // namespace threadscape
