#include "engine/experiments/invariants.h"

#include <algorithm>
#include <random>

namespace threadscape {
namespace {

std::vector<std::int64_t> listOf(const RunResult& result, const char* name)
{
    return std::get<std::vector<std::int64_t>>(result.findings.find(name)->value);
}

// What must hold of every run that came to its end.
void expectSum(const RunResult& result, std::int64_t tasks, std::int64_t fail, std::int64_t cancel)
{
    const Findings& found = result.findings;
    EXPECT_EQ(result.outcome, Outcome::finished);
    EXPECT_EQ(found.integer("done"), tasks - fail - cancel);
    EXPECT_EQ(found.integer("failed"), fail);
    EXPECT_EQ(found.integer("cancelled"), cancel);
    EXPECT_EQ(found.integer("unfinished"), 0);
    EXPECT_EQ(found.integer("callbacks"), tasks);
    EXPECT_EQ(found.integer("refused_cancels"), tasks > cancel ? 1 : 0);
    EXPECT_TRUE(std::get<bool>(found.find("refused_after_shutdown")->value));
    std::vector<std::int64_t> order = listOf(result, "completion_order");
    ASSERT_EQ(order.size(), static_cast<std::size_t>(tasks));
    std::ranges::sort(order);
    EXPECT_EQ(std::ranges::unique(order).size(), 0U);
    const std::vector<std::int64_t> squares = listOf(result, "map_results");
    ASSERT_EQ(squares.size(), static_cast<std::size_t>((tasks - fail - cancel) / 3));
    for (std::size_t i = 0; i < squares.size(); ++i)
        EXPECT_EQ(squares[i], static_cast<std::int64_t>((i + 1) * (i + 1)));
}

TEST(FuturesExperiment, TheNotesAddUp)
{
    const RunResult result = runToEnd({.experiment = "futures"});
    expectSum(result, 12, 1, 2);
    EXPECT_TRUE(result.answer.english().starts_with("9 done, 1 failed, 2 cancelled"))
        << result.answer.english();
    // What is cancelled ends first.
    const std::vector<std::int64_t> order = listOf(result, "completion_order");
    EXPECT_TRUE(std::ranges::find(order, 11) < order.begin() + 2);
}

TEST(FuturesExperiment, CountsAddUpWhateverIsSet)
{
    std::mt19937 random(1);
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const auto upTo = [&](std::int64_t most) {
            return static_cast<std::int64_t>(random() % static_cast<unsigned>(most + 1));
        };
        const std::int64_t tasks = 1 + upTo(seed % 10 == 0 ? 400 : 20);
        const std::int64_t fail = upTo(tasks);
        const std::int64_t cancel = upTo(tasks - fail);
        const RunResult result = runToEnd({.experiment = "futures",
                                           .settings = {{"workers", std::to_string(1 + upTo(31))},
                                                        {"tasks", std::to_string(tasks)},
                                                        {"task_ms", std::to_string(upTo(2))},
                                                        {"spread", seed % 2 == 0 ? "1" : "0"},
                                                        {"fail", std::to_string(fail)},
                                                        {"cancel", std::to_string(cancel)},
                                                        {"shutdown_wait", seed % 3 == 0 ? "false" : "true"}},
                                           .seed = seed});
        expectSum(result, tasks, fail, cancel);
    }
}

TEST(FuturesExperiment, TheTraceTellsOfEachTaskWhatTheFindingsCount)
{
    auto run = LiveRun::start({.experiment = "futures", .settings = {{"task_ms", "5"}}});
    ASSERT_TRUE(run);
    ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
    const auto trace = (*run)->trace();
    std::size_t pools = 0;
    for (std::size_t o = 0; o < trace->objects(); ++o) {
        const TaskSeries& tasks = trace->object(static_cast<ObjectId>(o)).tasks;
        if (tasks.size() == 0)
            continue;
        ++pools;
        ASSERT_EQ(tasks.size(), 12U);
        std::array<int, kTaskStates> counts{};
        for (std::size_t i = 0; i < tasks.size(); ++i)
            ++counts[static_cast<std::size_t>(tasks[i].state())];
        EXPECT_EQ(counts, (std::array<int, kTaskStates>{0, 0, 9, 1, 2}));
        EXPECT_EQ(tasks[11].state(), TaskState::cancelled); // the last ones
    }
    EXPECT_EQ(pools, 1U);
}

TEST(FuturesExperiment, AStopLeavesNobodyWaitingAndCountsWhatIsOpen)
{
    for (int i = 0; i < 10; ++i) {
        auto run = LiveRun::start(
            {.experiment = "futures",
             .settings = {{"task_ms", "10000"}, {"shutdown_wait", i % 2 == 0 ? "true" : "false"}}});
        ASSERT_TRUE(run);
        while (i >= 2 && (*run)->findings().integer("cancelled") < 2)
            std::this_thread::yield();
        (*run)->stop();
        ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
        const RunResult result = (*run)->result();
        EXPECT_EQ(result.outcome, Outcome::stopped);
        const Findings& found = result.findings;
        EXPECT_EQ(found.integer("done") + found.integer("failed") + found.integer("cancelled") +
                      found.integer("unfinished"),
                  12);
        const auto trace = (*run)->trace();
        const std::vector<std::string> violations = validate(*trace);
        EXPECT_TRUE(violations.empty()) << violations.front();
        // The stop is no end of a task: the tables tell the same of each as the answer.
        std::map<TaskState, std::int64_t> seen;
        for (std::size_t o = 0; o < trace->objects(); ++o) {
            const TaskSeries& tasks = trace->object(static_cast<ObjectId>(o)).tasks;
            for (std::size_t task = 0; task < tasks.size(); ++task)
                ++seen[tasks[task].state()];
        }
        EXPECT_EQ(seen[TaskState::done], found.integer("done"));
        EXPECT_EQ(seen[TaskState::failed], found.integer("failed"));
        EXPECT_EQ(seen[TaskState::cancelled], found.integer("cancelled"));
    }
}

TEST(FuturesExperiment, ShutdownReturnsAtOnceWhereItDoesNotWait)
{
    const auto shutdownMs = [](const char* wait) {
        return runToEnd({.experiment = "futures",
                         .settings = {{"task_ms", "100"}, {"spread", "0"}, {"shutdown_wait", wait}}})
            .findings.number("shutdown_ms");
    };
    EXPECT_GT(shutdownMs("true"), 200); // three rounds, of which the first had begun
    EXPECT_LT(shutdownMs("false"), 200);
}

TEST(FuturesExperiment, MoreToFailAndToCancelThanTasksIsRefused)
{
    const auto run = LiveRun::start({.experiment = "futures", .settings = {{"fail", "8"}, {"cancel", "5"}}});
    ASSERT_FALSE(run);
    EXPECT_NE(run.error().text.english().find("fail is 8 and cancel 5"), std::string::npos);
}

} // namespace
} // namespace threadscape
