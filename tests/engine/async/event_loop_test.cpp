#include "async/event_loop.h"

#include "async/gather.h"
#include "async/in_pool.h"
#include "async/sleep.h"
#include "async/timeout.h"
#include "async/yield.h"
#include "exec/thread.h"
#include "support/test_run.h"
#include "support/units.h"
#include "sync/misuse.h"
#include "sync/stopped.h"

#include <chrono>
#include <optional>
#include <thread>

#include <gmock/gmock.h>

namespace threadscape {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::function<std::int64_t()> ms(std::int64_t count)
{
    return [count] { return count * kMs; };
}

/// How many of them live: a coroutine's frame that is left behind keeps its own.
class Alive {
public:
    explicit Alive(int& count) : m_count(count) { ++m_count; }
    ~Alive() { --m_count; }
    Alive(const Alive&) = delete;
    Alive& operator=(const Alive&) = delete;

private:
    int& m_count;
};

/// A run with an event loop on its main thread, without a violation and without a frame that is left.
class EventLoopTest : public testing::Test {
public:
    void withLoop(const std::function<void(EventLoop&)>& body)
    {
        m_test.run([&] {
            EventLoop loop(m_test.runtime(), "Event loop");
            body(loop);
        });
        EXPECT_THAT(m_test.violations(), IsEmpty());
        EXPECT_EQ(m_alive, 0);
    }
    std::string printed() const
    {
        std::string all;
        for (std::size_t i = 0; i < m_test.trace().notes().size(); ++i)
            if (const Note& note = m_test.trace().notes()[i]; note.kind == Note::Kind::print)
                all += std::string(m_test.trace().catalogue().text(note.text)) + '\n';
        return all;
    }
    TrackId trackOf(std::string_view name)
    {
        const Catalogue& names = m_test.runtime().catalogue();
        for (std::size_t t = 0; t < names.tracks(); ++t)
            if (names.track(static_cast<TrackId>(t)).name == name)
                return static_cast<TrackId>(t);
        ADD_FAILURE() << "no track " << name;
        return kNoTrack;
    }
    std::int64_t waitedNs(std::string_view name, State state)
    {
        const Lane& lane = m_test.trace().lane(trackOf(name));
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < lane.waits.size(); ++i)
            if (lane.waits[i].state == static_cast<std::uint8_t>(state))
                sum += lane.waits[i].endNs - lane.waits[i].startNs;
        return sum;
    }

    Task<int> counting(EventLoop& loop, std::string name, int count)
    {
        const Alive alive(m_alive);
        for (int i = 1; i <= count; ++i) {
            m_said.push_back(name + std::to_string(i));
            co_await Yield(loop);
        }
        co_return count;
    }
    Task<> sleeping(EventLoop& loop, std::int64_t forMs, std::string name = {})
    {
        const Alive alive(m_alive);
        co_await Sleep(loop, ms(forMs));
        m_said.push_back(name);
    }
    Task<int> failing(EventLoop& loop)
    {
        const Alive alive(m_alive);
        co_await Yield(loop);
        throw std::runtime_error("it was told to fail");
    }
    Task<int> seven(EventLoop& loop)
    {
        const Alive alive(m_alive);
        co_await Yield(loop);
        co_return 7;
    }
    Task<int> twice(Task<int> inner)
    {
        const Alive alive(m_alive);
        co_return 2 * co_await std::move(inner);
    }

    TestRun m_test;
    int m_alive = 0;
    std::vector<std::string> m_said;
};

