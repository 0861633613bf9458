#include "sync/process_lock.h"

#include "exec/thread.h"
#include "support/trial_process.h"
#include "sync/misuse.h"
#include "sync/process_value.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace threadscape {
namespace {

std::vector<std::byte> sharing(bool lock, std::uint32_t times, std::uint32_t sleepAt = 0)
{
    return packArguments(static_cast<std::uint8_t>(lock), times, sleepAt);
}

class ProcessShare : public ::testing::TestWithParam<bool> {
protected:
    std::unique_ptr<ProcessSemaphore> make(TestRun& test) const
    {
        if (GetParam())
            return std::make_unique<ProcessLock>(test.runtime(), "Lock");
        return std::make_unique<ProcessSemaphore>(test.runtime(), "Lock", 1);
    }
};
INSTANTIATE_TEST_SUITE_P(, ProcessShare, ::testing::Bool(),
                         [](const auto& kind) { return kind.param ? "Lock" : "Semaphore"; });

TEST_P(ProcessShare, LetsOneProcessAtATimeAndIsSeen)
{
    constexpr std::uint32_t kTimes = 3'000;
    TestRun test;
    ObjectId lock = kNoObject;
    ObjectId variable = kNoObject;
    std::int64_t counted = 0;
    test.run([&] {
        const auto shared = make(test);
        ProcessValue value(test.runtime(), "counter", 0);
        lock = shared->object();
        variable = value.object();
        std::vector<std::unique_ptr<Process>> all;
        for (int i = 1; i <= 3; ++i)
            all.push_back(startTrial(test, "Process-" + std::to_string(i), kTrialShare,
                                     sharing(GetParam(), kTimes), {shared->handout(), value.handout()}));
        for (std::uint32_t i = 0; i < kTimes; ++i) { // this process too
            const std::scoped_lock held(*shared);
            value.write(value.read() + 1);
        }
        for (const auto& process : all)
            EXPECT_EQ(process->join(), 0);
        counted = value.read();
    });
    EXPECT_EQ(counted, 4 * kTimes);
    EXPECT_EQ(test.violations(), std::vector<std::string>());
    // One object for all of them, with all holds in order and all values.
    EXPECT_EQ(test.trace().object(lock).totals->holds().total(), 4U * kTimes);
    const ValueSeries& values = test.trace().object(variable).values;
    ASSERT_EQ(values.size(), 4U * kTimes + 1);
    for (std::size_t i = 0; i < values.size(); ++i)
        ASSERT_EQ(values[i].value, static_cast<std::int64_t>(i));
}

TEST_P(ProcessShare, AnOwnerThatDiesHangsNobody)
{
    TestRun test;
    ObjectId lock = kNoObject;
    TrackId dead = kNoTrack;
    test.run([&] {
        const auto shared = make(test);
        ProcessValue value(test.runtime(), "counter", 0);
        lock = shared->object();
        const auto owner = startTrial(test, "Process-1", kTrialShare, sharing(GetParam(), 10, 5),
                                      {shared->handout(), value.handout()});
        dead = owner->track();
        ASSERT_TRUE(comesToTell(*owner, 1, 1));
        const auto waiter = startTrial(test, "Process-2", kTrialShare, sharing(GetParam(), 10),
                                       {shared->handout(), value.handout()});
        const State state = GetParam() ? State::lock : State::semaphore;
        ASSERT_TRUE(test.comesToWait(waiter->track(), state));
        // A thread of this process waits too.
        Thread thread(test.runtime(), "Thread-1", [&] { const std::scoped_lock held(*shared); });
        ASSERT_TRUE(test.comesToWait(thread.track(), state));
        EXPECT_EQ(shared->ownersLost(), 0);
        owner->kill();
        EXPECT_EQ(waiter->join(), 0);
        thread.join();
        EXPECT_EQ(shared->ownersLost(), 1);
        EXPECT_EQ(value.read(), 15);
    });
    EXPECT_EQ(test.violations(), std::vector<std::string>());
    // Its last hold ends with it.
    const Lane& lane = test.trace().lane(dead);
    ASSERT_EQ(lane.holds[0].size(), 5U);
    EXPECT_EQ(lane.holds[0][4].endNs, lane.endNs.load());
    EXPECT_EQ(lane.holds[0][4].object, lock);
}

TEST_P(ProcessShare, AStopEndsAWaitForAnotherProcess)
{
    TestRun test;
    test.run([&] {
        const auto shared = make(test);
        ProcessValue value(test.runtime(), "counter", 0);
        const auto owner = startTrial(test, "Process-1", kTrialShare, sharing(GetParam(), 1, 1),
                                      {shared->handout(), value.handout()});
        ASSERT_TRUE(comesToTell(*owner, 1, 1));
        bool got = false;
        Thread thread(test.runtime(), "Thread-1", [&] {
            const std::scoped_lock held(*shared);
            got = true;
        });
        ASSERT_TRUE(test.comesToWait(thread.track(), GetParam() ? State::lock : State::semaphore));
        thread.stop();
        thread.join();
        EXPECT_FALSE(got);
    });
    EXPECT_EQ(test.violations(), std::vector<std::string>());
}

TEST_P(ProcessShare, WhoWokeWhomIsToldAcrossProcesses)
{
    TestRun test;
    TrackId waited = kNoTrack;
    test.run([&] {
        const auto shared = make(test);
        ProcessValue value(test.runtime(), "counter", 0);
        shared->acquire();
        const auto waiter = startTrial(test, "Process-1", kTrialShare, sharing(GetParam(), 1),
                                       {shared->handout(), value.handout()});
        waited = waiter->track();
        ASSERT_TRUE(test.comesToWait(waited, GetParam() ? State::lock : State::semaphore));
        shared->release();
        EXPECT_EQ(waiter->join(), 0);
    });
    const Lane& lane = test.trace().lane(waited);
    ASSERT_GE(lane.waits.size(), 1U);
    EXPECT_EQ(wakerOf(lane.waits[0].detail), 0) << "main, by the run's number";
    EXPECT_EQ(waitEndOf(lane.waits[0].detail), WaitEnd::served);
}

TEST(ProcessLock, IsReleasedByItsHolderAlone)
{
    TestRun test;
    test.run([&] {
        ProcessLock lock(test.runtime(), "Lock");
        EXPECT_THROW(lock.release(), Misuse);
        lock.acquire();
        lock.release();
        EXPECT_THROW(lock.release(), Misuse);
    });
}

TEST(ProcessSemaphore, OneReleaseTooManyMakesAPermitMore)
{
    TestRun test;
    test.run([&] {
        ProcessSemaphore semaphore(test.runtime(), "Semaphore", 1);
        semaphore.release();
        semaphore.acquire();
        semaphore.acquire();
        semaphore.release();
        semaphore.release();
    });
    EXPECT_EQ(test.violations(), std::vector<std::string>());
}

} // namespace
} // namespace threadscape
