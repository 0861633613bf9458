// gather, echo, titles, blocking-call: what one thread with many tasks comes to.
#include "engine/experiments/invariants.h"

#include "lab/files/result_json.h"
#include "support/eventually.h"
#include "support/tls_server.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace threadscape::async {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using List = std::vector<std::string>;

template <typename T>
T found(const RunResult& result, const char* name)
{
    return std::get<T>(result.findings.find(name)->value);
}

std::size_t openDescriptors()
{
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {}));
}

TEST(Gather, OneThreadDoesBothJobs)
{
    const RunResult result = runToEnd({.experiment = "gather"});
    EXPECT_EQ(result.outcome, Outcome::finished);
    EXPECT_EQ(result.findings.integer("primes"), 25);
    EXPECT_EQ(result.findings.integer("squares"), 100);
    EXPECT_EQ(result.findings.integer("threads"), 1);
    EXPECT_EQ(result.findings.integer("callbacks"), 1);
    // 99 and 100 pauses; and each job lets the other go on, most of the time.
    EXPECT_GE(result.findings.integer("resumes"), 199);
    EXPECT_GT(result.findings.integer("alternations"), 50);
    EXPECT_GE(result.findings.number("time_s"), 0.1);
}

TEST(Gather, OneAfterTheOtherTakesTheSum)
{
    const RunResult result = runToEnd({.experiment = "gather", .settings = {{"gathered", "false"}}});
    EXPECT_EQ(result.findings.integer("primes"), 25);
    EXPECT_EQ(result.findings.integer("squares"), 100);
    EXPECT_EQ(result.findings.integer("callbacks"), 1);
    EXPECT_LT(result.findings.integer("alternations"), 10);
    EXPECT_GE(result.findings.number("time_s"), 0.199); // no pause is shorter than it should be
}

TEST(Gather, WithoutPausesEachGivesWayToTheOther)
{
    const RunResult result =
        runToEnd({.experiment = "gather", .settings = {{"pause_ms", "0"}, {"to", "1000"}}});
    EXPECT_EQ(result.findings.integer("primes"), 168);
    EXPECT_EQ(result.findings.integer("squares"), 1000);
    EXPECT_GT(result.findings.integer("alternations"), 1900);
}

TEST(Echo, EveryLineComesBack)
{
    for (const char* bytes : {"1", "2", "64", "65536"}) {
        const RunResult result = runToEnd(
            {.experiment = "echo", .settings = {{"clients", "20"}, {"lines", "30"}, {"line_bytes", bytes}}});
        EXPECT_EQ(result.outcome, Outcome::finished);
        EXPECT_EQ(result.findings.integer("echoed"), 600) << bytes;
        EXPECT_EQ(result.findings.integer("lost"), 0) << bytes;
        EXPECT_GT(result.findings.number("latency_median_us"), 0);
        EXPECT_LE(result.findings.number("latency_median_us"), result.findings.number("latency_p99_us"));
    }
}

TEST(Echo, AThousandClientsAreStoppedAtOnceAndLeaveNothing)
{
    runToEnd({.experiment = "echo"}); // what stays for the next run is there after the first
    const std::size_t before = openDescriptors();
    {
        auto run =
            LiveRun::start({.experiment = "echo", .settings = {{"clients", "1000"}, {"lines", "100000"}}});
        ASSERT_TRUE(run);
        EXPECT_TRUE(eventually([&] { return (*run)->findings().integer("connections") == 1000; }));
        EXPECT_GE(openDescriptors(), before + 2000);
        (*run)->stop();
        EXPECT_TRUE((*run)->waitFor(std::chrono::seconds(10)));
        const RunResult result = (*run)->result();
        EXPECT_EQ(result.outcome, Outcome::stopped);
        EXPECT_EQ(result.findings.integer("lost"), 0);
        EXPECT_EQ(result.lost, 0U);
        EXPECT_THAT(validate(*(*run)->trace()), IsEmpty());
    }
    EXPECT_EQ(openDescriptors(), before);
}

TEST(Echo, APortThatIsTakenIsNamed)
{
    const TlsServer other("");
    auto run = LiveRun::start({.experiment = "echo", .settings = {{"port", std::to_string(other.port())}}});
    ASSERT_TRUE(run);
    ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(10)));
    EXPECT_EQ((*run)->result().outcome, Outcome::failed);
    EXPECT_THAT((*run)->result().failure.english(),
                HasSubstr("Nobody can listen at port " + std::to_string(other.port())));
}

TEST(Titles, AllFiveArriveInEveryMode)
{
    for (const char* mode : {"async", "pool", "sequential"}) {
        const RunResult result =
            runToEnd({.experiment = "titles", .settings = {{"mode", mode}, {"latency_ms", "20"}}});
        EXPECT_EQ(result.outcome, Outcome::finished);
        EXPECT_THAT(found<List>(result, "titles"),
                    ElementsAre("Threads", "Races & locks", "Queues", "Futures and pools", "Async"))
            << mode;
        EXPECT_THAT(found<List>(result, "failed"), IsEmpty());
        // Five pages with four workers take two rounds.
        const double rounds = std::string_view(mode) == "async"  ? 1
                              : std::string_view(mode) == "pool" ? 2
                                                                 : 5;
        EXPECT_GE(result.findings.number("time_s"), rounds * 0.02) << mode;
    }
}

