#include "engine/experiments/invariants.h"

#include "os/machine.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace threadscape::cores {
namespace {

struct Ran {
    RunResult result;
    std::shared_ptr<const Trace> trace;
};

Ran run(const RunRequest& request)
{
    auto run = LiveRun::start(request);
    if (!run) {
        ADD_FAILURE() << run.error().text.english();
        return {};
    }
    EXPECT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
    const std::vector<std::string> violations = validate(*(*run)->trace());
    EXPECT_TRUE(violations.empty()) << violations.front();
    return {(*run)->result(), (*run)->trace()};
}

/// Asks for another account while it stands.
class Asked {
public:
    explicit Asked(const char* account) { ::setenv("THREADSCAPE_SCHEDULER", account, 1); }
    ~Asked() { ::unsetenv("THREADSCAPE_SCHEDULER"); }
    Asked(const Asked&) = delete;
    Asked& operator=(const Asked&) = delete;
};

double in(const TrackSummary& track, State state)
{
    return track.stateS[static_cast<std::size_t>(state)];
}

double sum(const TrackSummary& track)
{
    return std::accumulate(track.stateS.begin(), track.stateS.end(), 0.0);
}

std::vector<TrackSummary> ofKind(const RunResult& result, TrackKind kind)
{
    std::vector<TrackSummary> all;
    std::ranges::copy_if(result.tracks, std::back_inserter(all),
                         [&](const TrackSummary& track) { return track.kind == kind; });
    return all;
}

double sumOf(const std::vector<TrackSummary>& tracks, State state)
{
    return std::transform_reduce(tracks.begin(), tracks.end(), 0.0, std::plus<>(),
                                 [&](const TrackSummary& track) { return in(track, state); });
}

std::string manyThreads()
{
    return std::to_string(4 * usableCores().size());
}

/// What holds whatever the account is, within `tolerance`.
void expectTrue(const Ran& ran, double tolerance)
{
    const std::vector<TrackSummary> threads = ofKind(ran.result, TrackKind::thread);
    ASSERT_EQ(threads.size(), 4 * usableCores().size());
    const std::vector<TrackSummary> cores = ofKind(ran.result, TrackKind::core);
    ASSERT_EQ(cores.size(), usableCores().size());
    // What another machine on the same processor took: CPU clocks leave it out, and the trace cannot tell whom it was taken from.
    double stolenS = 0;
    for (const TrackSummary& core : cores) {
        ASSERT_TRUE(core.core);
        stolenS += static_cast<double>(core.core->stolenNs) / 1e9;
    }
    double cpuS = 0;
    for (const TrackSummary& thread : threads) {
        cpuS += thread.cpuS;
        constexpr double kPerSwitchS = 20e-6; // what the system charges to the thread for each
        const std::int64_t switches =
            thread.switchesVoluntary.value_or(0) + thread.switchesForced.value_or(0);
        EXPECT_NEAR(in(thread, State::running), thread.cpuS,
                    tolerance * thread.cpuS + kPerSwitchS * static_cast<double>(switches) + 1e-3 + stolenS)
            << thread.name;
    }
    EXPECT_NEAR(sumOf(threads, State::running), cpuS, tolerance * cpuS + stolenS);
    EXPECT_GT(sumOf(threads, State::ready), sumOf(threads, State::running)); // four want what one can have

    double ownS = 0;
    for (const TrackSummary& core : cores) {
        const CoreTime& time = *core.core;
        const auto whole = static_cast<double>(time.ownNs + time.otherNs + time.stolenNs + time.idleNs) / 1e9;
        EXPECT_NEAR(whole, sum(core), 1e-6);
        EXPECT_NEAR(whole, ran.result.seconds, 0.05 * ran.result.seconds + 0.2);
        ownS += static_cast<double>(time.ownNs) / 1e9;
    }
    EXPECT_NEAR(ownS, cpuS, tolerance * cpuS + 0.02 + stolenS); // main has some too
}

TEST(Cores, TheSystemsAccountIsTrue)
{
    const Ran ran = run({.experiment = "cores", .settings = {{"threads", manyThreads()}, {"seconds", "2"}}});
    if (ran.result.schedulerSource != "perf")
        GTEST_SKIP() << "this system tells nobody who runs where";
    EXPECT_EQ(ran.result.switchesLost, 0U);
    expectTrue(ran, 0.02);
    EXPECT_GT(ran.result.findings.integer("switches_forced"), 10);
    EXPECT_FALSE(ran.result.answer.english().empty());
    // What the system itself counts as wanting a core, it counts also where it made the thread wait just before.
    double systemS = 0;
    const std::vector<TrackSummary> threads = ofKind(ran.result, TrackKind::thread);
    for (const TrackSummary& thread : threads) {
        if (!thread.systemReadyS)
            return; // it does not count
        systemS += *thread.systemReadyS;
    }
    constexpr double kTolerance = 0.05;
    const double readyS = sumOf(threads, State::ready);
    EXPECT_GE(systemS, readyS * (1 - kTolerance));
    EXPECT_LE(systemS, (readyS + sumOf(threads, State::unknown)) * (1 + kTolerance));
}

TEST(Cores, NobodyIsInTwoPlacesAtOnce)
{
    const Ran ran = run({.experiment = "cores", .settings = {{"threads", manyThreads()}, {"seconds", "1"}}});
    if (ran.result.schedulerSource != "perf")
        GTEST_SKIP() << "this system tells nobody who runs where";
    struct Slice {
        std::int64_t fromNs, toNs;
        TrackId track;
    };
    std::vector<Slice> all;
    const Catalogue& names = ran.trace->catalogue();
    for (std::size_t t = 0; t < ran.trace->lanes(); ++t) {
        if (names.track(static_cast<TrackId>(t)).kind != TrackKind::core)
            continue;
        const auto& slices = ran.trace->lane(static_cast<TrackId>(t)).operations[0];
        for (std::size_t i = 0; i < slices.size(); ++i) {
            if (i > 0) {
                EXPECT_GE(slices[i].startNs, slices[i - 1].endNs);
            }
            const auto track = static_cast<TrackId>(slices[i].detail);
            if (track == kNoTrack)
                continue;
            EXPECT_EQ(names.text(slices[i].object), names.track(track).name);
            all.push_back({slices[i].startNs, slices[i].endNs, track});
        }
    }
    EXPECT_GT(all.size(), 20U);
    std::ranges::sort(all, [](const Slice& a, const Slice& b) {
        return std::pair(a.track, a.fromNs) < std::pair(b.track, b.fromNs);
    });
    for (std::size_t i = 1; i < all.size(); ++i)
        if (all[i].track == all[i - 1].track) {
            EXPECT_GE(all[i].fromNs, all[i - 1].toNs);
        }
}

TEST(Cores, WhereTheSystemRefusesTheTotalsAreTrueAllTheSame)
{
    const Asked asked("clocks");
    const Ran ran = run({.experiment = "cores", .settings = {{"threads", manyThreads()}, {"seconds", "2"}}});
    EXPECT_EQ(ran.result.schedulerSource, "clocks");
    expectTrue(ran, 0.05);
    EXPECT_GT(ran.result.findings.integer("switches_forced"), 10);
    EXPECT_TRUE(std::holds_alternative<std::monostate>(ran.result.findings.find("migrations")->value));
}

TEST(Cores, AThreadForEachCoreHardlyWants)
{
    const Ran ran = run({.experiment = "cores", .preset = "one-each", .seconds = 0.5});
    // Whatever else the machine does, they do not want more than there is.
    const double had = ran.result.findings.number("running_share");
    EXPECT_GT(had, 0);
    EXPECT_LE(had + ran.result.findings.number("ready_share"), 1 + 1e-9);
    EXPECT_FALSE(ran.result.answer.empty());
}

TEST(Cores, WorkerProcessesAreOnTheCoreLanes)
{
    const Ran ran = run(
        {.experiment = "processes", .settings = {{"processes", "2"}, {"count", "2"}, {"interval_ms", "10"}}});
    if (ran.result.schedulerSource != "perf")
        GTEST_SKIP() << "this system tells nobody who runs where";
    for (const char* name : {"Process-1", "Process-2"}) {
        bool found = false;
        for (std::size_t t = 0; t < ran.trace->lanes(); ++t) {
            if (ran.trace->catalogue().track(static_cast<TrackId>(t)).kind != TrackKind::core)
                continue;
            const auto& slices = ran.trace->lane(static_cast<TrackId>(t)).operations[0];
            for (std::size_t i = 0; i < slices.size(); ++i)
                found |= ran.trace->catalogue().text(slices[i].object) == name;
        }
        EXPECT_TRUE(found) << name;
    }
}

TEST(Cores, WithoutAnAccountEverythingIsAsItWasTold)
{
    const Asked asked("none");
    const Ran ran = run({.experiment = "cores", .settings = {{"threads", "3"}}, .seconds = 0.2});
    EXPECT_EQ(ran.result.schedulerSource, "none");
    EXPECT_TRUE(ofKind(ran.result, TrackKind::core).empty());
    EXPECT_EQ(sumOf(ofKind(ran.result, TrackKind::thread), State::ready), 0);
}

} // namespace
} // namespace threadscape::cores
