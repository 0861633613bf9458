#include "sync/condition.h"

#include "exec/thread.h"
#include "support/test_run.h"
#include "sync/lock.h"
#include "sync/rlock.h"

#include <gtest/gtest.h>
#include <list>
#include <mutex>

namespace threadscape {
namespace {

TEST(Condition, NotifyWakesOneOrAllAndTheLockIsBack)
{
    TestRun test;
    int woken = 0;
    test.run([&] {
        RLock lock(test.runtime(), "R");
        Condition condition(test.runtime(), "C", lock);
        int waiting = 0;
        std::list<Thread> threads;
        for (int i = 0; i < 5; ++i)
            threads.emplace_back(test.runtime(), "W", [&] {
                const std::scoped_lock outer(lock);
                const std::scoped_lock inner(lock); // both depths come back
                ++waiting;
                condition.wait();
                EXPECT_EQ(lock.holder(), &Actor::current());
                ++woken;
            });
        const auto locked = [&](auto&& what) {
            const std::scoped_lock held(lock);
            return what();
        };
        EXPECT_TRUE(eventually([&] { return locked([&] { return waiting == 5; }); }));
        EXPECT_EQ(locked([&] { return condition.notifyOne(); }), 1U);
        EXPECT_TRUE(eventually([&] { return locked([&] { return woken == 1; }); }));
        EXPECT_EQ(locked([&] { return condition.notifyAll(); }), 4U);
        for (Thread& thread : threads)
            thread.join();
        EXPECT_EQ(locked([&] { return condition.notifyAll(); }), 0U);
    });
    EXPECT_EQ(woken, 5);
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(Condition, AStoppedWaiterLeavesWithoutTheLockAndWithoutTheWakeUp)
{
    TestRun test;
    bool secondWoken = false;
    test.run([&] {
        Lock lock(test.runtime(), "L");
        Condition condition(test.runtime(), "C", lock);
        int waiting = 0;
        const auto waiter = [&](bool* woken) {
            return [&, woken] {
                const std::scoped_lock held(lock);
                ++waiting;
                condition.wait();
                if (woken != nullptr)
                    *woken = true;
            };
        };
        const auto allWait = [&](int count) {
            return eventually([&] {
                const std::scoped_lock held(lock);
                return waiting == count;
            });
        };
        Thread first(test.runtime(), "First", waiter(nullptr));
        EXPECT_TRUE(allWait(1));
        Thread second(test.runtime(), "Second", waiter(&secondWoken));
        EXPECT_TRUE(allWait(2));
        lock.lock();
        EXPECT_EQ(condition.notifyOne(), 1U); // the first; it cannot get the lock yet
        first.stop();
        first.join();
        EXPECT_EQ(lock.holder(), &Actor::current());
        lock.unlock();
        second.join(); // woken by the wake-up that the first handed on
    });
    EXPECT_TRUE(secondWoken);
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(Condition, SpuriousWakeUpsNeedNoNotify)
{
    TestRun test;
    test.run([&] {
        Lock lock(test.runtime(), "L");
        Condition condition(test.runtime(), "C", lock);
        EXPECT_FALSE(condition.wakeSpuriously());
        Thread waiter(test.runtime(), "W", [&] {
            const std::scoped_lock held(lock);
            EXPECT_FALSE(condition.wait()) << "nobody notified it";
            EXPECT_TRUE(condition.wait()) << "it was notified";
        });
        EXPECT_TRUE(eventually([&] { return condition.wakeSpuriously(); }));
        EXPECT_TRUE(eventually([&] {
            const std::scoped_lock held(lock);
            return condition.notifyOne() == 1;
        }));
        waiter.join();
    });
}

} // namespace
} // namespace threadscape
