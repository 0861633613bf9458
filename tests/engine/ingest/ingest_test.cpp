#include "ingest/ingest.h"

#include "analysis/summary.h"
#include "record/heap_chunks.h"
#include "support/eventually.h"

#include <gtest/gtest.h>
#include <numeric>

namespace threadscape {
namespace {

// A track that waits all its life: each wait begins where the last one ended.
void waitAllLong(Recorder& recorder, TrackId track, int waits)
{
    Writer& writer = recorder.takeWriter();
    Ticks at = ticksNow();
    writer.write(momentEvent(EventKind::begin, track, kNoObject, at, 0));
    for (int i = 0; i < waits; ++i) {
        const Ticks end = ticksNow();
        writer.write(spanEvent(EventKind::wait, track, kNoObject, at, end, kNoTrack,
                               static_cast<std::uint8_t>(1 + i % (kStates - 1))));
        at = end;
    }
    writer.write(momentEvent(EventKind::end, track, kNoObject, at, 0));
    recorder.giveBack(writer);
}

std::int64_t covered(const Lane& lane)
{
    const auto totals = lane.waits.coveredUntil(INT64_MAX, lane.waits.size());
    return std::accumulate(totals.begin(), totals.end(), std::int64_t{0});
}

struct Tracks {
    Tracks(Recorder& recorder, int count)
    {
        for (int i = 0; i < count; ++i)
            ids.push_back(recorder.catalogue().addTrack("track", {}, TrackKind::thread));
    }
    std::vector<TrackId> ids;
};

TEST(Ingest, NothingIsLostWhileReadersLookOn)
{
    Recorder recorder;
    Trace trace(recorder.sharedCatalogue());
    Ingest ingest(recorder, trace);
    ingest.setInterval(std::chrono::milliseconds(1));
    constexpr int kWaits = 100'000;
    const Tracks tracks(recorder, 3);
    std::vector<std::thread> writers;
    for (const TrackId track : tracks.ids)
        writers.emplace_back([&, track] { waitAllLong(recorder, track, kWaits); });

    // What a view does, beside the writers and ingest: time only grows, and no lane covers more than its life so far.
    std::atomic<bool> done{false};
    std::int64_t wrong = 0;
    std::thread viewer([&] {
        std::int64_t lastNow = 0;
        while (!done.load(std::memory_order_relaxed)) {
            const auto reader = trace.reader();
            const auto snapshot = trace.snapshot();
            wrong += snapshot->nowNs < lastNow ? 1 : 0;
            lastNow = snapshot->nowNs;
            for (std::size_t t = 0; t < trace.lanes(); ++t) {
                const auto track = static_cast<TrackId>(t);
                const StateTimes times = timeInStates(trace, *snapshot, track, 0, snapshot->nowNs);
                const std::int64_t sum = std::accumulate(times.begin(), times.end(), std::int64_t{0});
                wrong += sum > snapshot->nowNs ? 1 : 0;
                std::int64_t lastEnd = INT64_MIN;
                const Lane& lane = trace.lane(track);
                const std::size_t count = lane.waits.size();
                for (std::size_t i =
                         std::max(lane.waits.firstKept(), count - std::min<std::size_t>(count, 100));
                     i < count; ++i) {
                    wrong += lane.waits[i].startNs < lastEnd ? 1 : 0;
                    lastEnd = lane.waits[i].endNs;
                }
            }
        }
    });
    for (std::thread& writer : writers)
        writer.join();
    ingest.finish();
    done = true;
    viewer.join();

    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(trace.events(), tracks.ids.size() * (kWaits + 2));
    EXPECT_EQ(trace.lost(), 0U);
    EXPECT_EQ(trace.thinned(), 0U);
    EXPECT_TRUE(trace.snapshot()->finished);
    EXPECT_GT(ingest.cpuNs(), 0);
    for (const TrackId track : tracks.ids) {
        const Lane& lane = trace.lane(track);
        EXPECT_EQ(lane.waits.size(), static_cast<std::size_t>(kWaits));
        EXPECT_EQ(covered(lane), lane.endNs - lane.beginNs);
    }
}

TEST(Ingest, AWriterThatNeverPausesHoldsNothingUp)
{
    Recorder recorder;
    Trace trace(recorder.sharedCatalogue());
    Ingest ingest(recorder, trace);
    ingest.setInterval(std::chrono::milliseconds(1));
    const Tracks tracks(recorder, 1);
    // It writes as fast as it can until others have seen the trace grow a few times.
    Writer& writer = recorder.takeWriter();
    std::int64_t lastNow = 0;
    std::uint64_t written = 0;
    for (int seen = 0; seen < 4; ++written) {
        const Ticks now = ticksNow();
        writer.write(spanEvent(EventKind::wait, tracks.ids[0], kNoObject, now, now, kNoTrack, 2));
        if (written % 1'000 == 0 && trace.snapshot()->nowNs != lastNow) {
            lastNow = trace.snapshot()->nowNs;
            ++seen;
        }
    }
    recorder.giveBack(writer);
    ingest.finish();
    // On a machine that keeps ingest from its core for seconds, some are lost, and counted.
    EXPECT_EQ(trace.lane(tracks.ids[0]).waits.size() + trace.lost(), written);
}

TEST(Ingest, WritersAreUsedAgain)
{
    Recorder recorder;
    Trace trace(recorder.sharedCatalogue());
    Ingest ingest(recorder, trace);
    const Tracks tracks(recorder, 50);
    for (const TrackId track : tracks.ids)
        waitAllLong(recorder, track, 10);
    EXPECT_EQ(recorder.feeds().size(), 1U);
    ingest.finish();
    for (const TrackId track : tracks.ids)
        EXPECT_EQ(trace.lane(track).waits.size(), 10U);
}

TEST(Ingest, PastTheCapDetailThinsAndTotalsStay)
{
    Recorder recorder;
    constexpr std::size_t kCap = std::size_t{4} << 20U;
    Trace trace(recorder.sharedCatalogue(), kCap);
    Ingest ingest(recorder, trace);
    constexpr int kWaits = 200'000;
    const Tracks tracks(recorder, 2);
    std::vector<std::thread> writers;
    for (const TrackId track : tracks.ids)
        writers.emplace_back([&, track] { waitAllLong(recorder, track, kWaits); });
    for (std::thread& writer : writers)
        writer.join();
    ingest.finish();

    EXPECT_GT(trace.thinned(), 0U);
    EXPECT_LE(trace.bytes(), kCap);
    EXPECT_EQ(trace.lost(), 0U);
    for (const TrackId track : tracks.ids) {
        const Lane& lane = trace.lane(track);
        EXPECT_EQ(lane.waits.size(), static_cast<std::size_t>(kWaits));
        EXPECT_GT(lane.waits.firstKept(), 0U);
        EXPECT_EQ(covered(lane), lane.endNs - lane.beginNs);
        const StateTimes times = timeInStates(trace, *trace.snapshot(), track, 0, INT64_MAX);
        EXPECT_EQ(times[static_cast<std::size_t>(State::running)], 0);
    }
}

TEST(Ingest, PastTheCapMomentsHoldsAndValuesThinToo)
{
    Recorder recorder;
    constexpr std::size_t kCap = std::size_t{4} << 20U;
    Trace trace(recorder.sharedCatalogue(), kCap);
    Ingest ingest(recorder, trace);
    const Tracks tracks(recorder, 1);
    const ObjectId lock = recorder.catalogue().addObject("L", ObjectKind::lock);
    const ObjectId variable = recorder.catalogue().addObject("v", ObjectKind::variable);
    constexpr std::uint32_t kTimes = 200'000;
    Writer& writer = recorder.takeWriter();
    Ticks at = ticksNow();
    for (std::uint32_t i = 1; i <= kTimes; ++i, at += 20) {
        writer.write(spanEvent(EventKind::hold, tracks.ids[0], lock, at, at + 10, i, 0));
        writer.write(momentEvent(EventKind::write, tracks.ids[0], variable, at, i, i));
    }
    recorder.giveBack(writer);
    ingest.finish();

    EXPECT_LE(trace.bytes(), kCap);
    EXPECT_GT(trace.lane(tracks.ids[0]).moments.firstKept(), 0U);
    const ObjectLane& held = trace.object(lock);
    EXPECT_GT(held.holds.firstKept(), 0U);
    EXPECT_EQ(held.totals->holds().total(), kTimes);
    const ValueSeries& values = trace.object(variable).values;
    EXPECT_GT(values.firstKept(), 0U);
    EXPECT_EQ(values.size(), kTimes);
    EXPECT_EQ(values.range(0, kTimes).low, 1);
    EXPECT_EQ(values.range(0, kTimes).high, kTimes);
}

// Written before anything is read: more than a quarter of what may wait.
TEST(Ingest, BeforeEventsAreLostTheirDetailIs)
{
    Recorder recorder;
    Trace trace(recorder.sharedCatalogue());
    const Tracks tracks(recorder, 2);
    const ObjectId lock = recorder.catalogue().addObject("L", ObjectKind::lock);
    constexpr std::uint32_t kHolds = 6'500'000;
    Writer& writer = recorder.takeWriter();
    Ticks at = ticksNow();
    const Ticks first = at;
    for (std::uint32_t i = 1; i <= kHolds; ++i, at += 2)
        writer.write(spanEvent(EventKind::hold, tracks.ids[i % 2], lock, at, at + 1, i, 0));
    while (ticksNow() < at) {
    }
    recorder.giveBack(writer);
    Ingest ingest(recorder, trace);
    ingest.finish();

    EXPECT_EQ(trace.lost(), 0U);
    EXPECT_EQ(trace.events(), kHolds);
    EXPECT_GT(trace.thinned(), 0U);
    EXPECT_LT(trace.thinned(), kHolds) << "what came once it had caught up is there";
    EXPECT_EQ(trace.object(lock).totals->holds().total(), kHolds);
    std::int64_t heldNs = 0;
    for (const TrackId track : tracks.ids) {
        const SpanChannel<1>& holds = trace.lane(track).holds[0];
        EXPECT_EQ(holds.size(), kHolds / 2);
        heldNs += holds.coveredUntil(INT64_MAX, holds.size())[0];
    }
    EXPECT_EQ(trace.object(lock).totals->holdNs(), heldNs);
    EXPECT_LE(heldNs, static_cast<std::int64_t>(static_cast<double>(at - first) / ticksPerNs()) + 1);
}

// Writers that never pause, for as long as it takes to fill the cap a few times.
TEST(Ingest, MemoryIsFlatAtTheCap)
{
    Recorder recorder;
    constexpr std::size_t kCap = std::size_t{8} << 20U;
    Trace trace(recorder.sharedCatalogue(), kCap);
    Ingest ingest(recorder, trace);
    ingest.setInterval(std::chrono::milliseconds(1));
    const Tracks tracks(recorder, 3);
    const ObjectId lock = recorder.catalogue().addObject("L", ObjectKind::lock);
    const ObjectId variable = recorder.catalogue().addObject("v", ObjectKind::variable);
    constexpr std::uint32_t kTimes = 1'000'000;
    std::atomic<std::uint32_t> next{1};
    std::vector<std::thread> writers;
    for (const TrackId track : tracks.ids) {
        writers.emplace_back([&, track] {
            Writer& writer = recorder.takeWriter();
            for (std::uint32_t i = next++; i <= kTimes; i = next++) {
                const Ticks from = ticksNow();
                const Ticks to = ticksNow();
                writer.write(spanEvent(EventKind::wait, track, lock, from, to, kNoTrack,
                                       static_cast<std::uint8_t>(State::lock)));
                writer.write(spanEvent(EventKind::hold, track, lock, from, to, i, 0));
                writer.write(momentEvent(EventKind::write, track, variable, to, i, i));
            }
            recorder.giveBack(writer);
        });
    }
    // Ingest looks at the cap each million events, and at each 16th drain.
    constexpr std::size_t kBetween = 1'000'000 * (sizeof(Span) + sizeof(Moment) + sizeof(HoldRef));
    std::size_t most = 0;
    while (next.load(std::memory_order_relaxed) <= kTimes) {
        most = std::max(most, trace.bytes());
        std::this_thread::yield();
    }
    for (std::thread& writer : writers)
        writer.join();
    ingest.finish();
    EXPECT_LE(most, kCap + kBetween);
    EXPECT_LE(trace.bytes(), kCap);
    EXPECT_GT(trace.thinned(), 0U);
    EXPECT_EQ(trace.events() + trace.lost(), 3 * kTimes);
    EXPECT_GE(trace.object(lock).totals->holds().total() + trace.lost(), kTimes);
}

// A stream from elsewhere, with room for one chunk only.
class SmallFeed final : public Feed {
public:
    ChunkSource& source() noexcept override { return m_source; }
    Writer& writer() noexcept { return m_writer; }
    bool translate(Event& event) noexcept override
    {
        event.track = m_track;
        return event.object != kNonsense;
    }
    explicit SmallFeed(TrackId track) : m_writer(std::make_unique<Borrowed>(m_source)), m_track(track) {}

