#include "analysis/patterns.h"

#include "support/event_stream.h"
#include "support/units.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

std::vector<PatternOnLane> patternsIn(EventStream& stream, std::int64_t endNs, int cores = 64)
{
    stream.publish(endNs);
    return findPatterns(stream.trace(), *stream.trace().snapshot(), cores);
}

std::vector<TrackId> lanesWith(Pattern pattern, const std::vector<PatternOnLane>& all)
{
    std::vector<TrackId> lanes;
    for (const PatternOnLane& one : all)
        if (one.pattern == pattern) {
            lanes.push_back(one.track);
            EXPECT_FALSE(one.sentence.english().empty());
        }
    return lanes;
}

/// Four lanes that take one lock in turn, 30 times each, held for 1 ms; before each turn they queue for `queueMs`.
void playTurns(EventStream& stream, std::int64_t queueMs)
{
    const ObjectId lock = stream.object("L", ObjectKind::lock);
    constexpr int kLanes = 4;
    constexpr int kTurns = 30;
    std::uint32_t number = 0;
    for (int lane = 0; lane < kLanes; ++lane)
        stream.take(stream.begin(stream.track("T"), 0));
    for (int turn = 0; turn < kTurns * kLanes; ++turn) {
        const auto lane = static_cast<TrackId>(turn % kLanes);
        const std::int64_t at = (turn + kLanes) * kMs;
        if (queueMs > 0)
            stream.take(stream.wait(lane, State::lock, lock, at - queueMs * kMs, at));
        stream.take(stream.hold(lane, lock, ++number, at, at + kMs));
    }
}

TEST(Patterns, AConvoyIsNamedWhereAllQueueForFarLongerThanTheLockIsHeld)
{
    EventStream convoy;
    playTurns(convoy, 3);
    EXPECT_EQ(lanesWith(Pattern::convoy, patternsIn(convoy, 124 * kMs)), (std::vector<TrackId>{0, 1, 2, 3}));
    EventStream free;
    playTurns(free, 0);
    EXPECT_TRUE(patternsIn(free, 124 * kMs).empty());
    EventStream brief;
    playTurns(brief, 1);
    EXPECT_TRUE(lanesWith(Pattern::convoy, patternsIn(brief, 124 * kMs)).empty());
}

// Nobody knows whether they were for the same.
TEST(Patterns, WaitsThatNameNothingAreNoUselessWakeUps)
{
    EventStream stream;
    const TrackId track = stream.track("T");
    stream.take(stream.begin(track, 0));
    for (int i = 0; i < 20; ++i)
        stream.take(stream.wait(track, State::condition, kNoObject, (2 * i + 1) * kMs, (2 * i + 2) * kMs));
    stream.take(stream.operation(track, "turn", 0, 42 * kMs));
    EXPECT_TRUE(lanesWith(Pattern::uselessWakeUps, patternsIn(stream, 42 * kMs)).empty());
}

TEST(Patterns, WhoGetsFarLessDoneThanItsLikeBecauseItWaitsIsStarved)
{
    for (const bool waits : {true, false}) {
        EventStream stream;
        const ObjectId condition = stream.object("C", ObjectKind::condition);
        for (TrackId lane = 0; lane < 4; ++lane) {
            stream.take(stream.begin(stream.track("W"), 0));
            const int turns = lane == 2 ? 2 : 10;
            if (lane == 2 && waits)
                stream.take(stream.wait(lane, State::condition, condition, 20 * kMs, 90 * kMs));
            for (int turn = 0; turn < turns; ++turn) // the last ones after the wait
                stream.take(stream.operation(lane, "withdraw", (90 + turn) * kMs, (90 + turn) * kMs + 1000));
        }
        const auto found = patternsIn(stream, 110 * kMs);
        EXPECT_EQ(lanesWith(Pattern::starvation, found),
                  waits ? std::vector<TrackId>{2} : std::vector<TrackId>{});
    }
}