TEST_F(EventLoopTest, TasksTakeTurns)
{
    const auto main = [](EventLoopTest& self, EventLoop& of) -> Task<int> {
        auto a = of.create("a", self.counting(of, "a", 3));
        auto b = of.create("b", self.counting(of, "b", 2));
        const auto [fromA, fromB] = co_await gather(of, std::move(a), std::move(b));
        co_return fromA * 10 + fromB;
    };
    withLoop([&](EventLoop& loop) {
        EXPECT_EQ(loop.run("main", main(*this, loop)), 32);
        EXPECT_THAT(m_said, ElementsAre("a1", "b1", "a2", "b2", "a3"));
        EXPECT_GE(loop.resumes(), 9);
        EXPECT_GE(loop.alternations(), 6);
    });
    EXPECT_EQ(m_test.runtime().catalogue().track(trackOf("a")).kind, TrackKind::task);
    EXPECT_FALSE(m_test.runtime().catalogue().track(trackOf("a")).alive.load());
    // The loop's own lane shows who ran.
    const Lane& lane = m_test.trace().lane(trackOf("MainThread"));
    std::string ran;
    for (std::size_t i = 0; i < lane.operations[0].size(); ++i)
        ran += std::string(m_test.trace().catalogue().text(lane.operations[0][i].object)) + ' ';
    EXPECT_TRUE(ran.starts_with("main a b a b a b ")) << ran;
}

TEST_F(EventLoopTest, SleepersWakeInTheOrderOfTheirTimes)
{
    const auto main = [](EventLoopTest& self, EventLoop& of) -> Task<> {
        std::vector<TaskHandle<void>> all;
        all.push_back(of.create("late", self.sleeping(of, 60, "late")));
        all.push_back(of.create("soon", self.sleeping(of, 20, "soon")));
        all.push_back(of.create("now", self.sleeping(of, 0, "now")));
        co_await gather(of, std::move(all));
    };
    withLoop([&](EventLoop& loop) {
        loop.run("main", main(*this, loop));
        EXPECT_THAT(m_said, ElementsAre("now", "soon", "late"));
    });
    EXPECT_GE(waitedNs("late", State::sleep), 60 * kMs - 1000);
    EXPECT_GE(waitedNs("main", State::join), 60 * kMs - 1000);
    EXPECT_GT(waitedNs("MainThread", State::idle), 30 * kMs);
}

TEST_F(EventLoopTest, ExceptionsArriveAtTheAwaiter)
{
    const auto main = [](EventLoopTest& self, EventLoop& of) -> Task<std::string> {
        auto task = of.create("inner", self.failing(of));
        std::string what;
        try {
            co_await task;
        } catch (const std::runtime_error& error) {
            what = error.what();
        }
        co_return what;
    };
    withLoop([&](EventLoop& loop) {
        EXPECT_EQ(loop.run("two", twice(seven(loop))), 14);
        EXPECT_THROW(loop.run("fails", twice(failing(loop))), std::runtime_error);
        EXPECT_EQ(loop.run("main", main(*this, loop)), "it was told to fail");
    });
    EXPECT_EQ(printed(), "");
}

TEST_F(EventLoopTest, AFailureThatNobodyAsksForIsPrinted)
{
    const auto main = [](EventLoopTest& self, EventLoop& of) -> Task<> {
        of.create("lonely", self.failing(of));
        co_await Sleep(of, ms(1));
    };
    withLoop([&](EventLoop& loop) { loop.run("main", main(*this, loop)); });
    EXPECT_EQ(printed(), "lonely failed, and nobody asked for its result: it was told to fail.\n");
}

TEST_F(EventLoopTest, OneThatFailsEndsAGatherAndTheOthersGoOn)
{
    const auto main = [](EventLoopTest& self, EventLoop& of) -> Task<bool> {
        auto other = of.create("other", self.counting(of, "o", 50));
        std::vector<TaskHandle<int>> all;
        all.push_back(of.create("fails", self.failing(of)));
        all.push_back(of.create("counts", self.counting(of, "c", 40)));
        bool failed = false;
        try {
            co_await gather(of, std::move(all));
        } catch (const std::runtime_error&) {
            failed = true;
        }
        EXPECT_FALSE(other.ended());
        co_await other;
        co_return failed;
    };
    withLoop([&](EventLoop& loop) { EXPECT_TRUE(loop.run("main", main(*this, loop))); });
    EXPECT_EQ(m_said.size(), 90U);
}

