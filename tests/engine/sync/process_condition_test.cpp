#include "sync/process_condition.h"

#include "exec/thread.h"
#include "support/trial_process.h"
#include "sync/process_value.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

TEST(ProcessCondition, ANotificationReachesOtherProcesses)
{
    TestRun test;
    ObjectId condition = kNoObject;
    test.run([&] {
        ProcessLock lock(test.runtime(), "Lock");
        ProcessCondition changed(test.runtime(), "Condition", lock);
        ProcessValue value(test.runtime(), "value", 0);
        condition = changed.object();
        std::vector<std::unique_ptr<Process>> all;
        for (int i = 1; i <= 3; ++i)
            all.push_back(startTrial(test, "Process-" + std::to_string(i), kTrialWait, {},
                                     {lock.handout(), changed.handout(), value.handout()}));
        for (const auto& process : all)
            ASSERT_TRUE(test.comesToWait(process->track(), State::condition));
        {
            const std::scoped_lock held(lock);
            EXPECT_EQ(changed.notifyOne(), 1U) << "in vain: the value is still 0";
        }
        {
            const std::scoped_lock held(lock);
            value.write(7);
        }
        for (const auto& process : all) {
            EXPECT_TRUE(eventually([&] {
                const std::scoped_lock held(lock);
                changed.notifyAll();
                return process->exitCode().has_value();
            }));
            EXPECT_EQ(process->join(), 0);
            EXPECT_EQ(process->told(0), 7);
        }
    });
    EXPECT_EQ(test.violations(), std::vector<std::string>());
}

TEST(ProcessCondition, ADeadWaiterTakesNoNotificationWithIt)
{
    TestRun test;
    test.run([&] {
        ProcessLock lock(test.runtime(), "Lock");
        ProcessCondition changed(test.runtime(), "Condition", lock);
        ProcessValue value(test.runtime(), "value", 0);
        const auto start = [&](const char* name) {
            auto process =
                startTrial(test, name, kTrialWait, {}, {lock.handout(), changed.handout(), value.handout()});
            EXPECT_TRUE(test.comesToWait(process->track(), State::condition));
            return process;
        };
        const auto first = start("Process-1");
        const auto second = start("Process-2");
        {
            // The first is notified, cannot have the lock back, and dies on its way.
            const std::scoped_lock held(lock);
            value.write(1);
            EXPECT_EQ(changed.notifyOne(), 1U);
            ASSERT_TRUE(test.comesToWait(first->track(), State::lock));
            first->kill();
            EXPECT_EQ(first->join(), -9);
            EXPECT_EQ(changed.notifyOne(), 1U) << "the second";
        }
        EXPECT_EQ(second->join(), 0);
        EXPECT_EQ(second->told(0), 1);
    });
    EXPECT_EQ(test.violations(), std::vector<std::string>());
}

TEST(ProcessCondition, AStopEndsTheWaitWithoutTheLock)
{
    TestRun test;
    test.run([&] {
        ProcessLock lock(test.runtime(), "Lock");
        ProcessCondition changed(test.runtime(), "Condition", lock);
        Thread thread(test.runtime(), "Thread-1", [&] {
            const std::scoped_lock held(lock);
            changed.wait();
        });
        ASSERT_TRUE(test.comesToWait(thread.track(), State::condition));
        thread.stop();
        thread.join();
        const std::scoped_lock held(lock);
    });
    EXPECT_EQ(test.violations(), std::vector<std::string>());
}

} // namespace
} // namespace threadscape
