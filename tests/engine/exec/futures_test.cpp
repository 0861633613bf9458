#include "exec/as_completed.h"
#include "exec/cancelled.h"
#include "exec/thread_pool.h"
#include "support/test_run.h"
#include "sync/misuse.h"
#include "sync/queue.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <random>
#include <stdexcept>

namespace threadscape {
namespace {

const ThreadPool::Names kPool{"Workers", "Worker"};

void sound(const TestRun& test)
{
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

const TaskSeries& tasksOf(const TestRun& test)
{
    const Catalogue& names = test.trace().catalogue();
    for (std::size_t o = 0; o < names.objects(); ++o)
        if (names.object(static_cast<ObjectId>(o)).kind == ObjectKind::pool)
            return test.trace().object(static_cast<ObjectId>(o)).tasks;
    throw std::logic_error("no pool");
}

std::vector<std::string> printed(const TestRun& test)
{
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < test.trace().notes().size(); ++i)
        if (const Note& note = test.trace().notes()[i]; note.kind == Note::Kind::print)
            lines.emplace_back(test.trace().catalogue().text(note.text));
    return lines;
}

TEST(Futures, MapGivesResultsInTheOrderOfTheInputs)
{
    TestRun test;
    test.run([&] {
        ThreadPool pool(test.runtime(), kPool, 3);
        std::vector<int> inputs(200);
        std::iota(inputs.begin(), inputs.end(), 0);
        EXPECT_EQ(pool.map([](int n) { return n * n; }, inputs).results().back(), 199 * 199);
        const auto strings = pool.map([](int n) { return std::to_string(n); }, inputs).results();
        for (int i = 0; i < 200; ++i)
            EXPECT_EQ(strings[static_cast<std::size_t>(i)], std::to_string(i));
        EXPECT_TRUE(pool.map([](int n) { return n; }, std::vector<int>{}).results().empty());
    });
    sound(test);
}

TEST(Futures, MapThrowsWhatTheFirstInputThrewAndCancelsWhatHasNotBegun)
{
    TestRun test;
    test.run([&] {
        Queue<int> gate(test.runtime(), "Gate");
        ThreadPool pool(test.runtime(), kPool, 1);
        {
            auto mapped = pool.map(
                [&](int n) {
                    if (n == 0)
                        throw std::runtime_error("none");
                    gate.get();
                    return n;
                },
                std::vector<int>{0, 1, 2, 3});
            EXPECT_THROW(mapped.results(), std::runtime_error);
            while (mapped.futures()[1].state() == TaskState::pending) {
                test.runtime().sleep([] { return 10'000; });
            }
        }
        gate.put(1);
        pool.shutdown();
    });
    sound(test);
    EXPECT_EQ(tasksOf(test)[0].state(), TaskState::failed);
    EXPECT_EQ(tasksOf(test)[1].state(), TaskState::done);
    EXPECT_EQ(tasksOf(test)[2].state(), TaskState::cancelled);
    EXPECT_EQ(tasksOf(test)[3].state(), TaskState::cancelled);
}

TEST(Futures, AsCompletedYieldsThemAsTheyEnd)
{
    TestRun test;
    std::vector<std::uint32_t> order;
    test.run([&] {
        ThreadPool pool(test.runtime(), kPool, 3);
        Queue<int> first(test.runtime(), "First");
        Queue<int> second(test.runtime(), "Second");
        std::vector<Future<int>> futures;
        futures.push_back(pool.submit([&] { return first.get(), 1; }));
        futures.push_back(pool.submit([&] { return second.get(), 2; }));
        futures.push_back(pool.submit([]() -> int { throw std::runtime_error("no"); }));
        for (Future<int>& future : AsCompleted(futures)) {
            order.push_back(future.number());
            EXPECT_TRUE(future.ready());
            if (order.size() == 1)
                second.put(1);
            if (order.size() == 2)
                first.put(1);
        }
        std::vector<Future<int>> none;
        for (Future<int>& future : AsCompleted(none))
            ADD_FAILURE() << future.number();
        for (Future<int>& future : AsCompleted(futures)) // all have ended by now
            order.push_back(future.number());
    });
    sound(test);
    EXPECT_EQ(order, (std::vector<std::uint32_t>{3, 2, 1, 1, 2, 3}));
}

TEST(Futures, CallbacksAreCalledOnceByWhoEndsTheTaskOrAtOnce)
{
    TestRun test;
    std::vector<std::pair<TrackId, TaskState>> calls;
    TrackId main = kNoTrack;
    TrackId worker = kNoTrack;
    test.run([&] {
        main = Actor::current().track();
        Queue<int> gate(test.runtime(), "Gate");
        ThreadPool pool(test.runtime(), kPool, 1);
        const auto note = [&](TaskState state) { calls.emplace_back(Actor::current().track(), state); };
        Future<TrackId> runs = pool.submit([&] { return gate.get(), Actor::current().track(); });
        runs.whenDone(note);
        runs.whenDone([&](TaskState state) {
            EXPECT_EQ(calls.size(), 1U); // in their order
            note(state);
        });
        Future<void> fails = pool.submit([] { throw std::runtime_error("no"); });
        fails.whenDone(note);
        Future<void> pending = pool.submit([] {});
        pending.whenDone(note);
        EXPECT_TRUE(pending.cancel());
        ASSERT_EQ(calls.size(), 1U); // by the one who cancels
        EXPECT_EQ(calls[0], std::pair(main, TaskState::cancelled));
        calls.clear();
        gate.put(1);
        worker = runs.get();
        pool.shutdown();
        ASSERT_EQ(calls.size(), 3U);
        runs.whenDone(note);
    });
    sound(test);
    ASSERT_EQ(calls.size(), 4U);
    EXPECT_EQ(calls[1], std::pair(worker, TaskState::done));
    EXPECT_EQ(calls[2], std::pair(worker, TaskState::failed));
    EXPECT_EQ(calls[3], std::pair(main, TaskState::done));
}

TEST(Futures, ACallbackThatThrowsIsReportedAndHarmsNobody)
{
    TestRun test;
    int after = 0;
    test.run([&] {
        ThreadPool pool(test.runtime(), kPool, 1);
        Future<int> future = pool.submit([] { return 5; });
        future.whenDone([](TaskState) { throw std::runtime_error("it broke"); });
        future.whenDone([&](TaskState) { ++after; });
        pool.shutdown();
        EXPECT_EQ(future.get(), 5);
        future.whenDone([](TaskState) { throw 7; }); // called here: nothing comes through
    });
    sound(test);
    EXPECT_EQ(after, 1);
    ASSERT_EQ(printed(test).size(), 2U);
    EXPECT_EQ(std::ranges::count(printed(test), "A done-callback of task 1 failed: it broke."), 1);
}

TEST(Futures, CancelIsHonouredBeforeTheStartAndRefusedAfter)
{
    TestRun test;
    std::string words;
    test.run([&] {
        Queue<int> begun(test.runtime(), "Begun");
        Queue<int> gate(test.runtime(), "Gate");
        ThreadPool pool(test.runtime(), kPool, 1);
        Future<int> runs = pool.submit([&] { return begun.put(1), gate.get(), 1; });
        begun.get();
        Future<int> waits = pool.submit([] { return 2; });
        Thread waiter(test.runtime(), "Waiter", [&] {
            try {
                waits.get();
            } catch (const Cancelled& cancelled) {
                words = cancelled.what();
            }
        });
        EXPECT_TRUE(test.comesToWait(waiter.track(), State::future));
        EXPECT_FALSE(runs.cancel());
        EXPECT_TRUE(waits.cancel());
        EXPECT_FALSE(waits.cancel()); // it has ended
        waiter.join();
        gate.put(1);
        EXPECT_EQ(runs.get(), 1);
        EXPECT_FALSE(runs.cancel());
        EXPECT_EQ(waits.state(), TaskState::cancelled);
    });
    sound(test);
    EXPECT_EQ(words, "Task 2 was cancelled before it began: there is no result.");
    EXPECT_FALSE(tasksOf(test)[1].started.known());
}

// Cancel against start, many times: exactly one of the two has its way, and everybody hears which.
TEST(Futures, CancelAndStartNeverBothHaveTheirWay)
{
    TestRun test;
    constexpr int kTasks = 3000;
    int honoured = 0;
    std::atomic<int> ran{0};
    std::atomic<int> called{0};
    test.run([&] {
        ThreadPool pool(test.runtime(), kPool, 2);
        for (int i = 0; i < kTasks; ++i) {
            std::atomic<bool> begun{false};
            Future<void> future = pool.submit([&] { begun = true, ran.fetch_add(1); });
            future.whenDone([&](TaskState) { called.fetch_add(1); });
            for (int spin = i % 97; spin > 0 && !begun; --spin)
                spinPause();
            const bool cancelled = future.cancel();
            future.wait();
            EXPECT_EQ(future.state(), cancelled ? TaskState::cancelled : TaskState::done);
            EXPECT_EQ(begun.load(), !cancelled);
            honoured += cancelled ? 1 : 0;
        }
        pool.shutdown();
    });
    sound(test);
    EXPECT_EQ(ran + honoured, kTasks);
    EXPECT_EQ(called, kTasks);
}

TEST(Futures, ShutdownWithoutWaitingReturnsAtOnceAndTheQueuedTasksRun)
{
    TestRun test;
    std::atomic<int> ran{0};
    test.run([&] {
        Queue<int> gate(test.runtime(), "Gate");
        ThreadPool pool(test.runtime(), kPool, 1);
        std::vector<Future<void>> futures;
        for (int i = 0; i < 10; ++i)
            futures.push_back(pool.submit([&] { gate.get(), ran.fetch_add(1); }));
        pool.shutdown({.wait = false});
        EXPECT_EQ(ran, 0);
        EXPECT_THROW(pool.submit([] {}), Misuse);
        for (int i = 0; i < 10; ++i)
            gate.put(1);
        for (Future<void>& future : futures)
            future.get();
        pool.shutdown();
    });
    sound(test);
    EXPECT_EQ(ran, 10);
}

TEST(Futures, ShutdownCanCancelWhatHasNotBegun)
{
    TestRun test;
    std::atomic<int> ran{0};
    test.run([&] {
        Queue<int> begun(test.runtime(), "Begun");
        Queue<int> gate(test.runtime(), "Gate");
        ThreadPool pool(test.runtime(), kPool, 1);
        std::vector<Future<void>> futures;
        for (int i = 0; i < 5; ++i)
            futures.push_back(pool.submit([&] { begun.put(1), gate.get(), ran.fetch_add(1); }));
        begun.get();
        pool.shutdown({.wait = false, .cancelPending = true});
        EXPECT_EQ(futures[0].state(), TaskState::running);
        for (std::size_t i = 1; i < 5; ++i)
            EXPECT_THROW(futures[i].get(), Cancelled);
        gate.put(1);
        pool.shutdown();
    });
    sound(test);
    EXPECT_EQ(ran, 1);
}

TEST(Futures, AHeldPoolBeginsNothing)
{
    TestRun test;
    test.run([&] {
        ThreadPool pool(test.runtime(), kPool, 3);
        std::vector<Future<void>> futures;
        for (int round = 0; round < 50; ++round) {
            {
                const ThreadPool::Held held(pool);
                const ThreadPool::Held again(pool);
                for (int i = 0; i < 4; ++i)
                    futures.push_back(pool.submit([] {}));
                EXPECT_TRUE(futures.back().cancel()); // three workers have nothing to do
                if (round == 49)
                    pool.shutdown({.wait = false});
            }
            futures[futures.size() - 2].get();
        }
        pool.shutdown();
        EXPECT_EQ(std::ranges::count(futures, TaskState::cancelled, &Future<void>::state), 50);
        EXPECT_EQ(std::ranges::count(futures, TaskState::done, &Future<void>::state), 150);
    });
    sound(test);
}

TEST(Futures, AStopInTheMidstCallsEachCallbackOnceAndEndsEverything)
{
    for (int round = 0; round < 30; ++round) {
        TestRun test;
        constexpr int kTasks = 40;
        std::array<std::atomic<int>, kTasks> called{};
        test.run([&] {
            Queue<int> gate(test.runtime(), "Gate"); // outlives the pool's tasks
            ThreadPool pool(test.runtime(), kPool, 3);
            std::vector<Future<void>> futures;
            for (std::size_t i = 0; i < kTasks; ++i) {
                futures.push_back(pool.submit([&] { gate.get(); }));
                futures.back().whenDone([&called, i](TaskState) { called[i].fetch_add(1); });
            }
            for (int i = 0; i < round; ++i)
                gate.put(1);
            Thread stopper(test.runtime(), "Stopper", [&] { test.runtime().stopAll(); });
            for (Future<void>& future : AsCompleted(futures))
                future.get();
            ADD_FAILURE() << "the stop was not heard";
        });
        for (const auto& calls : called)
            EXPECT_EQ(calls, 1);
        sound(test);
        const TaskSeries& tasks = tasksOf(test);
        ASSERT_EQ(tasks.size(), std::size_t{kTasks});
        // Those that the stop cut off, or kept from beginning, have no end in the trace: they did not fail, and nobody
        // cancelled them.
        for (std::size_t i = 0; i < kTasks; ++i)
            EXPECT_TRUE(tasks[i].state() == TaskState::done || !tasks[i].ended.known()) << i;
    }
}

TEST(Futures, TasksBearTheirNamesOnTheWorkersLane)
{
    TestRun test;
    test.run([&] {
        Catalogue& names = test.runtime().catalogue();
        ThreadPool pool(test.runtime(), kPool, 1);
        pool.submit([] {});
        pool.submit([] {}, {names.intern("square"), true});
        pool.submit([] {}, {names.intern("resize sheep.png"), false});
        pool.shutdown();
    });
    sound(test);
    const auto& boxes = test.trace().lane(1).operations[0];
    ASSERT_EQ(boxes.size(), 3U);
    const Catalogue& names = test.trace().catalogue();
    const auto ordinal = static_cast<std::uint8_t>(NumberStyle::ordinal);
    EXPECT_EQ(names.text(boxes[0].object), "task");
    EXPECT_EQ(std::pair(boxes[0].detail, unsigned{boxes[0].label}), std::pair(1U, unsigned{ordinal}));
    EXPECT_EQ(names.text(boxes[1].object), "square");
    EXPECT_EQ(std::pair(boxes[1].detail, unsigned{boxes[1].label}), std::pair(2U, unsigned{ordinal}));
    EXPECT_EQ(names.text(boxes[2].object), "resize sheep.png");
    EXPECT_EQ(boxes[2].label, 0);
    // A box is its task: they share their stamps.
    for (std::size_t i = 0; i < 3; ++i) {
        const TaskRecord task = tasksOf(test)[i];
        EXPECT_EQ(task.started.atNs, boxes[i].startNs);
        EXPECT_EQ(task.ended.atNs, boxes[i].endNs);
        EXPECT_EQ(task.submitted.by, 0);
        EXPECT_EQ(task.started.by, 1);
        EXPECT_EQ(task.name.id, boxes[i].object);
    }
}

// A pool and what it should come to, under random schedules: tasks that end, fail or are cancelled, callbacks, several
// submitters, in the end a shutdown of any kind.
TEST(Futures, CountsAlwaysAddUp)
{
    for (unsigned seed = 0; seed < 40; ++seed) {
        TestRun test;
        std::atomic<int> done{0};
        std::atomic<int> failed{0};
        std::atomic<int> cancelled{0};
        std::atomic<int> callbacks{0};
        std::atomic<int> ran{0};
        std::atomic<int> submitted{0};
        test.run([&] {
            std::mt19937 random(seed);
            ThreadPool pool(test.runtime(), kPool, 1 + static_cast<int>(random() % 4));
            std::list<Thread> submitters;
            for (int s = 0; s < 3; ++s)
                submitters.emplace_back(test.runtime(), "Submitter " + std::to_string(s),
                                        [&, own = std::mt19937(random())]() mutable {
                                            std::vector<Future<int>> futures;
                                            for (int i = 0; i < 60; ++i) {
                                                const bool fails = own() % 4 == 0;
                                                const int spins = static_cast<int>(own() % 200);
                                                futures.push_back(pool.submit([&, fails, spins] {
                                                    for (int k = 0; k < spins; ++k)
                                                        spinPause();
                                                    ran.fetch_add(1);
                                                    if (fails)
                                                        throw std::runtime_error("no");
                                                    return 1;
                                                }));
                                                submitted.fetch_add(1);
                                                if (own() % 2 == 0)
                                                    futures.back().whenDone(
                                                        [&](TaskState) { callbacks.fetch_add(1); });
                                                else
                                                    callbacks.fetch_add(1);
                                                if (own() % 3 == 0)
                                                    futures[own() % futures.size()].cancel();
                                            }
                                            for (Future<int>& future : AsCompleted(futures)) {
                                                try {
                                                    done.fetch_add(future.get());
                                                } catch (const Cancelled&) {
                                                    cancelled.fetch_add(1);
                                                } catch (const std::runtime_error&) {
                                                    failed.fetch_add(1);
                                                }
                                            }
                                        });
            for (Thread& submitter : submitters)
                submitter.join();
            pool.shutdown({.wait = random() % 2 == 0, .cancelPending = random() % 2 == 0});
        });
        EXPECT_EQ(submitted, 180);
        EXPECT_EQ(done + failed + cancelled, 180) << "seed " << seed;
        EXPECT_EQ(ran, done + failed);
        EXPECT_EQ(callbacks, 180);
        sound(test);
        int ended[kTaskStates] = {};
        for (std::size_t i = 0; i < tasksOf(test).size(); ++i)
            ++ended[static_cast<int>(tasksOf(test)[i].state())];
        EXPECT_EQ(ended[static_cast<int>(TaskState::done)], done);
        EXPECT_EQ(ended[static_cast<int>(TaskState::failed)], failed);
        EXPECT_EQ(ended[static_cast<int>(TaskState::cancelled)], cancelled);
    }
}

} // namespace
} // namespace threadscape