TEST_F(EventLoopTest, ACancelArrivesAtWhatIsAwaited)
{
    const auto main = [](EventLoopTest& self, EventLoop& of) -> Task<> {
        auto sleeper = of.create("sleeper", self.sleeping(of, 3'600'000));
        auto unbegun = of.create("unbegun", self.sleeping(of, 0));
        EXPECT_TRUE(unbegun.cancel());
        co_await Yield(of);
        EXPECT_TRUE(sleeper.cancel());
        EXPECT_FALSE(sleeper.ended()); // it has to see it
        EXPECT_EQ(unbegun.end(), LoopTask::End::cancelled);
        bool cancelled = false;
        try {
            co_await sleeper;
        } catch (const Cancelled& error) {
            cancelled = true;
            EXPECT_STREQ(error.what(), "sleeper was cancelled.");
        }
        EXPECT_TRUE(cancelled);
        EXPECT_FALSE(sleeper.cancel());
    };
    withLoop([&](EventLoop& loop) { loop.run("main", main(*this, loop)); });
    EXPECT_THAT(m_said, IsEmpty());
}

TEST_F(EventLoopTest, ACancelIsPassedOnToTheTaskThatIsAwaited)
{
    bool seen = false;
    const auto awaiting = [&seen](EventLoopTest& self, EventLoop& of) -> Task<> {
        auto inner = of.create("inner", self.sleeping(of, 3'600'000));
        try {
            co_await inner;
        } catch (const Cancelled&) {
            seen = inner.end() == LoopTask::End::cancelled;
            throw;
        }
    };
    const auto main = [&awaiting](EventLoopTest& self, EventLoop& of) -> Task<> {
        auto outer = of.create("outer", awaiting(self, of));
        co_await Yield(of);
        co_await Yield(of);
        outer.cancel();
        try {
            co_await outer;
        } catch (const Cancelled&) { // as it should
        }
        EXPECT_EQ(outer.end(), LoopTask::End::cancelled);
    };
    withLoop([&](EventLoop& loop) { loop.run("main", main(*this, loop)); });
    EXPECT_TRUE(seen);
}

TEST_F(EventLoopTest, ATaskCannotAwaitItself)
{
    std::optional<TaskHandle<void>> own;
    const auto itself = [&own]() -> Task<> { co_await *own; };
    const auto main = [&](EventLoop& of) -> Task<> {
        own.emplace(of.create("itself", itself()));
        bool refused = false;
        try {
            co_await *own;
        } catch (const Misuse& error) {
            refused = error.text().english() == "itself cannot wait for its own end.";
        }
        EXPECT_TRUE(refused);
        own.reset();
    };
    withLoop([&](EventLoop& loop) { loop.run("main", main(loop)); });
}

// Nobody in a circle ends by himself.
TEST_F(EventLoopTest, ACircleOfAwaitersCanBeCancelledAndStopped)
{
    for (const bool stop : {false, true}) {
        TestRun test;
        std::optional<TaskHandle<void>> a;
        std::optional<TaskHandle<void>> b;
        std::atomic<bool> waiting{false};
        const auto awaiting = [](std::optional<TaskHandle<void>>& other) -> Task<> { co_await *other; };
        const auto main = [&](EventLoop& of) -> Task<> {
            a.emplace(of.create("a", awaiting(b)));
            b.emplace(of.create("b", awaiting(a)));
            co_await Yield(of);
            waiting = true;
            if (stop)
                co_await Sleep(of, ms(3'600'000));
        };
        std::thread stopper([&] {
            EXPECT_TRUE(eventually([&] { return waiting.load(); }));
            if (stop)
                test.runtime().stopAll();
        });
        test.run([&] {
            EventLoop loop(test.runtime(), "Event loop");
            const auto ended = [&] {
                EXPECT_EQ(a->end(), LoopTask::End::cancelled);
                EXPECT_EQ(b->end(), LoopTask::End::cancelled);
                a.reset();
                b.reset();
            };
            try {
                loop.run("main", main(loop));
            } catch (const Stopped&) {
                ended();
                throw;
            }
            ended();
        });
        stopper.join();
        EXPECT_THAT(test.violations(), IsEmpty());
    }
}

