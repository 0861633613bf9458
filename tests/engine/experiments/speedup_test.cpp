// integrate and primes: what their backends come to.
#include "engine/experiments/invariants.h"

#include "lab/files/result_json.h"
#include "support/environment.h"
#include "support/eventually.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace threadscape::speedups {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;

constexpr const char* kAllBackends =
    "sequential,threads,gil,nogil,processes,parallel,python-threads,python-processes";

Json resultOf(const RunRequest& request)
{
    const RunResult result = runToEnd(request);
    return Json::parse(resultJson(result, result.answer.english()));
}

double found(const Json& result, const char* name)
{
    return result.at("findings").at(name).at("value").get<double>();
}

// A run whose backends come to unlike values fails, so that one value stands for all of them.
TEST(Integrate, EveryBackendComesToTheCoursesValues)
{
    const Json cos = resultOf({.experiment = "integrate",
                               .settings = {{"iterations", "1000"},
                                            {"jobs_max", "3"},
                                            {"repeats", "2"},
                                            {"loops", "2"},
                                            {"backends", kAllBackends}}});
    EXPECT_EQ(cos.at("outcome"), "finished");
    EXPECT_EQ(found(cos, "value"), 1.0007851925466296);
    EXPECT_EQ(found(cos, "exact"), 1);
    // sequential and Python's once, six others at 1 to 3 jobs (the sequential one was named too)
    EXPECT_EQ(cos.at("points").size(), 2U + 7U * 3U);
    for (const Json& point : cos.at("points")) {
        EXPECT_EQ(point.at("samples_s").size(), 2U);
        EXPECT_GT(point.at("time_median_s"), 0);
        if (point.at("judged") == "impossible") { // on a busy machine
            EXPECT_TRUE(point.at("speedup").is_null());
            EXPECT_TRUE(point.at("efficiency").is_null());
            continue;
        }
        EXPECT_GT(point.at("speedup"), 0);
        EXPECT_LE(point.at("speedup_ci95").at(0), point.at("speedup"));
        EXPECT_GE(point.at("speedup_ci95").at(1), point.at("speedup"));
        EXPECT_NEAR(point.at("efficiency").get<double>(),
                    point.at("speedup").get<double>() / point.at("jobs").get<int>(), 1e-9);
    }
    // The result of each number of jobs, which rounds its sum in its own way.
    for (const Json& point : cos.at("points")) {
        const double value = point.at("value");
        EXPECT_NEAR(value, 1.00078519254663, 1e-14) << point;
        if (point.at("backend") == "threads" && point.at("jobs") == 2) {
            EXPECT_EQ(value, 1.0007851925466305);
        }
    }
    const Json sin = resultOf({.experiment = "integrate",
                               .settings = {{"iterations", "1000"},
                                            {"function", "sin"},
                                            {"to", "3.141592653589793"},
                                            {"jobs_max", "1"},
                                            {"repeats", "1"}}});
    EXPECT_EQ(found(sin, "value"), 1.9999983550656637);
}

TEST(Integrate, ManyJobsAndFewStepsLoseNothing)
{
    const Json result = resultOf({.experiment = "integrate",
                                  .settings = {{"iterations", "63"},
                                               {"jobs_max", "64"},
                                               {"repeats", "1"},
                                               {"backends", "threads,gil,nogil,parallel"}}});
    EXPECT_EQ(result.at("outcome"), "finished");
    EXPECT_EQ(result.at("points").size(), 1U + 4U * 64U);
}

TEST(Primes, AreFoundByEveryBackendInOrder)
{
    const Json result = resultOf({.experiment = "primes",
                                  .settings = {{"jobs_max", "2"},
                                               {"repeats", "1"},
                                               {"copies", "1"},
                                               {"chunk", "3"},
                                               {"backends", "threads,gil,nogil,processes,parallel"}}});
    EXPECT_EQ(result.at("outcome"), "finished");
    EXPECT_EQ(found(result, "primes"), 12);
    EXPECT_EQ(found(result, "composites"), 1);
    EXPECT_GT(found(result, "cpu_over_wall"), 0);
    EXPECT_EQ(result.at("points").size(), 1U + 5U * 2U);
    for (const Json& point : result.at("points"))
        EXPECT_EQ(point.at("value"), 12) << point;
}

// What one thread holds nobody else can use: its share of the sequential time says how far threads can get. On a busy machine one
// may be done before the other has a core, so that it takes more than one try to see them wait.
TEST(Integrate, ALockIsACeiling)
{
    constexpr int kTries = 20;
    double waited = 0;
    for (int i = 0; i < kTries && waited <= 0; ++i) {
        const Json result = resultOf(
            {.experiment = "integrate",
             .settings = {
                 {"iterations", "1000000"}, {"jobs_max", "2"}, {"repeats", "3"}, {"backends", "gil,nogil"}}});
        ASSERT_EQ(result.at("ceilings").size(), 2U);
        const Json& gil = result.at("ceilings").at(0);
        EXPECT_EQ(gil.at("cause"), "lock");
        EXPECT_GT(gil.at("serial_s"), 0);
        EXPECT_GT(gil.at("serial_fraction"), 0);
        EXPECT_LE(gil.at("serial_fraction"), 1);
        EXPECT_EQ(result.at("ceilings").at(1).at("cause"), "handover");
        for (const Json& point : result.at("points"))
            if (point.at("backend") == "gil" && point.at("jobs") == 2)
                waited = point.at("lost").at("waiting");
    }
    EXPECT_GT(waited, 0);
}

