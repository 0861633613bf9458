#include "sync/gil.h"

#include "exec/thread.h"
#include "support/test_run.h"
#include "sync/barrier.h"

#include <gtest/gtest.h>
#include <list>
#include <mutex>
#include <stdexcept>

namespace threadscape {
namespace {

using namespace std::chrono_literals;

TEST(Gil, OneAtATimeCalculates)
{
    TestRun test;
    std::int64_t count = 0; // plain: the thread sanitizer watches it
    constexpr int kThreads = 6;
    constexpr int kTimes = 4'000;
    test.run([&] {
        Gil gil(test.runtime(), "G", 0ns);
        const std::int64_t fromNs = monotonicNs();
        Thread restless(test.runtime(), "Restless", [&] {
            for (;;) {
                gil.setSwitchInterval(1ms);
                gil.setSwitchInterval(0ns);
                checkpoint();
            }
        });
        Barrier together(test.runtime(), "All are there", kThreads);
        std::list<Thread> all;
        for (int i = 0; i < kThreads; ++i)
            all.emplace_back(test.runtime(), "T", [&, i] {
                together.wait();
                const std::lock_guard interpreter(gil);
                for (int k = 0; k < kTimes; ++k) {
                    ++count;
                    gil.checkpoint();
                    if (k % 16 == i)
                        const GilReleased out(gil);
                }
            });
        for (Thread& thread : all)
            thread.join();
        EXPECT_EQ(gil.holder(), nullptr);
        EXPECT_GT(gil.heldNs(), 0);
        EXPECT_LE(gil.heldNs(), (monotonicNs() - fromNs) / 100 * 101 + 1'000);
        restless.stop();
    });
    EXPECT_EQ(count, kThreads * kTimes);
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
    EXPECT_EQ(test.runtime().catalogue().object(0).kind, ObjectKind::gil);
    const LockTotals& totals = *test.trace().object(0).totals;
    EXPECT_EQ(totals.holds().total(), test.trace().object(0).holds.size());
    EXPECT_GE(totals.holds().total(), std::uint64_t{kThreads} * (kTimes / 16));
}

TEST(Gil, WhoOnlyCalculatesIsMadeToSwitchAndOnlyByRequest)
{
    TestRun test;
    constexpr int kThreads = 3;
    constexpr std::int64_t kSwitches = 60;
    test.run([&] {
        Gil gil(test.runtime(), "G", 100us);
        std::list<Thread> all;
        for (int i = 0; i < kThreads; ++i)
            all.emplace_back(test.runtime(), "T", [&] {
                const std::lock_guard interpreter(gil);
                while (gil.switches() < kSwitches)
                    gil.checkpoint();
            });
        for (Thread& thread : all)
            thread.join();
        EXPECT_GE(gil.switches(), kSwitches);
        EXPECT_LE(gil.switches(), gil.drops() + kThreads); // each lets go of it once by itself, at its end
    });
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
    const LockTotals& totals = *test.trace().object(0).totals;
    EXPECT_GE(totals.waits().total(), static_cast<std::uint64_t>(kSwitches - kThreads));
}

TEST(Gil, IsKeptWhileNobodyWaits)
{
    TestRun test;
    test.run([&] {
        Gil gil(test.runtime(), "G", 0ns);
        gil.acquire();
        for (int i = 0; i < 10'000; ++i)
            gil.checkpoint();
        EXPECT_EQ(gil.holder(), &Actor::current());
        EXPECT_EQ(gil.drops(), 0);
        EXPECT_EQ(gil.switches(), 0);
        gil.release();
        gil.checkpoint(); // of who does not hold it
        gil.acquire();
        gil.release();
        EXPECT_EQ(gil.switches(), 0); // it came back to the same
    });
    EXPECT_EQ(test.trace().object(0).holds.size(), 2U);
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(Gil, AWaiterAsksAfterTheIntervalAndIsRetimed)
{
    TestRun test;
    bool entered = false;
    test.run([&] {
        Gil gil(test.runtime(), "G", 1h);
        gil.acquire();
        Thread waiter(test.runtime(), "Waiter", [&] {
            const std::lock_guard interpreter(gil);
            entered = true;
        });
        EXPECT_TRUE(test.comesToWait(waiter.track(), State::gil));
        for (int i = 0; i < 10'000; ++i)
            gil.checkpoint();
        EXPECT_FALSE(gil.dropRequested());
        EXPECT_EQ(gil.drops(), 0);
        gil.setSwitchInterval(1ms);
        EXPECT_TRUE(eventually([&] { return gil.dropRequested(); })); // else in an hour
        EXPECT_FALSE(entered);                                        // asking alone takes nothing away
        gil.checkpoint();
        EXPECT_TRUE(entered);
        EXPECT_EQ(gil.drops(), 1);
        EXPECT_EQ(gil.switches(), 2); // there and back
        EXPECT_EQ(gil.holder(), &Actor::current());
        gil.release();
        waiter.join();
    });
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
    const LockTotals& totals = *test.trace().object(0).totals;
    EXPECT_EQ(totals.holds().total(), 3U);
    EXPECT_EQ(totals.waits().total(), 2U); // one wait each, however often it looked
}

TEST(Gil, WhoDropsItOnRequestWaitsUntilAnotherHasTakenIt)
{
    TestRun test;
    test.run([&] {
        Gil gil(test.runtime(), "G", 0ns);
        gil.acquire();
        Thread other(test.runtime(), "Other", [&] {
            const std::lock_guard interpreter(gil);
            for (;;)
                gil.checkpoint();
        });
        for (int mine = 0; mine < 200;) {
            const std::int64_t switches = gil.switches();
            const std::int64_t drops = gil.drops();
            gil.checkpoint();
            EXPECT_EQ(gil.holder(), &Actor::current());
            if (gil.drops() == drops)
                continue;
            ++mine;
            EXPECT_GE(gil.switches(), switches + 2); // to another, and back
        }
        other.stop();
        while (!other.done())
            gil.checkpoint();
        gil.release();
    });
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(Gil, WhoLetsGoUnaskedDoesNotWait)
{
    TestRun test;
    test.run([&] {
        Gil gil(test.runtime(), "G", 0ns);
        gil.acquire();
        Thread waiter(test.runtime(), "Waiter", [&] { const std::lock_guard interpreter(gil); });
        EXPECT_TRUE(eventually([&] { return gil.dropRequested(); }));
        gil.release();
        waiter.join();
        gil.acquire();
        gil.release();
        EXPECT_EQ(gil.drops(), 0);
        EXPECT_EQ(gil.switches(), 2);
    });
    const auto& waits = test.trace().lane(0).waits;
    for (std::size_t i = 0; i < waits.size(); ++i)
        EXPECT_NE(waits[i].state, static_cast<std::uint8_t>(State::gil));
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(Gil, OthersHaveItWhileItIsReleasedForAStretch)
{
    TestRun test;
    test.run([&] {
        Gil gil(test.runtime(), "G", 1h);
        const std::lock_guard interpreter(gil);
        {
            const GilReleased out(gil);
            EXPECT_EQ(gil.holder(), nullptr);
            Thread other(test.runtime(), "Other", [&] { const std::lock_guard its(gil); });
            other.join();
        }
        EXPECT_EQ(gil.holder(), &Actor::current());
        EXPECT_EQ(gil.drops(), 0);
    });
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(Gil, AnErrorInTheStretchComesBackWithIt)
{
    TestRun test;
    test.run([&] {
        Gil gil(test.runtime(), "G");
        const std::lock_guard interpreter(gil);
        try {
            const GilReleased out(gil);
            throw std::runtime_error("the disk is full");
        } catch (const std::runtime_error&) {
            EXPECT_EQ(gil.holder(), &Actor::current());
        }
    });
    EXPECT_EQ(test.trace().object(0).holds.size(), 2U);
}

TEST(Gil, AStoppedWaiterLeavesWithoutIt)
{
    TestRun test;
    bool entered = false;
    test.run([&] {
        Gil gil(test.runtime(), "G", 1ms);
        gil.acquire();
        Thread waiter(test.runtime(), "Waiter", [&] {
            const std::lock_guard interpreter(gil);
            entered = true;
        });
        EXPECT_TRUE(eventually([&] { return gil.dropRequested(); }));
        waiter.stop();
        waiter.join();
        gil.checkpoint(); // who asked has gone
        EXPECT_EQ(gil.holder(), &Actor::current());
        EXPECT_EQ(gil.drops(), 0);
        gil.release();
    });
    EXPECT_FALSE(entered);
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
    EXPECT_EQ(test.trace().object(0).totals->waits().total(), 0U); // none ended with it
}

TEST(Gil, ARetiredWaiterLeavesNobodyWaiting)
{
    TestRun test;
    test.run([&] {
        Gil gil(test.runtime(), "G", 0ns);
        gil.acquire();
        for (int i = 0; i < 150; ++i) {
            Thread other(test.runtime(), "Other", [&] {
                const std::lock_guard interpreter(gil);
                for (;;)
                    gil.checkpoint();
            });
            for (int k = 0; k < i % 8 * 40; ++k)
                gil.checkpoint();
            other.stop();
            while (!other.done())
                gil.checkpoint(); // comes back each time
            EXPECT_EQ(gil.holder(), &Actor::current());
        }
        gil.release();
    });
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(Gil, StopsWhoeverDoesWhateverWithIt)
{
    TestRun test;
    test.run([&] {
        Gil gil(test.runtime(), "G", 0ns);
        for (int i = 0; i < 60; ++i) {
            std::list<Thread> all;
            for (int t = 0; t < 4; ++t)
                all.emplace_back(test.runtime(), "T", [&, t] {
                    const std::lock_guard interpreter(gil);
                    for (;;) {
                        gil.checkpoint();
                        if (t == 3)
                            continue;
                        const GilReleased out(gil);
                        test.runtime().sleep([&] { return t * 20'000; });
                    }
                });
            const std::int64_t enough = gil.switches() + i % 30;
            EXPECT_TRUE(eventually([&] { return gil.switches() >= enough; }));
            for (Thread& thread : all)
                thread.stop();
            for (Thread& thread : all)
                thread.join();
            EXPECT_EQ(gil.holder(), nullptr);
        }
    });
    EXPECT_TRUE(test.violations().empty()) << test.violations().front();
}

TEST(Gil, TheEndOfARunUnwindsAll)
{
    for (int i = 0; i < 10; ++i) {
        TestRun test;
        test.run([&] {
            Gil gil(test.runtime(), "G", std::chrono::microseconds(i * 40));
            std::list<Thread> all;
            for (int t = 0; t < 4; ++t)
                all.emplace_back(test.runtime(), "T", [&, t] {
                    const std::lock_guard interpreter(gil);
                    for (;;) {
                        gil.checkpoint();
                        if (t % 2 == 0)
                            const GilReleased out(gil);
                    }
                });
            EXPECT_TRUE(eventually([&] { return gil.switches() >= i; }));
            test.runtime().stopAll();
        });
        EXPECT_TRUE(test.violations().empty()) << test.violations().front();
    }
}

} // namespace
} // namespace threadscape