TEST(Patterns, MoreThreadsThanCoresAreOversubscribed)
{
    EventStream stream;
    for (TrackId lane = 0; lane < 4; ++lane)
        stream.take(stream.begin(stream.track("T"), 0));
    stream.take(stream.wait(3, State::sleep, kNoObject, 0, 100 * kMs));
    stream.publish(100 * kMs);
    const auto on = [&](int cores) {
        return lanesWith(Pattern::oversubscription,
                         findPatterns(stream.trace(), *stream.trace().snapshot(), cores));
    };
    EXPECT_EQ(on(2), (std::vector<TrackId>{0, 1, 2}));
    EXPECT_TRUE(on(3).empty());
    EXPECT_TRUE(on(0).empty());
}

TEST(Patterns, ThreadsThatRunOneAfterTheOtherAreNotOversubscribed)
{
    EventStream stream;
    for (TrackId lane = 0; lane < 4; ++lane) {
        stream.take(stream.begin(stream.track("T"), lane * 100 * kMs));
        stream.take(stream.end(lane, (lane + 1) * 100 * kMs));
    }
    EXPECT_TRUE(patternsIn(stream, 400 * kMs, 1).empty());
}

TEST(Patterns, WakeUpsAfterWhichItWaitsAgainAreUseless)
{
    EventStream stream;
    const ObjectId condition = stream.object("C", ObjectKind::condition);
    for (TrackId lane = 0; lane < 2; ++lane)
        stream.take(stream.begin(stream.track("W"), 0));
    for (int i = 0; i < 8; ++i) {
        // The first in one operation; the second has one for each.
        stream.take(stream.wait(0, State::condition, condition, (10 * i + 1) * kMs, (10 * i + 9) * kMs, 1));
        stream.take(stream.wait(1, State::condition, condition, (10 * i + 1) * kMs, (10 * i + 9) * kMs, 0));
        stream.take(stream.operation(1, "withdraw", 10 * i * kMs, (10 * i + 10) * kMs));
    }
    stream.take(stream.operation(0, "withdraw", 0, 90 * kMs));
    const auto found = patternsIn(stream, 100 * kMs);
    EXPECT_EQ(lanesWith(Pattern::uselessWakeUps, found), std::vector<TrackId>{0});
    EXPECT_EQ(found.front().object, condition);
    EXPECT_NE(found.front().sentence.english().find("went back to wait 7 times"), std::string::npos)
        << found.front().sentence.english();
}

TEST(Patterns, WhoOnlyWaitsIsNamedAndWhoSleepsIsNot)
{
    EventStream stream;
    const ObjectId queue = stream.object("Q", ObjectKind::queue);
    for (TrackId lane = 0; lane < 3; ++lane)
        stream.take(stream.begin(stream.track("T"), 0));
    Event stopped = stream.wait(0, State::queue, queue, 1000, 100 * kMs);
    stopped.high = waitDetail(kNoTrack, WaitEnd::stopped);
    stream.take(stopped);
    stream.take(stream.operation(0, "get", 500, 100 * kMs)); // broken off by the stop
    stream.take(stream.wait(1, State::sleep, kNoObject, 1000, 100 * kMs));
    stream.take(stream.wait(2, State::queue, queue, 1000, 99 * kMs, 0));
    stream.take(stream.operation(2, "get", 500, 99 * kMs));
    EXPECT_EQ(lanesWith(Pattern::onlyWaits, patternsIn(stream, 100 * kMs)), std::vector<TrackId>{0});
}

TEST(Patterns, AShortRunHasNone)
{
    EventStream stream;
    for (TrackId lane = 0; lane < 4; ++lane)
        stream.take(stream.begin(stream.track("T"), 0));
    EXPECT_TRUE(patternsIn(stream, 15 * kMs, 1).empty());
}

} // namespace
} // namespace threadscape
