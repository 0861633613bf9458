#include "lab/run/live_run.h"

#include "support/eventually.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

using std::chrono::seconds;

constexpr seconds kLongestRun{20};

TEST(LiveRun, ALiveSettingActsAtOnceAndLeavesAMark)
{
    auto run = LiveRun::start({.experiment = "bank",
                               .settings = {{"deposit_pause_ms", "5000"}, {"withdrawers", "3"}},
                               .seconds = 0.0});
    ASSERT_TRUE(run) << run.error().text.english();
    LiveRun& live = **run;
    const auto alive = [&](const std::string& prefix) {
        const Catalogue& names = live.trace()->catalogue();
        int count = 0;
        for (std::size_t i = 0; i < names.tracks(); ++i) {
            const TrackInfo& info = names.track(static_cast<TrackId>(i));
            count += info.name.starts_with(prefix) && info.alive.load() ? 1 : 0;
        }
        return count;
    };
    const auto until = [&](const auto& condition) {
        const auto start = std::chrono::steady_clock::now();
        while (!condition())
            if (live.waitFor(std::chrono::milliseconds(1)) ||
                std::chrono::steady_clock::now() - start > kLongestRun)
                return false;
        return true;
    };
    EXPECT_TRUE(until([&] { return alive("Depositor") == 5; }));
    EXPECT_TRUE(live.change("depositors", std::int64_t{2}));
    EXPECT_TRUE(until([&] { return alive("Depositor") == 2; })) << "three retire, though they sleep for 5 s";
    EXPECT_TRUE(live.change("depositors", std::int64_t{6}));
    EXPECT_TRUE(until([&] { return alive("Depositor") == 6; }));
    EXPECT_TRUE(live.change("deposit_pause_ms", std::int64_t{1}));
    EXPECT_TRUE(until([&] { return live.findings().integer("deposits") > 100; })) << "sleepers are re-timed";

    EXPECT_FALSE(live.change("depositors", std::int64_t{65}));
    EXPECT_FALSE(live.change("initial_balance", std::int64_t{5})) << "not a live one";
    live.stop();
    ASSERT_TRUE(live.waitFor(kLongestRun));
    EXPECT_EQ(live.outcome(), Outcome::stopped);
    const auto& notes = live.trace()->notes();
    const std::vector<SettingChange> changes = live.result().changes;
    ASSERT_EQ(notes.size(), changes.size());
    EXPECT_EQ(live.trace()->catalogue().text(notes[0].text), changes[0].setting);
    EXPECT_EQ(changes[0].from, SettingValue(std::int64_t{5}));
    EXPECT_TRUE(live.change("depositors", std::int64_t{3})) << "after the end it is nothing";
    EXPECT_EQ(live.experiment().setting("depositors")->current(), SettingValue(std::int64_t{6}));
    EXPECT_EQ(live.result().changes, changes);
}

TEST(LiveRun, ItsTimeEndsTheRun)
{
    auto run = LiveRun::start({.experiment = "bank", .seconds = 0.2});
    ASSERT_TRUE(run);
    ASSERT_TRUE((*run)->waitFor(kLongestRun));
    EXPECT_EQ((*run)->outcome(), Outcome::timeUp);
    EXPECT_GE((*run)->elapsedNs(), 200'000'000);
}

// A run in which nobody can go on is told so while it lasts, and until a setting is changed.
TEST(LiveRun, AStallLastsUntilASettingIsChanged)
{
    auto run = LiveRun::start(
        {.experiment = "bank", .settings = {{"depositors", "0"}, {"withdrawers", "3"}}, .seconds = 0.0});
    ASSERT_TRUE(run);
    LiveRun& live = **run;
    const auto isStalled = [&] {
        const auto blocked = live.experiment().blocked();
        return blocked && blocked->kind == Standstill::Kind::stall && blocked->waiting == 3;
    };
    EXPECT_TRUE(eventually(isStalled));
    EXPECT_EQ(live.warnings().size(), 1U);
    EXPECT_TRUE(live.change("depositors", std::int64_t{1}));
    EXPECT_TRUE(eventually([&] { return !live.experiment().blocked(); }));
    EXPECT_TRUE(live.change("depositors", std::int64_t{0}));
    EXPECT_TRUE(eventually(isStalled));
    live.stop();
    ASSERT_TRUE(live.waitFor(kLongestRun));
    EXPECT_EQ(live.outcome(), Outcome::stopped);
}

TEST(LiveRun, ARunThatIsLetGoStopsFirst)
{
    for (int i = 0; i < 5; ++i)
        ASSERT_TRUE(LiveRun::start({.experiment = "bank", .seconds = 0.0}));
}

TEST(LiveRun, TheSameSeedGivesTheSameAmounts)
{
    const auto amounts = [](std::uint64_t seed) {
        auto run = LiveRun::start(
            {.experiment = "bank",
             .settings = {{"depositors", "1"}, {"withdrawers", "0"}, {"deposit_pause_ms", "0"}},
             .seconds = 0.0,
             .seed = seed});
        while ((*run)->findings().integer("deposits") < 20)
            (*run)->waitFor(std::chrono::milliseconds(1));
        (*run)->stop();
        (*run)->waitFor(kLongestRun);
        const ObjectLane& balance = (*run)->trace()->object(2);
        std::vector<std::int64_t> values;
        for (std::size_t i = 0; i < 20; ++i)
            values.push_back(balance.values[i].value);
        return values;
    };
    EXPECT_EQ(amounts(7), amounts(7));
    EXPECT_NE(amounts(7), amounts(8));
}

} // namespace
} // namespace threadscape
