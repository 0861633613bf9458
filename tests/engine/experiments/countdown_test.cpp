#include "engine/experiments/invariants.h"

namespace threadscape {
namespace {

std::vector<std::string> enumerated(const RunResult& result)
{
    return std::get<std::vector<std::string>>(result.findings.find("enumerated")->value);
}

bool isNull(const RunResult& result, const char* finding)
{
    return std::holds_alternative<std::monostate>(result.findings.find(finding)->value);
}

TEST(Countdown, JoinedThreadsPrintEverythingBeforeMainGoesOn)
{
    const RunResult result =
        runToEnd({.experiment = "countdown",
                  .settings = {{"threads", "3"}, {"interval_ms", "10"}, {"names", "Ada, Ben"}}});
    EXPECT_EQ(result.outcome, Outcome::finished);
    EXPECT_EQ(result.findings.integer("lines_printed"), 12);
    EXPECT_EQ(enumerated(result), (std::vector<std::string>{"MainThread", "Ada", "Ben", "Thread-1"}));
    EXPECT_EQ(result.findings.integer("alive_at_main_end"), 0);
    EXPECT_EQ(result.findings.integer("cut_off"), 0);
    EXPECT_FALSE(isNull(result, "second_join_ms"));
}

TEST(Countdown, WithoutAJoinTheProgramWaitsAllTheSame)
{
    const RunResult result =
        runToEnd({.experiment = "countdown",
                  .settings = {{"threads", "4"}, {"count", "3"}, {"interval_ms", "200"}, {"join", "false"}}});
    EXPECT_EQ(result.outcome, Outcome::finished);
    EXPECT_EQ(result.findings.integer("lines_printed"), 12);
    EXPECT_GT(result.findings.integer("alive_at_main_end"), 0);
    EXPECT_EQ(result.findings.integer("cut_off"), 0);
    EXPECT_TRUE(isNull(result, "second_join_ms"));
}

TEST(Countdown, DaemonsThatNobodyJoinsAreCutOffWithTheirProgram)
{
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        auto run = LiveRun::start({.experiment = "countdown",
                                   .settings = {{"threads", "16"},
                                                {"count", "100"},
                                                {"interval_ms", "1000"},
                                                {"join", "false"},
                                                {"daemon", "true"}},
                                   .seed = seed});
        ASSERT_TRUE(run);
        ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
        const RunResult result = (*run)->result();
        EXPECT_EQ(result.outcome, Outcome::finished) << result.failure.english();
        EXPECT_EQ(result.lost, 0U);
        EXPECT_EQ(result.findings.integer("cut_off"), 16);
        EXPECT_EQ(result.findings.integer("alive_at_main_end"), 16);
        EXPECT_GE(result.findings.integer("lines_printed"), 16); // each had begun
        EXPECT_LT(result.findings.integer("lines_printed"), 1600);
        EXPECT_EQ(enumerated(result).size(), 17U);
        const auto violations = validate(*(*run)->trace());
        EXPECT_TRUE(violations.empty()) << violations.front();
        // The program is a process: its main thread's lane is the process's, with its exit code; its threads have lanes too.
        std::size_t processes = 0;
        std::size_t threads = 0;
        for (const TrackSummary& track : result.tracks) {
            processes += track.kind == TrackKind::process ? 1 : 0;
            threads += track.kind == TrackKind::thread ? 1 : 0;
            EXPECT_FALSE(track.alive) << track.name;
            if (track.kind == TrackKind::process) {
                EXPECT_EQ(track.exitCode, 0);
            }
        }
        EXPECT_EQ(processes, 1U);
        EXPECT_EQ(threads, 16U);
    }
}

TEST(Countdown, AStopEndsTheProgramToo)
{
    auto run =
        LiveRun::start({.experiment = "countdown", .settings = {{"join", "false"}, {"daemon", "true"}}});
    ASSERT_TRUE(run);
    (*run)->stop();
    EXPECT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
}

TEST(Countdown, NamesAreCheckedBeforeAnythingStarts)
{
    for (const char* names : {"a, b", "a,,b", "a name that is far longer than any thread could bear"}) {
        const auto run = LiveRun::start({.experiment = "countdown", .settings = {{"names", names}}});
        ASSERT_FALSE(run) << names;
        EXPECT_NE(run.error().text.english().find("names has"), std::string::npos);
    }
}

} // namespace
} // namespace threadscape
