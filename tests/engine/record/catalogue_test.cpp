#include "record/catalogue.h"

#include <gtest/gtest.h>
#include <set>
#include <thread>
#include <vector>

namespace threadscape {
namespace {

TEST(Catalogue, TheSameTextHasTheSameId)
{
    Catalogue names;
    const ObjectId a = names.intern("deposit");
    const ObjectId b = names.intern("withdraw");
    EXPECT_NE(a, b);
    EXPECT_EQ(names.intern("deposit"), a);
    EXPECT_EQ(names.text(a), "deposit");
    EXPECT_EQ(names.texts(), 2U);
    EXPECT_EQ(names.text(kNoObject), "");
}

TEST(Catalogue, OnlyLocksHaveTotals)
{
    Catalogue names;
    EXPECT_TRUE(isLock(names.object(names.addObject("a", ObjectKind::lock)).kind));
    EXPECT_TRUE(isLock(names.object(names.addObject("b", ObjectKind::rlock)).kind));
    const ObjectId variable = names.addObject("balance", ObjectKind::variable, "money");
    EXPECT_FALSE(isLock(names.object(variable).kind));
    EXPECT_EQ(names.object(variable).unit, "money");
}

TEST(Catalogue, ATrackAlwaysHasOpenSpans)
{
    Catalogue names;
    const auto shared = std::make_shared<OpenSpans>();
    EXPECT_NE(names.track(names.addTrack("a", "group", TrackKind::thread)).open, nullptr);
    EXPECT_EQ(names.track(names.addTrack("b", "", TrackKind::process, true, shared)).open, shared);
    EXPECT_EQ(names.track(0).group, "group");
    EXPECT_TRUE(names.track(1).daemon);
    EXPECT_EQ(names.track(1).exitCode, TrackInfo::kNoExitCode);
}

TEST(Catalogue, RefusesMoreThanItCanNumber)
{
    Catalogue names;
    for (std::size_t i = 0; i < kNoObject; ++i)
        names.addObject({}, ObjectKind::variable);
    EXPECT_THROW(names.addObject({}, ObjectKind::variable), std::length_error);
    for (int i = 0; i < kNoObject; ++i)
        ASSERT_NE(names.intern(std::to_string(i)), kNoObject);
    EXPECT_EQ(names.intern("one too many"), kNoObject);
    EXPECT_EQ(names.intern("17"), 17);
}

TEST(Catalogue, ManyThreadsMayAddAndRead)
{
    Catalogue names;
    std::vector<std::thread> threads;
    std::atomic<int> wrong{0};
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 500; ++i) {
                const std::string name = std::to_string(t) + "/" + std::to_string(i);
                const TrackId track = names.addTrack(name, {}, TrackKind::thread);
                const ObjectId text = names.intern(std::to_string(i));
                if (names.track(track).name != name || names.text(text) != std::to_string(i))
                    ++wrong;
                for (std::size_t k = 0; k < names.tracks(); k += 37)
                    if (names.track(static_cast<TrackId>(k)).name.empty())
                        ++wrong;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(names.tracks(), 2'000U);
    EXPECT_EQ(names.texts(), 500U);
}

TEST(Catalogue, NamesAreThoseOfResultFiles)
{
    const std::vector<std::string> states{"running", "ready", "lock",   "semaphore", "condition",
                                          "queue",   "join",  "future", "sleep",     "io",
                                          "gil",     "idle",  "unknown"};
    for (int s = 0; s < kStates; ++s)
        EXPECT_EQ(stateName(static_cast<State>(s)), states[static_cast<std::size_t>(s)]);
    EXPECT_STREQ(trackKindName(TrackKind::main), "main");
    EXPECT_STREQ(objectKindName(ObjectKind::rlock), "RLock");
    EXPECT_STREQ(objectKindName(ObjectKind::gil), "GIL");
}

} // namespace
} // namespace threadscape
