#include "analysis/patterns.h"

#include "support/event_stream.h"
#include "support/units.h"

#include <algorithm>
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

constexpr int kQueueing = 4;

/// Four lanes that take one lock in turn, `turns` times together, held for 1 ms; before each turn they queue for `queueMs`.
/// Returns the lock.
ObjectId playTurns(EventStream& stream, std::int64_t queueMs, ObjectKind kind = ObjectKind::lock,
                   int turns = 30 * kQueueing)
{
    const ObjectId lock = stream.object("L", kind);
    const State state = isLock(kind) ? State::lock : State::semaphore;
    std::uint32_t number = 0;
    for (int lane = 0; lane < kQueueing; ++lane)
        stream.take(stream.begin(stream.track("T"), 0));
    for (int turn = 0; turn < turns; ++turn) {
        const auto lane = static_cast<TrackId>(turn % kQueueing);
        const std::int64_t at = (turn + kQueueing) * kMs;
        if (queueMs > 0)
            stream.take(stream.wait(lane, state, lock, at - queueMs * kMs, at));
        stream.take(stream.hold(lane, lock, ++number, at, at + kMs));
    }
    return lock;
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

TEST(Patterns, ASemaphoreWithOnePermitInUseHasAConvoyToo)
{
    for (const ObjectKind kind : {ObjectKind::semaphore, ObjectKind::boundedSemaphore})
        for (const std::int64_t permits : {1, 2}) {
            EventStream stream;
            const ObjectId semaphore = playTurns(stream, 3, kind);
            stream.take(stream.write(0, semaphore, kMs, permits, 1));
            EXPECT_EQ(lanesWith(Pattern::convoy, patternsIn(stream, 124 * kMs)).size(),
                      permits == 1 ? 4U : 0U)
                << permits << " in use";
        }
}

// It is the same convoy whether the last lane in it has had its 20th turn.
TEST(Patterns, OneTurnFewerLeavesTheConvoyItsName)
{
    EventStream stream;
    playTurns(stream, 3, ObjectKind::lock, 20 * kQueueing - 1);
    EXPECT_EQ(lanesWith(Pattern::convoy, patternsIn(stream, 84 * kMs)), (std::vector<TrackId>{0, 1, 2, 3}));
    EventStream few;
    playTurns(few, 3, ObjectKind::lock, 19 * kQueueing);
    EXPECT_TRUE(lanesWith(Pattern::convoy, patternsIn(few, 84 * kMs)).empty()) << "none has 20";
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

// What the others did before it began is no reason to call it starved.
TEST(Patterns, WhoCameLateIsComparedByItsOwnLife)
{
    EventStream stream;
    const ObjectId condition = stream.object("C", ObjectKind::condition);
    constexpr std::int64_t kEndMs = 1000;
    // Three that do one thing every 25 ms, and others that begin at these times and do nothing but wait.
    const std::vector<std::int64_t> beginsMs{0, 0, 0, 900, 500, 0};
    for (std::size_t i = 0; i < beginsMs.size(); ++i) {
        const TrackId lane = stream.track("W");
        stream.take(stream.begin(lane, beginsMs[i] * kMs));
        if (i > 2)
            stream.take(
                stream.wait(lane, State::condition, condition, (beginsMs[i] + 1) * kMs, kEndMs * kMs, 0));
        for (std::int64_t at = 0; i <= 2 && at < kEndMs; at += 25)
            stream.take(stream.operation(lane, "withdraw", at * kMs, at * kMs + 1000));
    }
    // One more of the quick ones, so that half of them are.
    const TrackId quick = stream.track("W");
    stream.take(stream.begin(quick, 0));
    for (std::int64_t at = 0; at < kEndMs; at += 25)
        stream.take(stream.operation(quick, "withdraw", at * kMs, at * kMs + 1000));
    const auto found = patternsIn(stream, kEndMs * kMs);
    EXPECT_EQ(lanesWith(Pattern::starvation, found), (std::vector<TrackId>{4, 5}));
    const auto half = std::ranges::find(found, TrackId{4}, &PatternOnLane::track);
    ASSERT_NE(half, found.end());
    EXPECT_NE(half->sentence.english().find("20 times or more in as long"), std::string::npos)
        << half->sentence.english();
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

// A withdrawer looks at the balance before it waits: that does nothing for anybody.
TEST(Patterns, WhoReadsBeforeItWaitsOnlyWaits)
{
    for (const EventKind kind : {EventKind::read, EventKind::notify}) {
        EventStream stream;
        const ObjectId balance = stream.object("Balance", ObjectKind::variable);
        const ObjectId condition = stream.object("C", ObjectKind::condition);
        stream.take(stream.begin(stream.track("W"), 0));
        stream.take(stream.moment(kind, 0, kind == EventKind::read ? balance : condition, 500, 0));
        Event stopped = stream.wait(0, State::condition, condition, 1000, 100 * kMs);
        stopped.high = waitDetail(kNoTrack, WaitEnd::stopped);
        stream.take(stopped);
        stream.take(stream.operation(0, "withdraw", 400, 100 * kMs)); // broken off by the stop
        EXPECT_EQ(lanesWith(Pattern::onlyWaits, patternsIn(stream, 100 * kMs)).size(),
                  kind == EventKind::read ? 1U : 0U);
    }
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