TEST(Titles, WhatFailsIsNamedAndTheOthersArrive)
{
    const TlsServer secure("<title>Over TLS</title>");
    const std::string address = "https://localhost:" + std::to_string(secure.port()) + "/";
    const std::string noTls = "http://127.0.0.1:" + std::to_string(secure.port()) + "/";
    for (const char* mode : {"async", "pool", "sequential"}) {
        const auto run = [&](const char* verify) {
            return runToEnd(
                {.experiment = "titles",
                 .settings = {{"mode", mode}, {"urls", address + " , " + noTls}, {"verify", verify}}});
        };
        const RunResult open = run("false");
        EXPECT_EQ(open.outcome, Outcome::finished);
        EXPECT_THAT(found<List>(open, "titles"), ElementsAre("Over TLS"));
        EXPECT_THAT(found<List>(open, "failed"), ElementsAre(HasSubstr(noTls + ": No whole answer came: ")));
        const RunResult checked = run("true");
        EXPECT_THAT(found<List>(checked, "titles"), IsEmpty());
        EXPECT_THAT(found<List>(checked, "failed"),
                    UnorderedElementsAre(HasSubstr("self-signed certificate"), HasSubstr(noTls)));
    }
}

TEST(Titles, ATimeOutIsAReason)
{
    for (const char* mode : {"async", "sequential"}) {
        const RunResult result =
            runToEnd({.experiment = "titles",
                      .settings = {{"mode", mode}, {"latency_ms", "10000"}, {"timeout_ms", "20"}}});
        EXPECT_THAT(found<List>(result, "titles"), IsEmpty());
        EXPECT_EQ(found<List>(result, "failed").size(), 5U);
        EXPECT_THAT(found<List>(result, "failed").front(), HasSubstr("It did not come within 20 ms."));
    }
}

TEST(Titles, OtherAddressesAreRefused)
{
    const auto run =
        LiveRun::start({.experiment = "titles", .settings = {{"urls", "http://127.0.0.1/, ftp://x"}}});
    ASSERT_FALSE(run);
    EXPECT_EQ(run.error().text.english(), "urls has ftp://x, which is no http:// or https:// address.");
}

// Boxes on the loop's own lane that bear the mark of a stall, by whose they are.
List stalls(const Trace& trace)
{
    List all;
    for (std::size_t t = 0; t < trace.lanes(); ++t) {
        const auto& operations = trace.lane(static_cast<TrackId>(t)).operations[0];
        for (std::size_t i = operations.firstKept(); i < operations.size(); ++i)
            if (operations[i].label == static_cast<std::uint8_t>(NumberStyle::stall))
                all.emplace_back(trace.catalogue().text(operations[i].object));
    }
    return all;
}

TEST(BlockingCall, StopsAllTasksAndIsNamed)
{
    auto run = LiveRun::start(
        {.experiment = "blocking-call",
         .settings = {{"every_ms", "100"}, {"block_ms", "300"}, {"tick_ms", "20"}, {"seconds", "1"}}});
    ASSERT_TRUE(run);
    ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(30)));
    const RunResult result = (*run)->result();
    EXPECT_GE(result.findings.number("longest_stall_ms"), 300);
    EXPECT_EQ(found<std::string>(result, "stalled_by"), "Caller");
    EXPECT_GT(result.findings.integer("ticks_missed"), 0);
    EXPECT_THAT(stalls(*(*run)->trace()), ::testing::Contains("Caller"));
    EXPECT_THAT(result.answer.english(), HasSubstr("while Caller kept the loop"));
}

TEST(BlockingCall, OnAPoolItStopsNobody)
{
    auto run = LiveRun::start(
        {.experiment = "blocking-call",
         .settings = {{"every_ms", "100"}, {"block_ms", "1000"}, {"offload", "true"}, {"seconds", "1.5"}}});
    ASSERT_TRUE(run);
    ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(30)));
    const RunResult result = (*run)->result();
    EXPECT_GE(result.findings.integer("calls"), 1);
    EXPECT_LT(result.findings.number("longest_stall_ms"), 1000);
    EXPECT_GT(result.findings.integer("ticks"), 5);
}

TEST(Choose, AsyncTasksWaitTogetherAndCalculateInTurn)
{
    for (const char* work : {"io", "cpu", "mixed"}) {
        const RunResult result = runToEnd(
            {.experiment = "choose",
             .settings = {
                 {"work", work}, {"tasks", "4"}, {"task_ms", "50"}, {"models", "sequential,async"}}});
        EXPECT_EQ(result.outcome, Outcome::finished);
        const double async = result.findings.number("async_time_s");
        EXPECT_GE(async, std::string_view(work) == "io"    ? 0.05
                         : std::string_view(work) == "cpu" ? 0.1
                                                           : 0.07);
        EXPECT_GE(result.findings.number("sequential_time_s"), std::string_view(work) == "io" ? 0.2 : 0.1);
    }
}

} // namespace
} // namespace threadscape::async