TEST_F(EventLoopTest, WhatDoesNotComeInTimeIsCancelled)
{
    const auto main = [](EventLoopTest& self, EventLoop& of) -> Task<> {
        bool late = false;
        try {
            co_await withTimeout(of, std::chrono::milliseconds(20), self.sleeping(of, 3'600'000));
        } catch (const TimedOut& error) {
            late = true;
            EXPECT_STREQ(error.what(), "It did not come within 20 ms.");
        }
        EXPECT_TRUE(late);
        const int got = co_await withTimeout(of, std::chrono::hours(1), self.seven(of));
        EXPECT_EQ(got, 7);
        co_await Sleep(of, ms(1)); // nothing of it is left
    };
    withLoop([&](EventLoop& loop) { loop.run("main", main(*this, loop)); });
    const Lane& lane = m_test.trace().lane(trackOf("main"));
    bool timedOut = false;
    for (std::size_t i = 0; i < lane.waits.size(); ++i)
        timedOut |= waitEndOf(lane.waits[i].detail) == WaitEnd::timedOut &&
                    lane.waits[i].state == static_cast<std::uint8_t>(State::sleep);
    EXPECT_TRUE(timedOut);
}

TEST_F(EventLoopTest, CallbacksComeOnceInTheirOrder)
{
    const auto main = [](EventLoopTest& self, EventLoop& of) -> Task<> {
        auto task = of.create("task", self.seven(of));
        task.whenDone([&self](LoopTask::End end) {
            self.m_said.emplace_back(end == LoopTask::End::done ? "first" : "?");
        });
        task.whenDone([](LoopTask::End) { throw std::runtime_error("no good"); });
        task.whenDone([&self](LoopTask::End) { self.m_said.emplace_back("third"); });
        co_await task;
        task.whenDone([&self](LoopTask::End) { self.m_said.emplace_back("late"); });
    };
    withLoop([&](EventLoop& loop) { loop.run("main", main(*this, loop)); });
    EXPECT_THAT(m_said, ElementsAre("first", "third", "late"));
    EXPECT_EQ(printed(), "A done-callback failed: no good.\n");
}

TEST_F(EventLoopTest, APoolWorksMeanwhile)
{
    std::atomic<bool> ticked{false};
    const auto main = [&ticked](EventLoopTest& self, EventLoop& of, ThreadPool& pool) -> Task<int> {
        auto ticks = of.create("ticks", self.counting(of, "t", 3));
        ticks.whenDone([&ticked](LoopTask::End) { ticked = true; });
        // It ends only if the loop goes on.
        co_return co_await inPool(of, pool, [&ticked] {
            EXPECT_TRUE(eventually([&ticked] { return ticked.load(); }));
            return 42;
        });
    };
    const auto fails = [](EventLoop& of, ThreadPool& pool) -> Task<int> {
        co_return co_await inPool(of, pool, []() -> int { throw std::runtime_error("in the pool"); });
    };
    withLoop([&](EventLoop& loop) {
        ThreadPool pool(m_test.runtime(), {.group = "Workers", .prefix = "Worker"}, 1);
        EXPECT_EQ(loop.run("main", main(*this, loop, pool)), 42);
        EXPECT_THROW(loop.run("fails", fails(loop, pool)), std::runtime_error);
    });
    EXPECT_GT(waitedNs("main", State::future), 0);
}

TEST_F(EventLoopTest, ATaskThatIsCancelledLeavesThePoolToItself)
{
    std::atomic<bool> mayEnd{false};
    const auto awaiting = [&mayEnd](EventLoop& of, ThreadPool& pool) -> Task<> {
        co_await inPool(of, pool,
                        [&mayEnd] { EXPECT_TRUE(eventually([&mayEnd] { return mayEnd.load(); })); });
    };
    const auto main = [&](EventLoop& of, ThreadPool& pool) -> Task<> {
        auto task = of.create("task", awaiting(of, pool));
        co_await Sleep(of, ms(5));
        task.cancel();
        bool cancelled = false;
        try {
            co_await task;
        } catch (const Cancelled&) {
            cancelled = true;
        }
        EXPECT_TRUE(cancelled);
        mayEnd = true;
    };
    withLoop([&](EventLoop& loop) {
        ThreadPool pool(m_test.runtime(), {.group = "Workers", .prefix = "Worker"}, 1);
        loop.run("main", main(loop, pool));
    });
}

