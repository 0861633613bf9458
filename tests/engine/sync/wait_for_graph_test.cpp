#include "sync/wait_for_graph.h"

#include "exec/thread.h"
#include "support/test_run.h"
#include "sync/condition.h"
#include "sync/gil.h"
#include "sync/lock.h"
#include "sync/queue.h"
#include "sync/rlock.h"

#include <deque>
#include <gtest/gtest.h>
#include <list>

namespace threadscape {
namespace {

/// Threads 0 .. n-1, each of which takes the lock of its number and, once all have, the one of the next thread.
void runCircle(TestRun& test, std::size_t threads,
               const std::function<void(const std::vector<TrackId>&, const std::deque<Lock>&)>& look)
{
    test.run([&] {
        std::deque<Lock> locks;
        for (std::size_t i = 0; i < threads; ++i)
            locks.emplace_back(test.runtime(), "Lock " + std::to_string(i));
        std::atomic<std::size_t> holding{0};
        std::list<Thread> all;
        std::vector<TrackId> tracks;
        for (std::size_t i = 0; i < threads; ++i) {
            all.emplace_back(test.runtime(), "Thread-" + std::to_string(i), [&, i] {
                const std::scoped_lock own(locks[i]);
                ++holding;
                while (holding < threads)
                    checkpoint();
                const std::scoped_lock next(locks[(i + 1) % threads]);
            });
            tracks.push_back(all.back().track());
        }
        look(tracks, locks);
        for (Thread& thread : all)
            thread.stop();
    });
    EXPECT_TRUE(test.violations().empty());
}

TEST(WaitForGraph, NamesADeadlockInItsOrder)
{
    for (const std::size_t threads : {2U, 5U}) {
        TestRun test;
        runCircle(test, threads, [&](const auto& tracks, const auto& locks) {
            std::optional<Standstill> found;
            ASSERT_TRUE(eventually([&] { return (found = findStandstill(test.runtime())).has_value(); }));
            EXPECT_EQ(found->kind, Standstill::Kind::deadlock);
            ASSERT_EQ(found->edges.size(), threads);
            EXPECT_GT(found->since, 0U);
            for (std::size_t i = 0; i < threads; ++i) {
                const std::size_t next = (i + 1) % threads;
                EXPECT_EQ(found->edges[i],
                          (WaitForEdge{tracks[i], locks[next].object(), tracks[next], false}));
            }
        });
    }
}

// The others may continue: it is no deadlock of them all, nor a stall.
TEST(WaitForGraph, AThreadThatWaitsForItselfIsNamed)
{
    TestRun test;
    runCircle(test, 1, [&](const auto& tracks, const auto& locks) {
        std::optional<Standstill> found;
        ASSERT_TRUE(eventually([&] { return (found = findStandstill(test.runtime())).has_value(); }));
        EXPECT_EQ(found->kind, Standstill::Kind::selfWait);
        ASSERT_EQ(found->edges.size(), 1U);
        EXPECT_EQ(found->edges[0], (WaitForEdge{tracks[0], locks[0].object(), tracks[0], false}));
        EXPECT_EQ(found->waiting, 1U);
        EXPECT_GT(found->since, 0U);
    });
}

// A third that waits for one of its own locks must not hide the two that wait for each other.
TEST(WaitForGraph, ADeadlockIsFoundBeforeAWaitForOneself)
{
    TestRun test;
    test.run([&] {
        Lock own(test.runtime(), "Own");
        Thread alone(test.runtime(), "Alone", [&] {
            const std::scoped_lock held(own);
            own.lock();
        });
        ASSERT_TRUE(test.comesToWait(alone.track(), State::lock));
        Lock first(test.runtime(), "First");
        Lock second(test.runtime(), "Second");
        std::atomic<int> holding{0};
        const auto takeBoth = [&](Lock& outer, Lock& inner) {
            const std::scoped_lock held(outer);
            ++holding;
            while (holding < 2)
                checkpoint();
            inner.lock();
        };
        Thread one(test.runtime(), "One", [&] { takeBoth(first, second); });
        Thread other(test.runtime(), "Other", [&] { takeBoth(second, first); });
        std::optional<Standstill> found;
        EXPECT_TRUE(eventually([&] {
            found = findStandstill(test.runtime());
            return found && found->kind == Standstill::Kind::deadlock;
        }));
        ASSERT_TRUE(found);
        EXPECT_EQ(found->edges.size(), 2U);
        for (Thread* thread : {&alone, &one, &other})
            thread->stop();
    });
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

// What an extension of an interpreter does that keeps the interpreter lock while it waits for a lock of its own.
TEST(WaitForGraph, AnInterpreterLockKeptWhileWaitingMakesADeadlock)
{
    TestRun test;
    test.run([&] {
        Gil gil(test.runtime(), "GIL",
                std::chrono::milliseconds(1)); // it looks again and again, and waits all the same
        Lock lock(test.runtime(), "L");
        lock.lock();
        Thread other(test.runtime(), "Other", [&] {
            const std::lock_guard interpreter(gil);
            const std::scoped_lock never(lock);
        });
        std::optional<Standstill> found;
        std::jthread outside([&] {
            eventually([&] { return (found = findStandstill(test.runtime())).has_value(); });
            test.runtime().stopAll();
        });
        EXPECT_TRUE(eventually([&] { return gil.holder() != nullptr; }));
        EXPECT_THROW(gil.acquire(), Stopped);
        outside.join();
        lock.unlock();
        ASSERT_TRUE(found);
        EXPECT_EQ(found->kind, Standstill::Kind::deadlock);
        EXPECT_EQ(found->edges.size(), 2U);
    });
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(WaitForGraph, ALockThatAnyoneMayReleaseMakesNoDeadlock)
{
    TestRun test;
    test.run([&] {
        Lock lock(test.runtime(), "L");
        lock.declareReleasedByAnyone(test.runtime());
        Thread waiter(test.runtime(), "Waiter", [&] {
            lock.lock();
            lock.lock(); // until a stranger has released it
            lock.unlock();
        });
        ASSERT_TRUE(test.comesToWait(waiter.track(), State::lock));
        EXPECT_EQ(findStandstill(test.runtime()), std::nullopt);
        lock.unlock();
        waiter.join();
    });
}

TEST(WaitForGraph, AWaitWithATimeOutMakesNoDeadlock)
{
    TestRun test;
    test.run([&] {
        Lock lock(test.runtime(), "L");
        Thread waiter(test.runtime(), "Waiter", [&] {
            lock.lock();
            EXPECT_THROW(static_cast<void>(lock.try_lock_for(std::chrono::hours(1))), Stopped);
            lock.unlock();
            throw Stopped{};
        });
        ASSERT_TRUE(test.comesToWait(waiter.track(), State::lock));
        for (int i = 0; i < 100; ++i)
            EXPECT_EQ(findStandstill(test.runtime()), std::nullopt);
        waiter.stop();
    });
}

TEST(WaitForGraph, WhereAllWaitForGoodIsAStallUnlessSomebodyRuns)
{
    TestRun test;
    test.run([&] {
        RLock lock(test.runtime(), "L");
        Condition condition(test.runtime(), "C", lock);
        Thread waiter(test.runtime(), "Waiter", [&] {
            const std::scoped_lock held(lock);
            condition.wait();
        });
        ASSERT_TRUE(test.comesToWait(waiter.track(), State::condition));
        EXPECT_EQ(findStandstill(test.runtime()), std::nullopt) << "the main thread runs";
        // While main waits too, somebody outside the run looks, and ends it.
        std::optional<Standstill> found;
        std::jthread outside([&] {
            eventually([&] { return (found = findStandstill(test.runtime())).has_value(); });
            test.runtime().stopAll();
        });
        EXPECT_THROW(waiter.join(), Stopped);
        outside.join();
        ASSERT_TRUE(found);
        EXPECT_EQ(found->kind, Standstill::Kind::stall);
        EXPECT_EQ(found->waiting, 2U);
        EXPECT_TRUE(found->edges.empty());
    });
}

TEST(WaitForGraph, ALockWhoseHolderHasEndedIsNamed)
{
    TestRun test;
    test.run([&] {
        Lock lock(test.runtime(), "L");
        Thread holder(test.runtime(), "Holder", [&] { lock.lock(); });
        holder.join();
        Thread waiter(test.runtime(), "Waiter", [&] { lock.lock(); });
        std::optional<Standstill> found;
        std::jthread outside([&] {
            eventually([&] { return (found = findStandstill(test.runtime())).has_value(); });
            test.runtime().stopAll();
        });
        EXPECT_THROW(waiter.join(), Stopped);
        outside.join();
        ASSERT_TRUE(found);
        EXPECT_EQ(found->kind, Standstill::Kind::stall);
        ASSERT_EQ(found->edges.size(), 1U);
        EXPECT_EQ(found->edges[0], (WaitForEdge{waiter.track(), lock.object(), holder.track(), true}));
    });
}

// Threads that hand wake-ups to each other as fast as they can are all seen waiting now and then: no such look may pass for
// a standstill.
TEST(WaitForGraph, ABusyRunNeverStandsStill)
{
    constexpr int kRounds = 20'000;
    TestRun test;
    std::atomic<bool> over{false};
    int looks = 0;
    std::jthread outside([&] {
        while (!over) {
            const auto found = findStandstill(test.runtime());
            EXPECT_EQ(found, std::nullopt) << static_cast<int>(found->kind);
            ++looks;
        }
    });
    test.run([&] {
        Queue<int> there(test.runtime(), "There", 1);
        Queue<int> back(test.runtime(), "Back", 1);
        Lock first(test.runtime(), "First");
        Lock second(test.runtime(), "Second");
        const auto takeBoth = [&] {
            for (int i = 0; i < kRounds; ++i) {
                const std::scoped_lock outer(first);
                const std::scoped_lock inner(second);
            }
        };
        Thread echo(test.runtime(), "Echo", [&] {
            for (int i = 0; i < kRounds; ++i)
                back.put(there.get());
        });
        Thread a(test.runtime(), "A", takeBoth);
        Thread b(test.runtime(), "B", takeBoth);
        for (int i = 0; i < kRounds; ++i) {
            there.put(i);
            EXPECT_EQ(back.get(), i);
        }
        for (Thread* thread : {&echo, &a, &b})
            thread->join();
        over = true;
    });
    outside.join();
    EXPECT_GT(looks, 0);
}

TEST(LockOrder, KnowsWhichLocksWereTakenInBothOrders)
{
    TestRun test;
    test.run([&] {
        Runtime& runtime = test.runtime();
        Lock a(runtime, "A");
        Lock b(runtime, "B");
        Lock c(runtime, "C");
        const auto take = [](Lock& outer, Lock& inner) {
            const std::scoped_lock held(outer);
            const std::scoped_lock taken(inner);
        };
        take(a, b);
        take(b, c);
        take(a, c);
        EXPECT_TRUE(runtime.lockOrder().bothOrders().empty());
        Thread other(runtime, "Other", [&] { take(c, b); });
        other.join();
        const auto both = runtime.lockOrder().bothOrders();
        ASSERT_EQ(both.size(), 1U);
        EXPECT_EQ(both[0].first, b.object());
        EXPECT_EQ(both[0].second, c.object());
        EXPECT_EQ(both[0].firstThenSecond, 0);
        EXPECT_EQ(both[0].secondThenFirst, other.track());
    });
}

} // namespace
} // namespace threadscape
