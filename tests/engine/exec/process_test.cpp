#include "exec/process.h"

#include "exec/worker.h"
#include "support/drained_run.h"
#include "support/environment.h"

#include <csignal>
#include <gtest/gtest.h>

namespace threadscape {
namespace {

// The trial tasks number their steps: 0, 1, 2, ..., each with its own value.
void expectSoundSteps(const Lane& lane)
{
    const SpanChannel<1>& steps = lane.operations[0];
    for (std::size_t i = 0; i < steps.size(); ++i) {
        ASSERT_EQ(steps[i].detail, i);
        ASSERT_EQ(steps[i].label, 1);
        ASSERT_LE(steps[i].startNs, steps[i].endNs);
    }
    for (std::size_t i = 0; i < lane.moments.size(); ++i)
        ASSERT_EQ(lane.moments[i].value, trialValue(static_cast<std::uint32_t>(i)));
}

TEST(Process, AllThatItRecordsIsInTheTrace)
{
    DrainedRun run;
    constexpr std::uint32_t kSteps = 20'000;
    auto process = run.start(kTrialRecord, packArguments(kSteps, std::int64_t{0}, std::int64_t{0}));
    ASSERT_TRUE(process);
    EXPECT_EQ(process->join(), 0);
    EXPECT_EQ(process->exitCode(), 0);
    run.ingest.finish();

    const Lane& lane = run.lane(*process);
    EXPECT_EQ(lane.operations[0].size(), kSteps);
    EXPECT_EQ(lane.moments.size(), kSteps);
    expectSoundSteps(lane);
    EXPECT_EQ(run.trace.catalogue().text(lane.operations[0][0].object), "step");
    const ObjectId variable = lane.moments[0].object;
    EXPECT_EQ(run.trace.catalogue().object(variable).name, "trial");
    EXPECT_EQ(run.trace.object(variable).values.size(), kSteps);
    EXPECT_EQ(run.trace.lost(), 0U);
    EXPECT_EQ(run.trace.events(), 2U * kSteps + 2);
}

// Beyond 127 a label has an event of its own. The run has labels of its own, so that a worker's numbers are not the run's.
TEST(Process, ItsLabelsAreTheRunsByTheirLines)
{
    DrainedRun run;
    for (const char* own : {"read", "work", "write"})
        run.recorder.catalogue().label(own);
    constexpr std::array<std::int32_t, 4> kLines{1, 127, 128, 200};
    auto process = run.start(kTrialLabel, packArguments(std::uint32_t{200}, kLines));
    ASSERT_TRUE(process);
    EXPECT_EQ(process->join(), 0);
    run.ingest.finish();
    const Lane& lane = run.trace.lane(process->track());
    std::vector<std::int32_t> seen;
    for (std::size_t i = 0; i < lane.moments.size(); ++i) {
        const Moment& moment = lane.moments[i];
        if (moment.kind != EventKind::write || moment.label == 0)
            continue;
        const LabelInfo label = run.trace.catalogue().labelInfo(moment.label);
        EXPECT_EQ(label.file, "worker.py");
        EXPECT_EQ(label.line, moment.value);
        seen.push_back(label.line);
    }
    EXPECT_EQ(seen, std::vector<std::int32_t>(kLines.begin(), kLines.end()));
}

TEST(Process, StandsInTheTableOfTracks)
{
    DrainedRun run;
    auto process =
        run.start(kTrialExit, packArguments(std::int32_t{7}), {.group = "Processes", .daemon = true});
    ASSERT_TRUE(process);
    EXPECT_EQ(process->join(), 7);
    const TrackInfo& info = run.info(*process);
    EXPECT_EQ(info.name, "Process-1");
    EXPECT_EQ(info.group, "Processes");
    EXPECT_EQ(info.kind, TrackKind::process);
    EXPECT_TRUE(info.daemon);
    EXPECT_EQ(info.osId.load(), process->pid());
    EXPECT_FALSE(info.alive.load());
    EXPECT_EQ(info.exitCode.load(), 7);
    EXPECT_GT(info.cpuNs.load(), 0);
}

TEST(Process, ItsTimesAreOnTheClockOfTheRun)
{
    DrainedRun run;
    constexpr std::int64_t kWorkNs = 2'000'000;
    constexpr std::int64_t kSleepNs = 1'000'000;
    // A lane of ours with a span around the whole life of the process.
    const TrackId around = run.recorder.catalogue().addTrack("around", "", TrackKind::thread);
    const Ticks before = ticksNow();
    auto process = run.start(kTrialRecord, packArguments(std::uint32_t{5}, kWorkNs, kSleepNs));
    ASSERT_TRUE(process);
    process->join();
    Writer& writer = run.recorder.takeWriter();
    writer.write(spanEvent(EventKind::operation, around, kNoObject, before, ticksNow(), 0, 0));
    run.recorder.giveBack(writer);
    run.ingest.finish();

    const Span outer = run.trace.lane(around).operations[0][0];
    const Lane& lane = run.lane(*process);
    std::int64_t at = lane.beginNs.load();
    EXPECT_GT(at, outer.startNs);
    ASSERT_EQ(lane.operations[0].size(), 5U);
    ASSERT_EQ(lane.waits.size(), 5U);
    constexpr std::int64_t kClockErrorNs = 50'000; // ticks and the monotonic clock, over some ms
    for (std::size_t i = 0; i < 5; ++i) {
        const Span& step = lane.operations[0][i];
        const Span& sleep = lane.waits[i];
        EXPECT_GE(step.startNs, at);
        EXPECT_GE(step.endNs - step.startNs, kWorkNs - kClockErrorNs);
        EXPECT_GE(sleep.startNs, step.endNs);
        EXPECT_GE(sleep.endNs - sleep.startNs, kSleepNs - kClockErrorNs);
        EXPECT_EQ(sleep.state, static_cast<std::uint8_t>(State::sleep));
        at = sleep.endNs;
    }
    EXPECT_GE(lane.endNs.load(), at);
    EXPECT_LT(lane.endNs.load(), outer.endNs);
}

TEST(Process, ItsOpenSpansAreSeenWhileItLives)
{
    DrainedRun run;
    auto process =
        run.start(kTrialCountDown, packArguments(std::uint32_t{10}, std::int64_t{3'600'000'000'000}));
    ASSERT_TRUE(process);
    const TrackId track = process->track();
    std::optional<OpenSpan> operation;
    std::optional<OpenSpan> sleep;
    EXPECT_TRUE(eventually([&] {
        const auto snapshot = run.trace.snapshot();
        if (snapshot->lanes.size() <= track)
            return false;
        operation = snapshot->lanes[track].spans[OpenSpans::kFirstOperation];
        sleep = snapshot->lanes[track].spans[OpenSpans::kWaitSlot];
        return operation && sleep;
    }));
    ASSERT_TRUE(operation && sleep);
    EXPECT_EQ(run.trace.catalogue().text(operation->object), "count down");
    EXPECT_EQ(operation->detail, 10U);
    EXPECT_EQ(sleep->state, static_cast<std::uint8_t>(State::sleep));
    EXPECT_TRUE(run.info(*process).alive.load());
    EXPECT_EQ(process->exitCode(), std::nullopt);
    EXPECT_TRUE(eventually([&] { return run.trace.notes().size() == 1; }));
    EXPECT_EQ(run.trace.catalogue().text(run.trace.notes()[0].text), "10 left");
    EXPECT_EQ(run.trace.notes()[0].track, track);

    process->terminate();
    EXPECT_EQ(process->join(), -SIGTERM);
    run.ingest.finish();
    const Lane& lane = run.lane(*process);
    ASSERT_EQ(lane.operations[0].size(), 1U) << "closed at its death";
    EXPECT_EQ(lane.operations[0][0].detail, 10U);
    EXPECT_EQ(lane.operations[0][0].startNs, operation->sinceNs);
    EXPECT_EQ(lane.operations[0][0].endNs, lane.endNs.load());
    ASSERT_EQ(lane.waits.size(), 1U);
    EXPECT_EQ(lane.waits[0].endNs, lane.endNs.load());
    EXPECT_EQ(run.recorder.catalogue().track(track).open->read(OpenSpans::kWaitSlot).since, 0U);
}

TEST(Process, ALaneThatNobodyJoinsEndsToo)
{
    DrainedRun run;
    auto process = run.start(kTrialRecordEndlessly);
    ASSERT_TRUE(process);
    EXPECT_TRUE(eventually([&] { return run.trace.events() > 1'000; }));
    process->kill();
    EXPECT_TRUE(eventually([&] {
        return run.trace.lanes() > process->track() && run.lane(*process).endNs.load() != Lane::kNotYet;
    }));
    EXPECT_EQ(run.info(*process).exitCode.load(), -SIGKILL);
    EXPECT_FALSE(run.info(*process).alive.load());
}

TEST(Process, KilledWhileItWritesItLosesNothing)
{
    DrainedRun run;
    auto process = run.start(kTrialRecordEndlessly);
    ASSERT_TRUE(process);
    EXPECT_TRUE(eventually([&] { return run.trace.events() > 50'000; }));
    process->kill();
    EXPECT_EQ(process->join(), -SIGKILL);
    run.ingest.finish();
    const Lane& lane = run.lane(*process);
    if (run.trace.lost() == 0) { // the reader may have been a ring behind on a busy machine
        expectSoundSteps(lane);
        // The number of the step that was open is the number of steps that had ended.
        const std::size_t steps = lane.operations[0].size();
        EXPECT_GE(lane.moments.size() + 1, steps);
        EXPECT_LE(lane.moments.size(), steps + 1);
    }
    EXPECT_NE(lane.endNs.load(), Lane::kNotYet);
}

TEST(Process, ACrashIsAnExitCode)
{
    for (const int signal : {SIGSEGV, SIGABRT}) {
        DrainedRun run;
        auto process = run.start(kTrialCrash, packArguments(std::int32_t{signal}));
        ASSERT_TRUE(process);
        EXPECT_EQ(process->join(), -signal);
        run.ingest.finish();
        const Lane& lane = run.lane(*process);
        ASSERT_EQ(lane.operations[0].size(), 1U);
        EXPECT_EQ(run.trace.catalogue().text(lane.operations[0][0].object), "crash");
        EXPECT_EQ(lane.operations[0][0].endNs, lane.endNs.load());
    }
}

TEST(Process, KilledBeforeItsFirstEventItHasALaneAllTheSame)
{
    DrainedRun run;
    auto process = run.start(kTrialRecordEndlessly);
    ASSERT_TRUE(process);
    process->kill();
    process->join();
    run.ingest.finish();
    const Lane& lane = run.lane(*process);
    EXPECT_NE(lane.beginNs.load(), Lane::kNotYet);
    EXPECT_GE(lane.endNs.load(), lane.beginNs.load());
}

TEST(Process, ALossIsCountedToTheEvent)
{
    DrainedRun run;
    run.ingest.setInterval(
        std::chrono::hours(24)); // a reader that never comes: the ring of two chunks runs over
    constexpr std::uint32_t kSteps = 50'000;
    auto process =
        run.start(kTrialRecord, packArguments(kSteps, std::int64_t{0}, std::int64_t{0}), {.chunks = 2});
    ASSERT_TRUE(process);
    EXPECT_EQ(process->join(), 0);
    run.ingest.finish();
    const Lane& lane = run.lane(*process);
    std::uint64_t lost = 0;
    for (std::size_t i = 0; i < lane.gaps.size(); ++i) {
        lost += lane.gaps[i].detail;
        EXPECT_LT(lane.gaps[i].startNs, lane.gaps[i].endNs);
    }
    EXPECT_GT(lost, 0U);
    EXPECT_EQ(run.trace.lost(), lost);
    // Its own: a begin, an end, two events a step. Read: those that were not lost, the gaps, and an end if it was lost.
    const std::uint64_t read = lane.operations[0].size() + lane.moments.size() + 1;
    EXPECT_EQ(read + lost, 2U * kSteps + 2);
    EXPECT_NE(lane.endNs.load(), Lane::kNotYet);
}

TEST(Process, WhatIsReadAndWhatIsLostAddUp)
{
    DrainedRun run;
    constexpr std::uint32_t kSteps = 400'000; // much faster than a reader at frame rate, in a small ring
    auto process =
        run.start(kTrialRecord, packArguments(kSteps, std::int64_t{0}, std::int64_t{0}), {.chunks = 2});
    ASSERT_TRUE(process);
    EXPECT_EQ(process->join(), 0);
    run.ingest.finish();
    const Lane& lane = run.lane(*process);
    std::uint64_t lost = 0;
    std::int64_t at = lane.beginNs.load();
    for (std::size_t i = 0; i < lane.gaps.size(); ++i) {
        EXPECT_GE(lane.gaps[i].startNs, at);
        at = lane.gaps[i].endNs;
        lost += lane.gaps[i].detail;
    }
    EXPECT_GE(lane.endNs.load(), at);
    EXPECT_EQ(run.trace.lost(), lost);
    const std::uint64_t read = lane.operations[0].size() + lane.moments.size();
    EXPECT_EQ(run.trace.events(), read + lane.gaps.size() + 2) << "begin and end";
    EXPECT_GE(read + lost, 2U * kSteps);
    EXPECT_LE(read + lost, 2U * kSteps + 1) << "the end itself may be among the lost";
}

TEST(Process, OneClearSentenceWithoutAWorker)
{
    Recorder recorder;
    {
        const Environment nowhere("THREADSCAPE_WORKER", "/nowhere/threadscape-worker");
        const auto process = Process::start(recorder, "Process-1", kTrialRecord);
        ASSERT_FALSE(process);
        EXPECT_EQ(
            process.error().text.english(),
            "Process-1 was not started: there is no program /nowhere/threadscape-worker. It belongs beside "
            "threadscape; the environment variable THREADSCAPE_WORKER can name another place.");
    }
    {
        const Environment noProgram("THREADSCAPE_WORKER", "/etc/passwd");
        const auto process = Process::start(recorder, "Process-1", kTrialRecord);
        ASSERT_FALSE(process);
        EXPECT_EQ(
            process.error().text.english(),
            "Process-1 was not started: /etc/passwd is not a program that can be run (Permission denied).");
    }
    EXPECT_EQ(recorder.catalogue().tracks(), 0U);
    EXPECT_TRUE(recorder.feeds().empty());
}

TEST(Process, ATaskThatTheWorkerDoesNotKnowEndsIt)
{
    DrainedRun run;
    auto process = run.start({"dance", kTrialExit.function});
    ASSERT_TRUE(process);
    EXPECT_EQ(process->join(), kBadArguments);
}

TEST(Process, ArgumentsThatMakeNoSenseEndIt)
{
    DrainedRun run;
    auto process = run.start(kTrialRecord, packArguments(std::uint8_t{1}));
    ASSERT_TRUE(process);
    EXPECT_EQ(process->join(), kBadArguments);
}

TEST(Process, ItMayOutliveTheRecorder)
{
    auto run = std::make_unique<DrainedRun>();
    auto process = run->start(kTrialRecordEndlessly);
    ASSERT_TRUE(process);
    run.reset();
    EXPECT_EQ(process->exitCode(), std::nullopt);
    process->kill();
    EXPECT_EQ(process->join(), -SIGKILL);
}

TEST(Process, SeveralAtATime)
{
    DrainedRun run;
    std::vector<std::unique_ptr<Process>> processes;
    for (int i = 0; i < 4; ++i)
        processes.push_back(
            run.start(kTrialRecord, packArguments(std::uint32_t{3'000}, std::int64_t{0}, std::int64_t{0})));
    for (const auto& process : processes)
        EXPECT_EQ(process->join(), 0);
    run.ingest.finish();
    for (const auto& process : processes) {
        EXPECT_EQ(run.lane(*process).operations[0].size(), 3'000U);
        expectSoundSteps(run.lane(*process));
    }
}

} // namespace
} // namespace threadscape
