#include "exec/process_pool.h"
#include "stress/leftovers.h"
#include "support/trial_process.h"
#include "sync/process_lock.h"
#include "sync/process_value.h"

#include <csignal>
#include <gtest/gtest.h>
#include <random>

namespace threadscape {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kPoolKills = 40;
constexpr int kOwnerKills = 20;
#else
constexpr int kPoolKills = 200;
constexpr int kOwnerKills = 100;
#endif

/// Stages at which a worker of a pool may be killed.
enum class Stage { start, idle, inTask, inAnswer };
constexpr int kStages = 4;

// Results are right or broken, and after a kill the pool says so; returns how many were broken.
int collect(std::vector<Future<std::int64_t>>& futures, bool sleeping)
{
    int broken = 0;
    for (std::size_t i = 0; i < futures.size(); ++i) {
        try {
            const std::int64_t result = futures[i].get();
            EXPECT_TRUE(sleeping || result == static_cast<std::int64_t>(i) + 1);
        } catch (const BrokenProcessPool&) {
            ++broken;
        }
    }
    return broken;
}

void killAt(Stage stage, TestRun& test, std::mt19937& random)
{
    constexpr std::int64_t kAnHourNs = 3'600'000'000'000;
    constexpr std::int64_t kFew = 8;
    constexpr std::int64_t kMany = 2'000;
    ProcessPool pool(test.runtime(), {.group = "Workers", .prefix = "Process"}, 2);
    std::vector<Future<std::int64_t>> futures;
    const auto add = [&](std::int64_t i) {
        futures.push_back(pool.submit<std::int64_t>(kTrialAdd, packArguments(i, std::int64_t{1})));
    };
    if (stage == Stage::idle) {
        for (std::int64_t i = 0; i < kFew; ++i)
            add(i);
        EXPECT_EQ(collect(futures, false), 0);
    } else if (stage == Stage::inTask) {
        for (std::int64_t i = 0; i < kFew; ++i)
            futures.push_back(pool.submit<std::int64_t>(kTrialSleep, packArguments(kAnHourNs)));
    } else if (stage == Stage::inAnswer) {
        for (std::int64_t i = 0; i < kMany; ++i)
            add(i);
        futures[random() % kMany].wait();
    }
    pool.kill(random() % 2);
    EXPECT_TRUE(eventually([&] { return pool.broken().has_value(); }));
    const int broken = collect(futures, stage == Stage::inTask);
    if (stage == Stage::inTask) {
        EXPECT_EQ(broken, kFew);
    }
    EXPECT_EQ(pool.running(), 0U);
    if (random() % 4 == 0) {
        pool.restart();
        EXPECT_EQ(pool.submit<std::int64_t>(kTrialAdd, packArguments(std::int64_t{2}, std::int64_t{3})).get(),
                  5);
    }
}

TEST(PoolKill, AtAnyStageEveryFutureEndsAndNothingIsLeft)
{
    std::mt19937 random(22);
    std::size_t descriptors = 0;
    for (int kill = 0; kill <= kPoolKills; ++kill) {
        {
            TestRun test;
            test.run([&] { killAt(static_cast<Stage>(kill % kStages), test, random); });
            ASSERT_EQ(test.violations(), std::vector<std::string>()) << kill;
            const Catalogue& names = test.trace().catalogue();
            for (std::size_t t = 0; t < names.tracks(); ++t) {
                const auto track = static_cast<TrackId>(t);
                ASSERT_FALSE(names.track(track).alive.load());
                ASSERT_LT(t, test.trace().lanes());
                ASSERT_NE(test.trace().lane(track).endNs.load(), Lane::kNotYet) << "a lane was lost";
            }
        }
        const Leftovers left = Leftovers::count();
        ASSERT_FALSE(left.children);
        ASSERT_EQ(left.segments, 0U);
        if (kill == 0)
            descriptors = left.descriptors; // the first use of clock, spawner and watch is over
        ASSERT_EQ(left.descriptors, descriptors);
        ASSERT_FALSE(HasFailure()) << kill;
    }
}

// Processes that take turns with a lock all the time, and lose one of them at any moment of it.
TEST(OwnerKill, AtAnyMomentTheOthersGoOn)
{
    std::mt19937 random(23);
    std::int64_t owned = 0;
    for (int kill = 0; kill < kOwnerKills; ++kill) {
        TestRun test;
        test.run([&] {
            constexpr std::uint32_t kEndless = UINT32_MAX;
            ProcessLock lock(test.runtime(), "Lock");
            ProcessValue value(test.runtime(), "value", 0);
            std::vector<std::unique_ptr<Process>> all;
            for (int i = 0; i < 3; ++i)
                all.push_back(startTrial(test, "Process", kTrialShare,
                                         packArguments(std::uint8_t{1}, kEndless, std::uint32_t{0}),
                                         {lock.handout(), value.handout()}));
            const auto further = [&](std::size_t process, std::int64_t by) {
                const std::int64_t before = all[process]->told(0);
                return eventually([&] { return all[process]->told(0) >= before + by; });
            };
            for (std::size_t i = 0; i < all.size(); ++i)
                ASSERT_TRUE(further(i, 1));
            ASSERT_TRUE(further(0, static_cast<std::int64_t>(random() % 2'000)));
            all[0]->kill();
            EXPECT_EQ(all[0]->join(), -SIGKILL);
            ASSERT_TRUE(further(1, 100)) << "it waits for the dead";
            ASSERT_TRUE(further(2, 100)) << "it waits for the dead";
            owned += lock.ownersLost();
            {
                // With the lock held, nobody else is between the number and having told of it but the dead.
                const std::scoped_lock held(lock);
                const std::int64_t told = all[0]->told(0) + all[1]->told(0) + all[2]->told(0);
                EXPECT_GE(value.read(), told);
                EXPECT_LE(value.read(), told + 1);
            }
        });
        ASSERT_FALSE(HasFailure()) << kill;
        ASSERT_EQ(test.violations(), std::vector<std::string>()) << kill;
    }
    RecordProperty("killed while they held it", std::to_string(owned));
}

} // namespace
} // namespace threadscape
