#include "engine/experiments/invariants.h"

namespace threadscape {
namespace {

using Settings = std::map<std::string, std::string>;

class LocksKind : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(, LocksKind,
                         ::testing::Values("Lock", "RLock", "Semaphore", "BoundedSemaphore",
                                           "ReadWriteLock"));

TEST_P(LocksKind, IsHeldByNoMoreThanMayAndCountsWhatTheTraceShows)
{
    for (const char* fair : {"false", "true"}) {
        const RunResult result = runToEnd(
            {.experiment = "locks", .settings = {{"kind", GetParam()}, {"fair", fair}}, .seconds = 0.5});
        EXPECT_EQ(result.outcome, Outcome::timeUp);
        EXPECT_GT(result.findings.number("throughput_per_s"), 0);
        EXPECT_LE(result.findings.number("utilisation"), 1.000001);
        ASSERT_EQ(result.locks.size(), 1U);
        EXPECT_EQ(result.locks[0].kind, GetParam());
        // Turns that were cut off in the middle are in the trace alone.
        const double turns = result.findings.number("throughput_per_s") * result.seconds;
        EXPECT_NEAR(turns, static_cast<double>(result.locks[0].acquisitions), turns * 0.1 + 9);
    }
}

// Bounds that hold on a busy machine too: no hold is shorter than the pause in it, and no more than may hold it at a time.
TEST_P(LocksKind, TheTraceHasTheTimesOfAllHolds)
{
    constexpr std::int64_t kThreads = 8; // by default; so many turns may be cut off
    constexpr double kHoldS = 0.02;
    const RunResult result = runToEnd(
        {.experiment = "locks", .settings = {{"kind", GetParam()}, {"hold_ms", "20"}}, .seconds = 1.0});
    ASSERT_EQ(result.locks.size(), 1U);
    const LockSummary& lock = result.locks[0];
    const std::string_view kind = GetParam();
    const int places = kind == "ReadWriteLock"                             ? kThreads
                       : kind == "Semaphore" || kind == "BoundedSemaphore" ? 2
                                                                           : 1;
    const auto whole = static_cast<std::int64_t>(lock.acquisitions) - kThreads;
    EXPECT_GT(whole, 0);
    EXPECT_GE(lock.holdTotalS, static_cast<double>(whole) * kHoldS);
    EXPECT_LE(lock.holdTotalS, result.seconds * places);
    EXPECT_GE(lock.waitTotalS, kHoldS); // there are threads without a place
    EXPECT_LE(lock.waitTotalS, result.seconds * kThreads);
}

TEST_P(LocksKind, OneReleaseTooManyIsAnErrorButForASemaphore)
{
    const RunResult result = runToEnd({.experiment = "locks",
                                       .settings = {{"kind", GetParam()}, {"over_release", "true"}},
                                       .seconds = 0.2});
    EXPECT_EQ(result.outcome, Outcome::timeUp); // it is a finding, not a failure
    const FindingValue& error = result.findings.find("error")->value;
    if (std::string_view(GetParam()) == "Semaphore") {
        EXPECT_TRUE(std::holds_alternative<std::monostate>(error));
        EXPECT_EQ(result.findings.integer("permits_after"), 3);
        EXPECT_NE(result.answer.english().find("no error"), std::string::npos);
        return;
    }
    ASSERT_TRUE(std::holds_alternative<Text>(error));
    EXPECT_NE(std::get<Text>(error).english().find("elease"), std::string::npos);
    EXPECT_NE(result.answer.english().find("is an error"), std::string::npos);
}

TEST_P(LocksKind, WhoTriesIsRefusedAndDoesNotWait)
{
    const RunResult result = runToEnd(
        {.experiment = "locks",
         .settings = {{"kind", GetParam()}, {"acquire", "try"}, {"hold_ms", "20"}, {"think_ms", "1"}},
         .seconds = 0.5});
    EXPECT_GT(result.findings.integer("refused"), 0);
    EXPECT_EQ(result.locks.at(0).contended, 0U);
}

TEST_P(LocksKind, WhoWaitsAWhileGoesAwayThen)
{
    const RunResult result = runToEnd(
        {.experiment = "locks",
         .settings = {{"kind", GetParam()}, {"acquire", "timeout"}, {"timeout_ms", "5"}, {"hold_ms", "100"}},
         .seconds = 0.6});
    EXPECT_GT(result.findings.integer("refused"), 0);
    EXPECT_GE(result.findings.number("wait_max_ms"), 5);
}

TEST(Locks, TheAnswerSaysHowManyThreadsWouldDo)
{
    // From findings that are given: how much of the time a lock is used depends on how quick the machine is.
    const auto answer = [](const Settings& settings, double utilisation) {
        const auto experiment = configure({.experiment = "locks", .settings = settings});
        Findings found;
        found.add("throughput_per_s", Template{}, 20.0);
        found.add("utilisation", Template{}, utilisation);
        return (*experiment)->answer(found, Outcome::timeUp).sentence().english();
    };
    EXPECT_NE(answer({{"hold_ms", "50"}, {"think_ms", "0"}}, 0.95).find("one thread alone"),
              std::string::npos);
    EXPECT_TRUE(answer({{"hold_ms", "50"}, {"think_ms", "50"}}, 0.95).starts_with("No more than 2"));
    EXPECT_TRUE(answer({{"hold_ms", "50"}, {"think_ms", "50"}}, 0.85).starts_with("Something"));
    // One thread gains nothing from a lock, and as much use of it as one thread makes shows no gain of several.
    EXPECT_TRUE(answer({{"threads", "1"}, {"think_ms", "50"}}, 0.95).starts_with("20 turns a second"));
    EXPECT_TRUE(answer({{"hold_ms", "50"}, {"think_ms", "50"}}, 0.5).starts_with("20 turns a second"));
}

TEST(Locks, ThreadsComeAndGo)
{
    auto run = LiveRun::start({.experiment = "locks", .settings = {{"kind", "Semaphore"}}, .seconds = 30});
    ASSERT_TRUE(run);
    for (const std::int64_t threads : {1, 20, 3, 64, 2})
        ASSERT_TRUE((*run)->change("threads", threads));
    (*run)->stop();
    ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
    EXPECT_EQ((*run)->outcome(), Outcome::stopped);
    EXPECT_TRUE(validate(*(*run)->trace()).empty());
}

/// How many turns of a run that reads so much, and what it found.
struct Reading {
    std::size_t reads = 0;
    std::size_t writes = 0;
    RunResult result;
};
Reading readAndWrite(const char* percent)
{
    const auto run = LiveRun::start({.experiment = "locks",
                                     .settings = {{"kind", "ReadWriteLock"},
                                                  {"read_percent", percent},
                                                  {"hold_ms", "20"},
                                                  {"think_ms", "0"}},
                                     .seconds = 0.5});
    Reading reading;
    EXPECT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
    EXPECT_TRUE(validate(*(*run)->trace()).empty());
    const Trace& trace = *(*run)->trace();
    for (std::size_t track = 0; track < trace.lanes(); ++track)
        for (const auto& channel : trace.lane(static_cast<TrackId>(track)).holds)
            for (std::size_t i = 0; i < channel.size(); ++i)
                ++(channel[i].state == 1 ? reading.reads : reading.writes);
    reading.result = (*run)->result();
    return reading;
}

TEST(Locks, WhoOnlyReadsSharesAReadWriteLock)
{
    const Reading all = readAndWrite("100");
    EXPECT_GT(all.reads, 0U);
    EXPECT_EQ(all.writes, 0U);
    EXPECT_GT(all.result.findings.number("inside_mean"), 2);
    EXPECT_EQ(all.result.locks.at(0).contended, 0U);
    EXPECT_NE(all.result.answer.english().find("Readers share it"), std::string::npos);

    const Reading none = readAndWrite("0");
    EXPECT_EQ(none.reads, 0U);
    EXPECT_GT(none.writes, 0U);
    EXPECT_NEAR(none.result.findings.number("inside_mean"), 1, 0.05);
    EXPECT_GT(none.result.locks.at(0).contended, 0U);
}

TEST(Locks, ThePicturesFollowTheKind)
{
    const auto experiment = [](const char* kind) {
        return std::move(*configure({.experiment = "locks", .settings = {{"kind", kind}}}));
    };
    EXPECT_EQ(experiment("Lock")->plots().size(), 2U);
    ASSERT_EQ(experiment("Semaphore")->plots().size(), 3U);
    EXPECT_EQ(experiment("BoundedSemaphore")->plots().back().variable, "BoundedSemaphore");
    const auto readers = experiment("ReadWriteLock");
    EXPECT_EQ(readers->plots().back().variable, "ReadWriteLock");
    EXPECT_TRUE(readers->bands(readers->plots().back()).empty()); // there are no permits
}

} // namespace
} // namespace threadscape