    static constexpr ObjectId kNonsense = 12'345;
    std::atomic<bool> full{false};

private:
    class Borrowed final : public ChunkSource {
    public:
        explicit Borrowed(ChunkSource& source) : m_source(source) {}
        Chunk* next() noexcept override { return m_source.next(); }
        Chunk* oldest() noexcept override { return m_source.oldest(); }
        bool recycleOldest() noexcept override { return m_source.recycleOldest(); }

    private:
        ChunkSource& m_source;
    };
    class Small final : public ChunkSource {
    public:
        explicit Small(std::atomic<bool>& full) : m_full(full) {}
        Chunk* next() noexcept override { return m_full ? nullptr : m_chunks.next(); }
        Chunk* oldest() noexcept override { return m_chunks.oldest(); }
        bool recycleOldest() noexcept override { return m_chunks.recycleOldest(); }

    private:
        std::atomic<bool>& m_full;
        HeapChunks m_chunks;
    };

    Small m_source{full};
    Writer m_writer;
    TrackId m_track;
};

TEST(Ingest, OtherStreamsAreTranslatedAndTheirLossesCounted)
{
    Recorder recorder;
    Trace trace(recorder.sharedCatalogue());
    const TrackId track = recorder.catalogue().addTrack("worker", {}, TrackKind::process);
    const auto feed = std::make_shared<SmallFeed>(track);
    recorder.addFeed(feed);
    Ingest ingest(recorder, trace);
    const auto write = [&](ObjectId object) {
        feed->writer().write(momentEvent(EventKind::read, 999, object, ticksNow(), 1));
    };
    write(SmallFeed::kNonsense);
    for (std::uint32_t i = 1; i < Chunk::kEvents; ++i)
        write(1);
    feed->full = true;
    for (int i = 0; i < 40; ++i)
        write(1);
    feed->full = false;
    write(1);
    ingest.finish();

    EXPECT_EQ(trace.lost(), 40U);
    EXPECT_EQ(trace.lanes(), 1U);
    EXPECT_EQ(trace.lane(track).gaps.size(), 1U);
    EXPECT_EQ(trace.lane(track).moments.size(), Chunk::kEvents);
}

TEST(Recorder, ASpanCostsSomething)
{
    EXPECT_GT(spanCostNs(), 0);
    EXPECT_EQ(spanCostNs(), spanCostNs());
}

// Hold 1 is never told: the others wait for it, and their spans may be thinned away meanwhile.
TEST(Ingest, WhatWaitsForALostNumberMayBeThinnedMeanwhile)
{
    Recorder recorder;
    constexpr std::size_t kSmallCap = 100'000;
    Trace trace(recorder.sharedCatalogue(), kSmallCap);
    Ingest ingest(recorder, trace);
    ingest.setInterval(std::chrono::milliseconds(1));
    const TrackId track = recorder.catalogue().addTrack("track", {}, TrackKind::thread);
    const ObjectId lock = recorder.catalogue().addObject("Lock", ObjectKind::lock);
    Writer& writer = recorder.takeWriter();
    std::uint32_t number = 2;
    EXPECT_TRUE(eventually([&] {
        for (int i = 0; i < 1'000; ++i, ++number) {
            const Ticks at = ticksNow();
            writer.write(spanEvent(EventKind::hold, track, lock, at, at, number, 0));
        }
        return trace.thinned() > 0;
    }));
    recorder.giveBack(writer);
    ingest.finish();
    EXPECT_EQ(trace.object(lock).holds.size(), number - 2);
}

// A second later nobody waits for it any more.
TEST(Ingest, ALostNumberIsGivenUpWhileTheRunGoesOn)
{
    Recorder recorder;
    Trace trace(recorder.sharedCatalogue());
    Ingest ingest(recorder, trace);
    ingest.setInterval(std::chrono::milliseconds(1));
    const TrackId track = recorder.catalogue().addTrack("track", {}, TrackKind::thread);
    const ObjectId lock = recorder.catalogue().addObject("Lock", ObjectKind::lock);
    const ObjectId variable = recorder.catalogue().addObject("value", ObjectKind::variable);
    Writer& writer = recorder.takeWriter();
    for (const std::uint32_t number : {1U, 3U, 4U}) { // 2 is lost
        const Ticks at = ticksNow();
        writer.write(spanEvent(EventKind::hold, track, lock, at, at, number, 0));
        writer.write(momentEvent(EventKind::write, track, variable, at, number, number));
    }
    EXPECT_TRUE(eventually([&] {
        return trace.objects() > variable && trace.object(lock).holds.size() == 3 &&
               trace.object(variable).values.size() == 3;
    }));
    recorder.giveBack(writer);
}

} // namespace
} // namespace threadscape
