#include "exec/process.h"
#include "exec/worker.h"
#include "ingest/ingest.h"
#include "stress/leftovers.h"
#include "support/worker_trials.h"

#include <csignal>
#include <gtest/gtest.h>
#include <random>

namespace threadscape {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kKills = 40;
#else
constexpr int kKills = 200;
#endif

// What the killed worker had published, and nothing else: its steps 0, 1, 2, ... without a hole, the one that was open
// among them, each with its value.
void expectWhole(const Lane& lane, std::uint64_t lost)
{
    ASSERT_NE(lane.beginNs.load(), Lane::kNotYet);
    ASSERT_NE(lane.endNs.load(), Lane::kNotYet);
    const SpanChannel<1>& steps = lane.operations[0];
    for (std::size_t i = 0; i < steps.size(); ++i) {
        ASSERT_LE(steps[i].startNs, steps[i].endNs);
        ASSERT_LE(steps[i].endNs, lane.endNs.load());
        ASSERT_TRUE(lost != 0 || steps[i].detail == i);
    }
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < lane.moments.size(); ++i, ++at) {
        const std::int64_t value = lane.moments[i].value;
        // After a loss the numbers go on somewhere ahead; a torn event would have a value that no number has.
        for (std::uint32_t skipped = 0; lost != 0 && skipped <= lost && value != trialValue(at); ++skipped)
            ++at;
        ASSERT_EQ(value, trialValue(at));
    }
    if (lost == 0) {
        ASSERT_LE(steps.size(), lane.moments.size() + 1);
        ASSERT_LE(lane.moments.size(), steps.size());
    }
}

TEST(WorkerKill, AtAnyMomentLeavesAWholeTraceAndNothingElse)
{
    std::mt19937 random(20);
    std::size_t descriptors = 0;
    std::uint64_t events = 0;
    for (int kill = 0; kill <= kKills; ++kill) {
        {
            Recorder recorder;
            Trace trace(recorder.sharedCatalogue());
            Ingest ingest(recorder, trace);
            ingest.setInterval(std::chrono::milliseconds(1 + random() % 4));
            auto process = Process::start(recorder, "Process-1", kTrialRecordEndlessly);
            ASSERT_TRUE(process) << process.error().text.english();
            // A moment that is told by its own progress: before its first event, or after some number of them.
            const std::uint64_t after = random() % 4 == 0 ? 0 : random() % 30'000;
            while (trace.events() < after)
                std::this_thread::yield();
            (*process)->kill();
            if (random() % 2 == 0)
                EXPECT_EQ((*process)->join(), -SIGKILL);
            else
                process->reset(); // the lane ends without a join, and without the object
            ingest.finish();
            events += trace.events();
            ASSERT_NO_FATAL_FAILURE(expectWhole(trace.lane(0), trace.lost()));
            EXPECT_EQ(Leftovers::count().segments, 0U) << "given back once it is read";
        }
        ASSERT_FALSE(Leftovers::count().children);
        if (kill == 0)
            descriptors =
                Leftovers::count().descriptors; // the first use of the clock and the spawner is over
        ASSERT_EQ(Leftovers::count().descriptors, descriptors);
    }
    RecordProperty("events", std::to_string(events));
}

TEST(WorkerKill, ManyAtOnceInOneRun)
{
    std::mt19937 random(21);
    Recorder recorder;
    Trace trace(recorder.sharedCatalogue());
    Ingest ingest(recorder, trace);
    constexpr int kProcesses = kKills / 10;
    std::vector<std::unique_ptr<Process>> processes;
    for (int i = 0; i < kProcesses; ++i) {
        auto process = Process::start(recorder, "Process-" + std::to_string(i + 1), kTrialRecordEndlessly, {},
                                      {.chunks = 4});
        ASSERT_TRUE(process) << process.error().text.english();
        processes.push_back(std::move(*process));
        if (random() % 2 == 0)
            processes[random() % processes.size()]->kill();
    }
    processes.clear();
    ingest.finish();
    EXPECT_FALSE(Leftovers::count().children);
    EXPECT_EQ(Leftovers::count().segments, 0U);
    for (TrackId track = 0; track < kProcesses; ++track) {
        EXPECT_EQ(recorder.catalogue().track(track).exitCode.load(), -SIGKILL);
        EXPECT_NE(trace.lane(track).endNs.load(), Lane::kNotYet);
    }
}

} // namespace
} // namespace threadscape
