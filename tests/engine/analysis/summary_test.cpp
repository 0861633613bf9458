#include "analysis/summary.h"

#include "analysis/stretches.h"
#include "support/event_stream.h"

#include <gtest/gtest.h>
#include <numeric>
#include <random>

namespace threadscape {
namespace {

std::int64_t of(const StateTimes& times, State state)
{
    return times[static_cast<std::size_t>(state)];
}

StateTimes bruteForce(const Trace& trace, TrackId track, std::int64_t fromNs, std::int64_t toNs)
{
    StateTimes times{};
    const auto snapshot = trace.snapshot();
    forEachStretch(
        trace.lane(track), openLane(*snapshot, track), snapshot->nowNs, [&](const Stretch& stretch) {
            times[static_cast<std::size_t>(stretch.state)] +=
                std::max<std::int64_t>(0, std::min(stretch.endNs, toNs) - std::max(stretch.startNs, fromNs));
        });
    return times;
}

TEST(Summary, RunningIsWhatWaitsLeave)
{
    EventStream stream;
    const TrackId track = stream.track("a");
    stream.take({stream.begin(track, 100), stream.wait(track, State::sleep, kNoObject, 200, 500),
                 stream.wait(track, State::lock, kNoObject, 500, 600), stream.end(track, 1'000)});
    stream.publish(5'000);
    const auto snapshot = stream.trace().snapshot();
    StateTimes times = timeInStates(stream.trace(), *snapshot, track, INT64_MIN, INT64_MAX);
    EXPECT_EQ(of(times, State::running), 500);
    EXPECT_EQ(of(times, State::sleep), 300);
    EXPECT_EQ(of(times, State::lock), 100);
    EXPECT_EQ(std::accumulate(times.begin(), times.end(), std::int64_t{0}), 900);
    times = timeInStates(stream.trace(), *snapshot, track, 150, 250);
    EXPECT_EQ(of(times, State::running), 50);
    EXPECT_EQ(of(times, State::sleep), 50);
    EXPECT_EQ(timeInStates(stream.trace(), *snapshot, track, 300, 300), StateTimes{});
    EXPECT_EQ(timeInStates(stream.trace(), *snapshot, 77, 0, 1'000), StateTimes{});
}

TEST(Summary, AnOpenWaitCountsToNow)
{
    EventStream stream;
    const TrackId track = stream.track("a");
    stream.take({stream.begin(track, 0), stream.wait(track, State::sleep, kNoObject, 100, 200)});
    stream.open(track, OpenSpans::kWaitSlot, 300, kNoObject, static_cast<std::uint8_t>(State::condition));
    stream.publish(1'000, false);
    const auto snapshot = stream.trace().snapshot();
    StateTimes times = timeInStates(stream.trace(), *snapshot, track, 0, INT64_MAX);
    EXPECT_EQ(of(times, State::condition), 700);
    EXPECT_EQ(of(times, State::running), 200);
    times = timeInStates(stream.trace(), *snapshot, track, 0, 500);
    EXPECT_EQ(of(times, State::condition), 200);
    EXPECT_EQ(waits(stream.trace().lane(track), openLane(*snapshot, track), 1'000, State::condition, 0, 2'000)
                  .totalNs,
              700);

    // Its end arrives: with the old snapshot it is counted once, not twice.
    stream.take(stream.wait(track, State::condition, kNoObject, 300, 1'200));
    times = timeInStates(stream.trace(), *snapshot, track, 0, INT64_MAX);
    EXPECT_EQ(of(times, State::condition), 700);
    EXPECT_EQ(of(times, State::running), 200);
}

TEST(Summary, WhereEventsWereLostNobodyKnows)
{
    EventStream stream;
    const TrackId track = stream.track("a");
    stream.take({stream.begin(track, 0), stream.gap(track, 100, 400, 9),
                 stream.wait(track, State::sleep, kNoObject, 300, 500), stream.end(track, 1'000)});
    stream.publish(1'000);
    const StateTimes times = timeInStates(stream.trace(), *stream.trace().snapshot(), track, 0, 1'000);
    EXPECT_EQ(of(times, State::unknown), 200);
    EXPECT_EQ(of(times, State::sleep), 200);
    EXPECT_EQ(of(times, State::running), 600);
}

TEST(Summary, ATrackWithoutABeginOnlyWaits)
{
    EventStream stream;
    const TrackId track = stream.track("a");
    stream.take(stream.wait(track, State::io, kNoObject, 100, 300));
    stream.publish(1'000);
    const StateTimes times = timeInStates(stream.trace(), *stream.trace().snapshot(), track, 0, 1'000);
    EXPECT_EQ(of(times, State::io), 200);
    EXPECT_EQ(of(times, State::running), 0);
}

TEST(Summary, AgreesWithTheStretchesOneByOne)
{
    std::mt19937 random(20);
    for (int round = 0; round < 40; ++round) {
        EventStream stream;
        const TrackId track = stream.track("a");
        std::int64_t now = static_cast<std::int64_t>(random() % 1'000);
        stream.take(stream.begin(track, now));
        for (int i = 0; i < 500; ++i) {
            const std::int64_t from = now + (i % 4 == 0 ? 0 : static_cast<std::int64_t>(random() % 300));
            now = from + static_cast<std::int64_t>(random() % 500);
            if (round % 4 == 3 && i % 97 == 0)
                stream.take(stream.gap(track, from, now, 1));
            else
                stream.take(stream.wait(track, static_cast<State>(1 + random() % (kStates - 2)), kNoObject,
                                        from, now));
        }
        if (round % 2 == 0)
            stream.take(stream.end(track, now += 100));
        else
            stream.open(track, OpenSpans::kWaitSlot, now + 50, kNoObject,
                        static_cast<std::uint8_t>(State::queue));
        stream.publish(now + 1'000);
        const auto snapshot = stream.trace().snapshot();
        for (int i = 0; i < 100; ++i) {
            const auto span = static_cast<unsigned>(now + 2'000);
            const std::int64_t from = static_cast<std::int64_t>(random() % span) - 500;
            const std::int64_t to = from + static_cast<std::int64_t>(random() % span);
            ASSERT_EQ(timeInStates(stream.trace(), *snapshot, track, from, to),
                      bruteForce(stream.trace(), track, from, to));
        }
    }
}

TEST(Summary, StretchesFollowEachOther)
{
    EventStream stream;
    playBank(stream);
    const auto snapshot = stream.trace().snapshot();
    for (std::size_t t = 0; t < stream.trace().lanes(); ++t) {
        const Lane& lane = stream.trace().lane(static_cast<TrackId>(t));
        std::int64_t at = lane.beginNs;
        forEachStretch(lane, openLane(*snapshot, static_cast<TrackId>(t)), snapshot->nowNs,
                       [&](const Stretch& stretch) {
                           EXPECT_EQ(stretch.startNs, at);
                           EXPECT_GE(stretch.endNs, stretch.startNs);
                           at = stretch.endNs;
                       });
        EXPECT_EQ(at, lane.endNs == Lane::kNotYet ? snapshot->nowNs : lane.endNs.load());
    }
}

TEST(Summary, WaitsOfAStateInAWindow)
{
    EventStream stream;
    const TrackId track = stream.track("a");
    stream.take({stream.begin(track, 0), stream.wait(track, State::lock, kNoObject, 100, 200),
                 stream.wait(track, State::sleep, kNoObject, 200, 900),
                 stream.wait(track, State::lock, kNoObject, 900, 1'300), stream.end(track, 2'000)});
    stream.publish(2'000);
    const SpanTotals all = waits(stream.trace().lane(track), nullptr, 2'000, State::lock, 0, 2'000);
    EXPECT_EQ(all.count, 2U);
    EXPECT_EQ(all.totalNs, 500);
    EXPECT_EQ(all.longestNs, 400);
    EXPECT_EQ(all.longestStartNs, 900);
    const SpanTotals part = waits(stream.trace().lane(track), nullptr, 2'000, State::lock, 150, 1'000);
    EXPECT_EQ(part.count, 2U);
    EXPECT_EQ(part.totalNs, 150);
}

TEST(Summary, HoldsOfALock)
{
    EventStream stream;
    playBank(stream);
    const auto snapshot = stream.trace().snapshot();
    constexpr ObjectId kLock = 0;
    const SpanTotals all = holds(stream.trace(), *snapshot, kLock, 0, kBankEndNs);
    EXPECT_EQ(all.count, 4U);
    EXPECT_EQ(all.totalNs, 10'200 + 149'500 + 49'700 + 200'000);
    EXPECT_EQ(all.longestNs, 200'000); // the one that is still open
    EXPECT_EQ(holds(stream.trace(), *snapshot, kLock, 310'000, 320'000).totalNs, 10'000);
    EXPECT_EQ(holds(stream.trace(), *snapshot, 99, 0, kBankEndNs).count, 0U);
}

} // namespace
} // namespace threadscape
