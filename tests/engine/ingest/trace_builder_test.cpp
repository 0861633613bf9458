#include "ingest/trace_builder.h"

#include "analysis/summary.h"
#include "support/event_stream.h"

#include <gtest/gtest.h>
#include <random>
#include <sstream>

namespace threadscape {
namespace {

using Streams = std::vector<std::vector<Event>>;

// What tracks might do, a stream each: the numbers of locks and of modifications are given out in one order across them.
Streams play(EventStream& stream, unsigned seed, int tracks, int steps)
{
    std::mt19937 random(seed);
    const auto upTo = [&](unsigned most) { return static_cast<std::int64_t>(random() % (most + 1)); };
    const ObjectId locks[] = {stream.object("a", ObjectKind::lock), stream.object("b", ObjectKind::rlock)};
    const ObjectId variable = stream.object("v", ObjectKind::variable);
    const ObjectId condition = stream.object("c", ObjectKind::condition);
    std::uint32_t numbers[] = {0, 0};
    const ObjectId pool = stream.object("p", ObjectKind::pool);
    std::vector<TaskState> tasks; // by number
    std::uint32_t writes = 0;
    Streams streams;
    std::vector<std::int64_t> atNs;
    for (int t = 0; t < tracks; ++t) {
        const TrackId track = stream.track("track " + std::to_string(t));
        atNs.push_back(upTo(1'000));
        streams.push_back({stream.begin(track, atNs.back())});
    }
    for (int i = 0; i < steps; ++i) {
        const auto track = static_cast<TrackId>(random() % static_cast<unsigned>(tracks));
        std::int64_t& now = atNs[track];
        std::vector<Event>& out = streams[track];
        const std::int64_t from = now += upTo(500);
        const std::int64_t to = now += upTo(2'000);
        switch (random() % 9) {
        case 8: {
            const std::size_t at = random() % (tasks.size() + 1);
            if (at == tasks.size())
                tasks.push_back(TaskState::pending);
            else if (tasks[at] == TaskState::pending)
                tasks[at] = random() % 3 == 0 ? TaskState::cancelled : TaskState::running;
            else if (tasks[at] == TaskState::running)
                tasks[at] = random() % 3 == 0 ? TaskState::failed : TaskState::done;
            else
                break;
            out.push_back(stream.task(track, pool, to, static_cast<std::uint32_t>(at + 1), tasks[at],
                                      "task " + std::to_string(at % 3)));
            break;
        }
        case 0:
        case 1: {
            const std::size_t lock = random() % 2;
            out.push_back(
                stream.hold(track, locks[lock], ++numbers[lock], from, to, static_cast<int>(random() % 3)));
            break;
        }
        case 2:
            out.push_back(stream.operation(track, "operation " + std::to_string(random() % 5), from, to));
            break;
        case 3: out.push_back(stream.write(track, variable, to, upTo(100) - 50, ++writes)); break;
        case 4: out.push_back(stream.moment(EventKind::read, track, variable, to, upTo(100))); break;
        case 5: out.push_back(stream.moment(EventKind::notify, track, condition, to, upTo(3))); break;
        case 6:
            out.push_back(stream.moment(EventKind::print, track, kNoObject, to,
                                        stream.names().intern("line " + std::to_string(i))));
            break;
        default:
            out.push_back(stream.wait(track, static_cast<State>(1 + random() % (kStates - 1)), condition,
                                      from, to,
                                      static_cast<TrackId>(random() % static_cast<unsigned>(tracks))));
            break;
        }
    }
    for (std::size_t t = 0; t < streams.size(); ++t)
        streams[t].push_back(stream.end(static_cast<TrackId>(t), atNs[t]));
    return streams;
}

TEST(TraceBuilder, AnyBatchingAndAnyOrderOfStreamsGivesTheSameTrace)
{
    for (unsigned seed = 0; seed < 5; ++seed) {
        std::string expected;
        for (unsigned turn = 0; turn < 8; ++turn) {
            EventStream stream;
            const Streams streams = play(stream, seed, 5, 2'000);
            std::mt19937 random(100 + turn);
            std::vector<std::size_t> at(streams.size(), 0);
            const std::size_t piece =
                turn == 0 ? SIZE_MAX : 1 + random() % 200; // turn 0: stream after stream
            std::size_t left = streams.size();
            while (left > 0) {
                const std::size_t s = turn == 0 ? streams.size() - left : random() % streams.size();
                if (at[s] == streams[s].size())
                    continue;
                for (std::size_t n = 0; n < piece && at[s] < streams[s].size(); ++n)
                    stream.take(streams[s][at[s]++]);
                left -= at[s] == streams[s].size() ? 1 : 0;
            }
            stream.publish(10'000'000);
            const std::string found = describe(stream.trace());
            if (turn == 0)
                expected = found;
            ASSERT_TRUE(found == expected) << "seed " << seed << ", turn " << turn;
        }
        EXPECT_GT(expected.size(), 50'000U);
    }
}

TEST(TraceBuilder, HoldsAndValuesComeInTheOrderOfTheirNumbers)
{
    EventStream stream;
    const TrackId a = stream.track("a");
    const TrackId b = stream.track("b");
    const ObjectId lock = stream.object("lock", ObjectKind::lock);
    const ObjectId variable = stream.object("variable", ObjectKind::variable);
    // b's stream arrives first; its stamps are ahead of a's.
    stream.take({stream.hold(b, lock, 2, 100, 200), stream.write(b, variable, 90, 20, 2)});
    EXPECT_EQ(stream.trace().object(lock).holds.size(), 0U);
    stream.take({stream.hold(a, lock, 1, 101, 105), stream.write(a, variable, 95, 10, 1),
                 stream.hold(a, lock, 3, 200, 210)});
    const ObjectLane& order = stream.trace().object(lock);
    ASSERT_EQ(order.holds.size(), 3U);
    EXPECT_EQ(order.holds[0].track, a);
    EXPECT_EQ(order.holds[1].track, b);
    EXPECT_EQ(order.holds[2].track, a);
    EXPECT_EQ(order.holds[2].index, 1U);
    const ValueSeries& values = stream.trace().object(variable).values;
    ASSERT_EQ(values.size(), 2U);
    EXPECT_EQ(values[0].value, 10);
    EXPECT_EQ(values[1].value, 20);
    EXPECT_GE(values[1].atNs, values[0].atNs);
}

TEST(TraceBuilder, WhatWaitsForANumberThatNeverComesIsHandedOnAtTheEnd)
{
    EventStream stream;
    const TrackId track = stream.track("a");
    const ObjectId lock = stream.object("lock", ObjectKind::lock);
    stream.take({stream.hold(track, lock, 2, 0, 10), stream.hold(track, lock, 4, 20, 30)});
    EXPECT_EQ(stream.trace().object(lock).holds.size(), 0U);
    stream.publish(100);
    EXPECT_EQ(stream.trace().object(lock).holds.size(), 2U);
}

TEST(TraceBuilder, ALossIsCountedAndShown)
{
    EventStream stream;
    const TrackId track = stream.track("a");
    stream.take({stream.gap(track, 100, 200, 7), stream.gap(track, 300, 400, 5)});
    EXPECT_EQ(stream.trace().lost(), 12U);
    ASSERT_EQ(stream.trace().lane(track).gaps.size(), 2U);
    EXPECT_EQ(stream.trace().lane(track).gaps[1].startNs, 300);
    EXPECT_EQ(stream.trace().lane(track).gaps[1].endNs, 400);
    EXPECT_EQ(stream.trace().events(), 2U);
}

TEST(TraceBuilder, NotesTellWhatWasMovedAndWhatWasPrinted)
{
    EventStream stream;
    const TrackId track = stream.track("main");
    const ObjectId name = stream.names().intern("withdrawers");
    const ObjectId line = stream.names().intern("2 left");
    const ObjectId value = stream.names().intern("20");
    stream.take({stream.moment(EventKind::mark, track, name, 10, value),
                 stream.moment(EventKind::print, track, kNoObject, 20, line)});
    const auto& notes = stream.trace().notes();
    ASSERT_EQ(notes.size(), 2U);
    EXPECT_EQ(notes[0].kind, Note::Kind::mark);
    EXPECT_EQ(notes[0].text, name);
    EXPECT_EQ(notes[0].value, value);
    EXPECT_EQ(notes[1].kind, Note::Kind::print);
    EXPECT_EQ(notes[1].text, line);
    EXPECT_EQ(notes[1].track, track);
}

TEST(TraceBuilder, WhatCannotBeIsLeftOut)
{
    EventStream stream;
    const TrackId track = stream.track("a");
    const ObjectId lock = stream.object("lock", ObjectKind::lock);
    Event wait = stream.wait(track, State::lock, lock, 0, 10);
    wait.head = Event::headOf(EventKind::wait, kStates, 0);
    Event operation = stream.operation(track, "deep", 0, 10);
    operation.head = Event::headOf(EventKind::operation, OpenSpans::kOperationSlots, 0);
    stream.take({wait, operation, stream.hold(track, kNoObject, 1, 0, 10),
                 stream.write(track, kNoObject, 5, 1, 1), stream.begin(kNoTrack, 0)});
    const Lane& lane = stream.trace().lane(track);
    EXPECT_EQ(lane.waits.size(), 0U);
    EXPECT_EQ(lane.operations[0].size(), 0U);
    EXPECT_EQ(lane.holds[0].size(), 0U);
    EXPECT_EQ(stream.trace().lanes(), 1U);
}

TEST(TraceBuilder, AnOpenSpanIsShownUntilItsLaneHasItsEnd)
{
    EventStream stream;
    const TrackId track = stream.track("a");
    const ObjectId lock = stream.object("lock", ObjectKind::lock);
    stream.take(stream.begin(track, 0));
    stream.open(track, OpenSpans::kWaitSlot, 500, lock, static_cast<std::uint8_t>(State::lock));
    stream.publish(1'000, false);
    auto snapshot = stream.trace().snapshot();
    EXPECT_EQ(snapshot->nowNs, 1'000);
    EXPECT_FALSE(snapshot->finished);
    ASSERT_TRUE(snapshot->lanes[track].spans[OpenSpans::kWaitSlot]);
    EXPECT_EQ(snapshot->lanes[track].spans[OpenSpans::kWaitSlot]->sinceNs, 500);
    EXPECT_EQ(snapshot->lanes[track].spans[OpenSpans::kWaitSlot]->object, lock);
    // Its end arrives while the next snapshot is made: read as open, then drained.
    stream.take(stream.wait(track, State::lock, lock, 500, 1'100));
    stream.publish(1'200, false);
    EXPECT_FALSE(stream.trace().snapshot()->lanes[track].spans[OpenSpans::kWaitSlot]);
}

TEST(TraceBuilder, WhatWasOpenAtAnEarlierMomentIsToldByWhatIsStillToBeTaken)
{
    EventStream stream;
    const TrackId track = stream.track("a");
    const ObjectId lock = stream.object("lock", ObjectKind::lock);
    stream.take(stream.begin(track, 0));
    stream.open(track, OpenSpans::kWaitSlot, 900, lock, static_cast<std::uint8_t>(State::lock));
    stream.open(track, OpenSpans::kFirstHold, 200, lock);
    const TraceBuilder& builder = stream.builder();
    const std::shared_ptr<Snapshot> snapshot = builder.readOpenSpans(stream.ticks(1'000));

    builder.setBack(*snapshot, stream.ticks(500));
    EXPECT_EQ(snapshot->nowNs, 500);
    auto& open = snapshot->lanes.at(track).spans;
    EXPECT_FALSE(open[OpenSpans::kWaitSlot]) << "it began later";
    ASSERT_TRUE(open[OpenSpans::kFirstHold]) << "it began before, and goes on";
    EXPECT_EQ(open[OpenSpans::kFirstHold]->sinceNs, 200);

    for (const auto& [from, to] : {std::pair{100, 400}, std::pair{300, 800}, std::pair{600, 850}})
        builder.addOpen(*snapshot, stream.wait(track, State::sleep, kNoObject, from, to), stream.ticks(500));
    ASSERT_TRUE(open[OpenSpans::kWaitSlot]);
    EXPECT_EQ(open[OpenSpans::kWaitSlot]->sinceNs, 300) << "the one that it was in";
    EXPECT_EQ(open[OpenSpans::kWaitSlot]->state, static_cast<std::uint8_t>(State::sleep));
}

TEST(TraceBuilder, TasksOfAPoolAreKeptWhateverIsToldOfThem)
{
    EventStream stream;
    const TrackId a = stream.track("a");
    const ObjectId pool = stream.object("pool", ObjectKind::pool);
    const ObjectId other = stream.object("other", ObjectKind::pool);
    const ObjectId lock = stream.object("lock", ObjectKind::lock);
    stream.take(
        {stream.task(a, pool, 20, 3, TaskState::running), stream.task(a, lock, 10, 1, TaskState::pending),
         stream.task(a, pool, 10, 0, TaskState::pending),
         stream.task(a, pool, 10, TaskSeries::kMost + 1, TaskState::pending),
         stream.task(a, other, 10, TaskSeries::kMost, TaskState::pending), // no room left for so many
         stream.moment(EventKind::task, a, pool, 10, -1), stream.task(a, pool, 5, 3, TaskState::pending),
         stream.task(a, pool, 30, 3, TaskState::failed)});
    stream.publish(100);
    const TaskSeries& tasks = stream.trace().object(pool).tasks;
    ASSERT_EQ(tasks.size(), 3U);
    EXPECT_FALSE(tasks[0].known()); // nothing was told of it
    EXPECT_EQ(tasks[2].state(), TaskState::failed);
    EXPECT_EQ(tasks[2].asOf(29).state(), TaskState::running);
    EXPECT_EQ(tasks[2].asOf(19).state(), TaskState::pending);
    EXPECT_FALSE(tasks[2].asOf(4).known());
    EXPECT_LE(stream.trace().objects(), std::size_t{lock}); // nothing was made for it
    EXPECT_EQ(stream.trace().object(other).tasks.size(), 0U);
}

// All that is told from totals.
std::string sums(const Trace& trace)
{
    std::ostringstream out;
    const auto snapshot = trace.snapshot();
    out << "events " << trace.events() << " lost " << trace.lost() << " at " << snapshot->nowNs << '\n';
    const auto tell = [&](const auto& channel) {
        const std::size_t count = channel.size();
        out << count << " spans of " << channel.categories() << ':';
        for (const std::int64_t ns : channel.coveredUntil(INT64_MAX, count))
            out << ' ' << ns;
        out << '\n';
    };
    for (std::size_t t = 0; t < trace.lanes(); ++t) {
        const Lane& lane = trace.lane(static_cast<TrackId>(t));
        for (const std::int64_t ns :
             timeInStates(trace, *snapshot, static_cast<TrackId>(t), INT64_MIN, INT64_MAX))
            out << ns << ' ';
        tell(lane.waits);
        for (const auto& channel : lane.holds)
            tell(channel);
        for (const auto& channel : lane.operations)
            tell(channel);
        out << "moments " << lane.moments.size() << " gaps " << lane.gaps.size() << '\n';
    }
    for (std::size_t o = 0; o < trace.objects(); ++o) {
        const ObjectLane& object = trace.object(static_cast<ObjectId>(o));
        out << "holds " << object.holds.size() << " values " << object.values.size() << " tasks "
            << object.tasks.size() << '\n';
        if (const std::size_t count = object.values.size(); count > 0) {
            const ValueRange range = object.values.range(0, count);
            out << "from " << range.low << " to " << range.high << " last " << object.values[count - 1].value
                << '\n';
        }
        if (!object.totals)
            continue;
        const LockTotals& totals = *object.totals;
        out << "held " << totals.holdNs() << " waited " << totals.waitNs() << " served " << totals.servedNs()
            << " longest " << totals.longestWaitNs() << '\n';
        for (int i = 0; i < Histogram::kClasses; ++i)
            out << totals.holds().count(i) << ',' << totals.waits().count(i) << ' ';
    }
    return out.str();
}

TEST(TraceBuilder, TheSumsDoNotDependOnWhatIsKept)
{
    enum class Keep : std::uint8_t { all, little, least };
    const auto sumsKeeping = [](Keep keep) {
        constexpr std::size_t kLittle = 200'000;
        EventStream stream(keep == Keep::little ? kLittle : Trace::kDefaultCapBytes);
        const Streams streams = play(stream, 7, 3, 40'000);
        TraceWriter writer(stream.trace());
        std::size_t taken = 0;
        for (const std::vector<Event>& events : streams) {
            for (const Event& event : events) {
                stream.take(event);
                if (++taken % 1'000 != 0)
                    continue;
                if (keep == Keep::least)
                    writer.dropDetail();
                else
                    writer.keepBelowCap();
            }
        }
        stream.publish(1'000'000'000);
        EXPECT_EQ(stream.trace().thinned() > 0, keep != Keep::all);
        return sums(stream.trace());
    };
    const std::string all = sumsKeeping(Keep::all);
    EXPECT_GT(all.size(), 1'000U);
    EXPECT_EQ(sumsKeeping(Keep::little), all);
    EXPECT_EQ(sumsKeeping(Keep::least), all);
}

} // namespace
} // namespace threadscape