// All from one account of the same stretches, however busy the machine is.
TEST(Integrate, WhereTheTimeWentAddsUp)
{
    const RunResult result = runToEnd({.experiment = "integrate",
                                       .settings = {{"iterations", "200000"},
                                                    {"jobs_max", "4"},
                                                    {"repeats", "2"},
                                                    {"backends", "threads,gil,processes"}}});
    ASSERT_TRUE(result.study);
    for (const SpeedupPoint& point : result.study->points) {
        if (isBaseline(point.backend))
            continue;
        ASSERT_TRUE(point.lost) << backendName(point.backend);
        const Losses& lost = *point.lost;
        EXPECT_NEAR(lost.working + lost.imbalance + lost.waiting + lost.ready + lost.startup +
                        lost.unexplained,
                    1, 1e-9);
        for (const double part :
             {lost.working, lost.imbalance, lost.waiting, lost.ready, lost.startup, lost.unexplained}) {
            EXPECT_GE(part, -1e-3) << backendName(point.backend) << ' ' << point.jobs;
            EXPECT_LE(part, 1 + 1e-3) << backendName(point.backend) << ' ' << point.jobs;
        }
    }
}

TEST(Integrate, WithoutPythonTheOthersAreMeasuredAndASentenceSaysSo)
{
    const Environment nowhere("THREADSCAPE_PYTHON", "/nowhere/python3");
    const RunResult result = runToEnd({.experiment = "integrate",
                                       .settings = {{"iterations", "1000"},
                                                    {"jobs_max", "2"},
                                                    {"repeats", "1"},
                                                    {"backends", "threads,python-threads"}}});
    EXPECT_EQ(result.outcome, Outcome::finished);
    ASSERT_GE(result.warnings.size(), 1U);
    EXPECT_THAT(result.warnings.front().english(), HasSubstr("/nowhere/python3"));
    ASSERT_TRUE(result.study);
    EXPECT_EQ(result.study->points.size(), 3U);
    EXPECT_THAT(result.study->backends, ::testing::ElementsAre(Backend::threads));
}

TEST(Integrate, AStopKeepsWhatWasMeasured)
{
    auto run = LiveRun::start({.experiment = "integrate",
                               .settings = {{"iterations", "100000"}, {"repeats", "100"}, {"loops", "100"}}});
    ASSERT_TRUE(run);
    EXPECT_TRUE(eventually([&] { return (*run)->experiment().study()->samplesDone >= 3; }));
    (*run)->stop();
    ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
    const RunResult result = (*run)->result();
    EXPECT_EQ(result.outcome, Outcome::stopped);
    ASSERT_TRUE(result.study);
    EXPECT_GE(result.study->samplesDone, 3);
    EXPECT_LT(result.study->samplesDone, result.study->samplesPlanned);
    EXPECT_GE(result.study->points.size(), 1U);
}

TEST(Integrate, TheSameSeedMeasuresInTheSameOrder)
{
    const auto order = [](std::uint64_t seed) {
        auto run = LiveRun::start({.experiment = "integrate",
                                   .settings = {{"iterations", "1000"},
                                                {"jobs_max", "4"},
                                                {"repeats", "1"},
                                                {"backends", "threads,gil"}},
                                   .seed = seed});
        EXPECT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
        auto points = (*run)->result().study->points;
        std::ranges::sort(points, {}, &SpeedupPoint::fromNs);
        std::vector<std::pair<Backend, int>> sequence;
        for (const SpeedupPoint& point : points)
            sequence.emplace_back(point.backend, point.jobs);
        return sequence;
    };
    EXPECT_EQ(order(1), order(1));
    EXPECT_NE(order(1), order(2));
}

TEST(Integrate, WhoWatchesIsAskedToLookAndWaitedFor)
{
    auto run = LiveRun::start(
        {.experiment = "integrate",
         .settings = {{"iterations", "10000"}, {"repeats", "100"}, {"loops", "1000"}, {"jobs_max", "1"}}});
    ASSERT_TRUE(run);
    EXPECT_TRUE((*run)->experiment().measures());
    std::atomic<int> asked{0};
    LiveRun& live = **run;
    live.setWatcher([&] {
        ++asked;
        live.watcherHasDrawn();
    });
    while (asked < 2 && !live.finished())
        live.waitFor(std::chrono::milliseconds(10));
    EXPECT_GE(asked, 2);
    live.setWatcher({});
}

TEST(Integrate, RefusesWhatIsNoBackend)
{
    const auto refused = configure({.experiment = "integrate", .settings = {{"backends", "threads,thread"}}});
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().text.english(),
                HasSubstr(R"(backends has "thread" in its list: did you mean threads?)"));
    EXPECT_FALSE(configure({.experiment = "integrate", .settings = {{"backends", ""}}}));
    EXPECT_FALSE(configure({.experiment = "integrate", .settings = {{"jobs_max", "65"}}}));
    EXPECT_FALSE(configure({.experiment = "integrate", .settings = {{"iterations", "0"}}}));
}

} // namespace
} // namespace threadscape::speedups