TEST_F(EventLoopTest, ARunningLoopCannotBeClosed)
{
    const auto main = [](EventLoopTest& self, EventLoop& of) -> Task<> {
        EXPECT_THROW(of.close(), Misuse);
        EXPECT_THROW(of.run("again", self.seven(of)), Misuse);
        co_return;
    };
    withLoop([&](EventLoop& loop) {
        loop.run("main", main(*this, loop));
        loop.close();
        loop.close();
        EXPECT_THROW(loop.run("closed", seven(loop)), Misuse);
    });
}

TEST_F(EventLoopTest, WhoIsLeftAtTheEndIsCancelled)
{
    const auto main = [](EventLoopTest& self, EventLoop& of) -> Task<> {
        of.create("left", self.sleeping(of, 3'600'000, "left"));
        co_await Yield(of);
    };
    withLoop([&](EventLoop& loop) {
        loop.run("main", main(*this, loop));
        EXPECT_EQ(m_alive, 0);
    });
    EXPECT_THAT(m_said, IsEmpty());
}

TEST_F(EventLoopTest, OneThatBlocksBlocksThemAll)
{
    const auto main = [](EventLoopTest& self, EventLoop& of) -> Task<> {
        of.create("other", self.counting(of, "o", 1));
        self.m_test.runtime().sleep(ms(30)); // not awaited
        co_return;
    };
    withLoop([&](EventLoop& loop) {
        loop.run("main", main(*this, loop));
        EXPECT_GE(loop.longestRunNs(), 30 * kMs - 1000);
        EXPECT_EQ(loop.longestRunner(), "main");
    });
    EXPECT_GE(waitedNs("main", State::sleep), 29 * kMs);
    EXPECT_GE(waitedNs("MainThread", State::sleep), 29 * kMs);
    EXPECT_GE(waitedNs("other", State::ready), 29 * kMs);
}

TEST_F(EventLoopTest, AStopEndsEveryTask)
{
    const auto sleeper = [](EventLoop& of, int& count) -> Task<> {
        const Alive here(count);
        co_await Sleep(of, ms(3'600'000));
    };
    const auto busy = [](EventLoop& of, int& count) -> Task<> {
        const Alive here(count);
        for (;;)
            co_await Yield(of);
    };
    for (int round = 0; round < 20; ++round) {
        TestRun test;
        std::atomic<bool> waiting{false};
        int alive = 0;
        bool stopped = false;
        const auto main = [&](EventLoop& of) -> Task<> {
            const Alive here(alive);
            std::vector<TaskHandle<void>> all;
            for (int i = 0; i < 50; ++i)
                all.push_back(of.create("task", round % 2 == 0 ? sleeper(of, alive) : busy(of, alive)));
            co_await Yield(of);
            waiting = true;
            co_await gather(of, std::move(all));
        };
        std::thread stopper([&] {
            EXPECT_TRUE(eventually([&] { return waiting.load(); }));
            test.runtime().stopAll();
        });
        test.run([&] {
            EventLoop loop(test.runtime(), "Event loop");
            try {
                loop.run("main", main(loop));
            } catch (const Stopped&) {
                stopped = true;
                EXPECT_EQ(alive, 0);
                throw;
            }
        });
        stopper.join();
        EXPECT_TRUE(stopped);
        EXPECT_THAT(test.violations(), IsEmpty());
    }
}

TEST_F(EventLoopTest, SleepersLookAgainWhenPausesChange)
{
    std::atomic<std::int64_t> pauseNs{3'600'000 * kMs};
    std::atomic<bool> sleeps{false};
    std::thread changer([&] {
        EXPECT_TRUE(eventually([&] { return sleeps.load(); }));
        pauseNs = 1 * kMs;
        m_test.runtime().retimeSleepers();
    });
    const auto main = [&](EventLoop& of) -> Task<> {
        sleeps = true;
        co_await Sleep(of, [&] { return pauseNs.load(); });
    };
    withLoop([&](EventLoop& loop) { loop.run("main", main(loop)); });
    changer.join();
}

} // namespace
} // namespace threadscape
