#include "formats/chrome_reader.h"

#include "analysis/summary.h"
#include "formats/chrome_json.h"
#include "support/event_stream.h"
#include "support/random_trace.h"
#include "support/synthetic_trace.h"
#include "support/transitions.h"

#include <ctime>
#include <gmock/gmock.h>
#include <random>
#include <sstream>

namespace threadscape {
namespace {

using samples::everything;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string chromeJson(const Trace& trace, std::string_view run = R"({"a":1})")
{
    std::ostringstream out;
    writeChromeTrace(trace, out, run);
    return out.str();
}

ChromeContents opened(const std::string& file)
{
    auto read = readChromeTrace(file, "x.json");
    EXPECT_TRUE(read) << read.error().text.english();
    return read ? std::move(*read) : ChromeContents{std::make_shared<Trace>(std::make_shared<Catalogue>())};
}

std::string refusal(const std::string& file)
{
    const auto read = readChromeTrace(file, "x.json");
    return read ? "opened" : read.error().text.english();
}

std::string damage(const ChromeContents& contents)
{
    return contents.damage ? contents.damage->english() : std::string();
}

/// Reads whatever it is, and looks at all that came of it.
void expectSound(const std::string& file)
{
    const auto read = readChromeTrace(file, "x.json");
    if (!read) {
        EXPECT_FALSE(read.error().text.empty());
        return;
    }
    EXPECT_FALSE(everything(*read->trace).empty());
    EXPECT_FALSE(chromeJson(*read->trace).empty());
}

// The file tells what the trace told, and the trace that it gives is told by the same file.
void expectSame(const Trace& trace)
{
    const std::string file = chromeJson(trace);
    const ChromeContents read = opened(file);
    EXPECT_EQ(damage(read), "");
    EXPECT_TRUE(read.ours);
    EXPECT_EQ(read.run, R"({"a":1})");
    const std::string again = chromeJson(*read.trace);
    ASSERT_EQ(again.size(), file.size());
    EXPECT_TRUE(again == file);
}

struct LaneStory {
    std::vector<std::string> waits;
    std::vector<std::string> operations;
    std::vector<std::string> moments;
};

// By names, since texts are numbered anew; without what the form has no place for.
LaneStory storyOf(const Trace& trace, TrackId track)
{
    const Catalogue& names = trace.catalogue();
    const auto object = [&](ObjectId id) { return id < names.objects() ? names.object(id).name : "-"; };
    const Lane& lane = trace.lane(track);
    LaneStory story;
    const auto tell = [](const auto&... parts) {
        std::ostringstream out;
        ((out << parts << ' '), ...);
        return out.str();
    };
    for (std::size_t i = lane.waits.firstKept(); i < lane.waits.size(); ++i) {
        const Span& span = lane.waits[i];
        const int state = span.state;
        const int end = static_cast<int>(waitEndOf(span.detail));
        const TrackId waker = lane.beginNs != Lane::kNotYet ? wakerOf(span.detail) : kNoTrack;
        const std::string what = object(span.object);
        const bool arrow = waker < trace.lanes() && trace.lane(waker).beginNs != Lane::kNotYet;
        const int by = arrow ? waker : -1;
        if (span.endNs > span.startNs)
            story.waits.push_back(tell(span.startNs, span.endNs, state, end, what, by));
    }
    for (std::size_t depth = 0; depth < lane.operations.size(); ++depth) {
        const auto& channel = lane.operations[depth];
        for (std::size_t i = channel.firstKept(); i < channel.size(); ++i) {
            const Span& span = channel[i];
            const std::string number =
                span.label != 0 ? std::to_string(static_cast<std::int32_t>(span.detail)) : "";
            const std::string_view text = names.text(span.object);
            if (span.endNs > span.startNs)
                story.operations.push_back(tell(depth, span.startNs, span.endNs, text, number));
        }
    }
    for (std::size_t i = lane.moments.firstKept(); i < lane.moments.size(); ++i) {
        const Moment& moment = lane.moments[i];
        const int kind = static_cast<int>(moment.kind);
        const int label = moment.label;
        if (moment.kind != EventKind::write)
            story.moments.push_back(tell(moment.atNs, kind, object(moment.object), moment.value, label));
    }
    return story;
}

void expectSameLanes(const Trace& trace)
{
    const ChromeContents read = opened(chromeJson(trace));
    ASSERT_EQ(read.trace->lanes(), trace.lanes());
    for (std::size_t t = 0; t < trace.lanes(); ++t) {
        const auto track = static_cast<TrackId>(t);
        const Lane& was = trace.lane(track);
        const Lane& is = read.trace->lane(track);
        EXPECT_EQ(is.beginNs, was.beginNs);
        EXPECT_EQ(is.endNs, was.endNs);
        const LaneStory before = storyOf(trace, track);
        const LaneStory after = storyOf(*read.trace, track);
        EXPECT_EQ(after.waits, before.waits) << t;
        EXPECT_EQ(after.operations, before.operations) << t;
        EXPECT_EQ(after.moments, before.moments) << t;
        EXPECT_EQ(is.gaps.size(), was.gaps.size());
        const TrackInfo& old = trace.catalogue().track(track);
        const TrackInfo& info = read.trace->catalogue().track(track);
        EXPECT_EQ(info.name, old.name);
        EXPECT_EQ(info.group, old.group);
        EXPECT_EQ(info.kind, old.kind);
        EXPECT_EQ(info.osId, old.osId);
        EXPECT_EQ(info.number, old.number);
        EXPECT_EQ(info.exitCode, old.exitCode);
        EXPECT_EQ(info.cpuNs, old.cpuNs);
    }
    ASSERT_EQ(read.trace->objects(), trace.catalogue().objects());
    for (std::size_t o = 0; o < trace.objects(); ++o) {
        const ValueSeries& was = trace.object(static_cast<ObjectId>(o)).values;
        const ValueSeries& is = read.trace->object(static_cast<ObjectId>(o)).values;
        ASSERT_EQ(is.size(), was.size());
        for (std::size_t i = 0; i < was.size(); ++i) {
            EXPECT_EQ(is[i].atNs, was[i].atNs);
            EXPECT_EQ(is[i].value, was[i].value);
            EXPECT_EQ(is[i].track, was[i].track);
        }
        EXPECT_EQ(read.trace->object(static_cast<ObjectId>(o)).holds.size(),
                  trace.object(static_cast<ObjectId>(o)).holds.size());
    }
    ASSERT_EQ(read.trace->notes().size(), trace.notes().size());
    for (std::size_t i = 0; i < trace.notes().size(); ++i) {
        const Note& was = trace.notes()[i];
        const Note& is = read.trace->notes()[i];
        EXPECT_EQ(is.atNs, was.atNs);
        EXPECT_EQ(is.kind, was.kind);
        EXPECT_EQ(is.track, was.track);
        EXPECT_EQ(read.trace->catalogue().text(is.text), trace.catalogue().text(was.text));
        EXPECT_EQ(read.trace->catalogue().text(is.value), trace.catalogue().text(was.value));
    }
    EXPECT_EQ(read.trace->events(), trace.events());
    EXPECT_EQ(read.trace->lost(), trace.lost());
    EXPECT_EQ(read.trace->snapshot()->nowNs, trace.snapshot()->nowNs);
}

TEST(ChromeReader, OursComesBackAsItWas)
{
    EventStream bank;
    playBank(bank);
    expectSame(bank.trace());
    expectSameLanes(bank.trace());
    expectSame(*samples::syntheticTrace());
    expectSameLanes(*samples::syntheticTrace());
    expectSame(*samples::syntheticTrace({.finished = false, .negative = true}));
    expectSame(Trace(std::make_shared<Catalogue>()));
    for (unsigned seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(seed);
        // Spans of no length are lost, and with them where a slice was divided: but once only.
        expectSame(*opened(chromeJson(*samples::randomPast(seed, 2000))).trace);
        expectSameLanes(*samples::randomPast(seed, 2000));
    }
}

TEST(ChromeReader, TheBankIsStillSound)
{
    EventStream bank;
    playBank(bank);
    ASSERT_THAT(validate(bank.trace()), ElementsAre());
    const ChromeContents read = opened(chromeJson(bank.trace()));
    EXPECT_THAT(validate(*read.trace), ElementsAre());
    const LockTotals& was = *bank.trace().object(0).totals;
    const LockTotals& is = *read.trace->object(0).totals;
    EXPECT_EQ(is.holdNs(), was.holdNs());
    EXPECT_EQ(is.waitNs(), was.waitNs());
    EXPECT_EQ(is.longestWaitNs(), was.longestWaitNs());
}

TEST(ChromeReader, WhatWasThinnedIsUnknown)
{
    const auto trace = samples::randomTrace(1, 60'000, std::size_t{1} << 20U);
    ASSERT_GT(trace->lane(0).waits.firstKept(), 0U);
    const ChromeContents read = opened(chromeJson(*trace));
    EXPECT_EQ(damage(read), "");
    EXPECT_EQ(read.trace->thinned(), trace->thinned());
    EXPECT_EQ(read.trace->lane(0).waits[0].state, static_cast<std::uint8_t>(State::unknown));
}

TEST(ChromeReader, ANumberInANameStaysThere)
{
    EventStream stream;
    const TrackId track = stream.track("main");
    stream.take({stream.begin(track, 0), stream.operation(track, "round 7", 10, 20),
                 stream.operation(track, "round 007", 30, 40), stream.end(track, 100)});
    Event numbered = stream.operation(track, "round", 50, 60);
    numbered.high = static_cast<std::uint32_t>(-7);
    numbered.head = Event::headOf(EventKind::operation, 0, 1);
    stream.take(numbered).publish(100);
    expectSame(stream.trace());
    EXPECT_THAT(storyOf(*opened(chromeJson(stream.trace())).trace, 0).operations,
                ElementsAre("0 10 20 round 7  ", "0 30 40 round 007  ", "0 50 60 round -7 "));
}

TEST(ChromeReader, OursWithAHoleIsUnknownThere)
{
    EventStream stream;
    const TrackId track = stream.track("main");
    stream
        .take({stream.begin(track, 0), stream.wait(track, State::sleep, kNoObject, 1'000, 2'000),
               stream.wait(track, State::io, kNoObject, 5'000, 9'000), stream.end(track, 20'000)})
        .publish(30'000);
    std::string file = chromeJson(stream.trace());
    const std::size_t sleep = file.find("\"sleep\"");
    ASSERT_NE(sleep, std::string::npos);
    file[sleep] = '?';
    const ChromeContents read = opened(file);
    EXPECT_THAT(damage(read), HasSubstr("x.json is damaged: 1 of "));
    const Lane& lane = read.trace->lane(0);
    ASSERT_EQ(lane.waits.size(), 2U);
    EXPECT_EQ(lane.waits[0].state, static_cast<std::uint8_t>(State::unknown));
    EXPECT_EQ(lane.waits[0].startNs, 1'000);
    EXPECT_EQ(lane.waits[0].endNs, 2'000);
}

/// The boxes of a lane, "depth from..to name", in µs.
std::vector<std::string> boxes(const Trace& trace, TrackId track)
{
    std::vector<std::string> all;
    const Lane& lane = trace.lane(track);
    for (std::size_t depth = 0; depth < lane.operations.size(); ++depth) {
        for (std::size_t i = 0; i < lane.operations[depth].size(); ++i) {
            const Span& span = lane.operations[depth][i];
            std::ostringstream out;
            out << depth << ' ' << static_cast<double>(span.startNs) / 1000 << ".."
                << static_cast<double>(span.endNs) / 1000 << ' ' << trace.catalogue().text(span.object);
            all.push_back(out.str());
        }
    }
    return all;
}

std::vector<std::string> laneNames(const Trace& trace)
{
    std::vector<std::string> names;
    for (std::size_t t = 0; t < trace.catalogue().tracks(); ++t)
        names.push_back(trace.catalogue().track(static_cast<TrackId>(t)).name);
    return names;
}

std::vector<std::pair<std::int64_t, std::int64_t>> points(const Trace& trace, ObjectId variable)
{
    std::vector<std::pair<std::int64_t, std::int64_t>> all;
    const ValueSeries& values = trace.object(variable).values;
    for (std::size_t i = 0; i < values.size(); ++i)
        all.emplace_back(values[i].atNs, values[i].value);
    return all;
}

// As tracers of browsers write it: since some start, ends apart from beginnings, events as they come.
TEST(ForeignTrace, SlicesNestAndTimesBeginAtZero)
{
    const ChromeContents read = opened(R"({
        "traceEvents": [
            {"name": "late", "ph": "X", "ts": 1700000000000300.5, "dur": 20.25, "pid": 7, "tid": 8},
            {"name": "outer", "cat": "a,b", "ph": "B", "ts": 1700000000000000, "pid": 7, "tid": 8, "args": {"x": [1, {"y": 2}]}},
            {"name": "outer", "ph": "E", "ts": 1700000000000200, "pid": 7, "tid": 8},
            {"name": "inner", "ph": "B", "ts": 1700000000000050, "pid": 7, "tid": 8},
            {"ph": "E", "ts": 1700000000000100, "pid": 7, "tid": 8},
            {"name": "\u00c4 \"q\"", "ph": "X", "ts": 1700000000000010, "dur": 5, "pid": 7, "tid": 9},
            {"name": "never ended", "ph": "B", "ts": 1700000000000100, "pid": 7, "tid": 9},
            {"name": "lost its beginning", "ph": "E", "ts": 1700000000000001, "pid": 7, "tid": 9},
            {"name": "no duration", "ph": "X", "ts": 1700000000000020, "pid": 7, "tid": 9},
            {"ph": "M", "name": "thread_name", "pid": 7, "tid": 9, "args": {"name": "Worker"}},
            {"ph": "M", "name": "process_name", "pid": 7, "args": {"name": "browser"}}
        ], "displayTimeUnit": "ns", "metadata": {"a": [{"b": 1}]}})");
    EXPECT_FALSE(read.ours);
    EXPECT_EQ(damage(read), "");
    const Trace& trace = *read.trace;
    EXPECT_THAT(laneNames(trace), ElementsAre("tid 8", "Worker"));
    EXPECT_THAT(boxes(trace, 0), ElementsAre("0 0..200 outer", "0 300.5..320.75 late", "1 50..100 inner"));
    EXPECT_THAT(boxes(trace, 1), ElementsAre("0 10..15 Ä \"q\"", "0 20..20 no duration"));
    const auto snapshot = trace.snapshot();
    EXPECT_EQ(snapshot->nowNs, 320'750);
    const auto& open = snapshot->lanes[1].spans[OpenSpans::kFirstOperation];
    ASSERT_TRUE(open);
    EXPECT_EQ(open->sinceNs, 100'000);
    EXPECT_EQ(trace.catalogue().text(open->object), "never ended");
    EXPECT_EQ(trace.catalogue().track(0).osId, 8);
    EXPECT_EQ(read.counts.slices, 6U);
    EXPECT_EQ(read.counts.eventsNotDrawn(), 1U);
    EXPECT_EQ(read.counts.ends, 1U);
}

// Whether a thread ran is not in such a file.
TEST(ForeignTrace, NoThreadIsSaidToRun)
{
    const ChromeContents read = opened(R"([{"ph":"X","ts":5,"dur":10,"pid":1,"tid":1},
                                           {"ph":"X","ts":50,"dur":10,"pid":1,"tid":1}])");
    const auto times = timeInStates(*read.trace, *read.trace->snapshot(), 0, 0, INT64_MAX);
    EXPECT_EQ(times[static_cast<std::size_t>(State::running)], 0);
    EXPECT_EQ(times[static_cast<std::size_t>(State::unknown)], 55'000);
    EXPECT_EQ(read.trace->lane(0).waits.size(), 3U); // the slices, and the pause between them
}

TEST(ForeignTrace, LanesHaveTheOrderThatTheFileAsksFor)
{
    const ChromeContents read = opened(R"([
        {"ph":"X","ts":5,"dur":10,"pid":"gpu","tid":"main"},
        {"ph":"X","ts":5,"dur":10,"pid":2,"tid":1},
        {"ph":"X","ts":5,"dur":10,"pid":2,"tid":"2"},
        {"ph":"X","ts":5,"dur":10,"pid":2,"tid":2},
        {"ph":"X","ts":5,"dur":10,"pid":2,"tid":3},
        {"ph":"M","name":"process_sort_index","pid":2,"args":{"sort_index":-5}},
        {"ph":"M","name":"thread_sort_index","pid":2,"tid":1,"args":{"sort_index":9}},
        {"ph":"M","name":"thread_name","pid":2,"tid":2,"args":{"name":"pool"}},
        {"ph":"M","name":"thread_name","pid":2,"tid":3,"args":{"name":"pool"}},
        {"ph":"M","name":"thread_name","pid":2,"tid":4,"args":{"name":"did nothing"}}])");
    EXPECT_THAT(laneNames(*read.trace),
                ElementsAre("pid 2: pool (2)", "pid 2: pool (3)", "pid 2: tid 1", "pid gpu: tid main"));
    EXPECT_THAT(boxes(*read.trace, 0), ::testing::SizeIs(2));
}

TEST(ForeignTrace, CountersAreVariables)
{
    const ChromeContents read = opened(R"([
        {"ph":"C","name":"memory","ts":20,"pid":1,"args":{"used":7,"free":-3}},
        {"ph":"C","name":"memory","ts":10,"pid":1,"tid":4,"args":{"used":5}},
        {"ph":"C","name":"load","ts":12,"pid":1,"args":{"load":0.25}},
        {"ph":"C","name":"load","ts":13,"pid":1,"args":{"load":"0.5"}},
        {"ph":"C","name":"no number","ts":13,"pid":1,"args":{"a":"b"}}])");
    EXPECT_EQ(damage(read), "");
    const Catalogue& names = read.trace->catalogue();
    ASSERT_EQ(names.objects(), 3U);
    EXPECT_EQ(names.object(0).name, "memory: used");
    EXPECT_THAT(points(*read.trace, 0), ElementsAre(std::pair(0, 5), std::pair(10'000, 7)));
    EXPECT_THAT(points(*read.trace, 1), ElementsAre(std::pair(10'000, -3)));
    EXPECT_EQ(names.object(2).name, "load");
    EXPECT_EQ(names.object(2).scale.decimals(), 2);
    EXPECT_THAT(points(*read.trace, 2), ElementsAre(std::pair(2'000, 25), std::pair(3'000, 50)));
    EXPECT_EQ(names.tracks(), 0U);
    EXPECT_EQ(read.counts.values, 5U);
    EXPECT_EQ(read.counts.valuesLost, 1U);
}

TEST(ForeignTrace, DeepSlicesAndOtherEventsAreCounted)
{
    std::string file = "[";
    for (int depth = 0; depth < 7; ++depth)
        file += R"({"ph":"X","pid":1,"tid":1,"name":"d)" + std::to_string(depth) + R"(","ts":)" +
                std::to_string(depth) + R"(,"dur":)" + std::to_string(100 - 2 * depth) + "},";
    for (const char* phase : {"b", "n", "e", "i", "I", "s", "t", "f", "R", "N", "O", "D", "c", "v", "P"})
        file += std::string(R"({"ph":")") + phase + R"(","id":"0x7","pid":1,"tid":1,"ts":3},)";
    const ChromeContents read = opened(file); // as some tracers leave it: a comma, and no bracket
    EXPECT_EQ(damage(read), "");
    EXPECT_EQ(boxes(*read.trace, 0).size(), 4U);
    EXPECT_EQ(boxes(*read.trace, 0).back(), "3 3..97 d3");
    EXPECT_EQ(read.counts.slices, 7U);
    EXPECT_EQ(read.counts.deeper, 3U);
    EXPECT_EQ(read.counts.slicesDrawn(), 4U);
    EXPECT_EQ(read.counts.async, 3U);
    EXPECT_EQ(read.counts.instants, 3U);
    EXPECT_EQ(read.counts.flows, 3U);
    EXPECT_EQ(read.counts.others, 6U);
    EXPECT_EQ(read.counts.eventsNotDrawn(), 15U);
    EXPECT_FALSE(read.counts.complete());
}

// A million slices that never end are read as quickly as others.
TEST(ForeignTrace, SlicesThatNeverEndAreNoTrouble)
{
    std::string file = "[";
    for (int i = 0; i < 200'000; ++i)
        file += R"({"ph":"B","pid":1,"tid":1,"ts":1},)";
    const ChromeContents read = opened(file);
    EXPECT_EQ(read.counts.slices, 200'000U);
    EXPECT_EQ(read.counts.deeper, 200'000U - OpenSpans::kOperationSlots);
}

// Durations are written some ps shorter there.
TEST(ChromeReader, TimesOfHoursComeBackExactly)
{
    std::mt19937_64 random(11);
    constexpr std::int64_t kHour = 3'600'000'000'000;
    for (const std::int64_t offset : {kHour, 99 * kHour}) {
        EventStream stream;
        const TrackId track = stream.track("thread");
        std::int64_t now = offset;
        stream.take(stream.begin(track, now));
        for (int i = 0; i < 2'000; ++i) {
            const std::int64_t from = now + 1 + static_cast<std::int64_t>(random() % 3'000);
            now = from + 1 + static_cast<std::int64_t>(random() % 3'000);
            stream.take(stream.wait(track, State::sleep, kNoObject, from, now));
        }
        stream.take(stream.end(track, now + 1)).publish(now + 2);
        expectSame(stream.trace());
        expectSameLanes(stream.trace());
    }
}

TEST(ForeignTrace, TimesAreReadToTheNanosecond)
{
    EXPECT_EQ(nsOfMicroseconds("0"), 0);
    EXPECT_EQ(nsOfMicroseconds("1700000000123456.789"), 1'700'000'000'123'456'789);
    EXPECT_EQ(nsOfMicroseconds("-0.5"), -500);
    EXPECT_EQ(nsOfMicroseconds("\"12.0015\""), 12'002);
    EXPECT_EQ(nsOfMicroseconds("12.0014999999"), 12'001);
    EXPECT_EQ(nsOfMicroseconds("-0.0006"), -1);
    EXPECT_EQ(nsOfMicroseconds("1.5e3"), 1'500'000);
    EXPECT_EQ(nsOfMicroseconds("25E-1"), 2'500);
    for (const char* wrong : {"", "-", ".", "x", "1x", "1.2.3", "1e300", "1e", "99999999999999999999", "null",
                              "-99999999999999999", "\"", "nan", "infinity"})
        EXPECT_FALSE(nsOfMicroseconds(wrong)) << wrong;
}

TEST(ForeignTrace, ABadTimeIsABadEvent)
{
    const ChromeContents read = opened(R"([{"ph":"X","ts":5,"dur":10,"pid":1,"tid":1},
        {"ph":"X","dur":10,"pid":1,"tid":1}, {"ph":"X","ts":5,"dur":-10,"pid":1,"tid":1},
        {"ph":"X","ts":1e99,"dur":10,"pid":1,"tid":1}, {"ph":"X","ts":[],"dur":10,"pid":1,"tid":1}])");
    EXPECT_EQ(damage(read), "x.json is damaged: 4 of 5 events could not be read.");
    EXPECT_EQ(read.counts.slices, 1U);
}

TEST(ForeignTrace, SurvivesCutsAndFlippedBytes)
{
    std::string file = R"({"metadata":{"a":[1,{"b":"c"}]},"traceEvents":[)";
    for (int i = 0; i < 60; ++i)
        file += std::string(i == 0 ? "" : ",\n") + R"({"ph":")" + "XBECM"[i % 5] + R"(","pid":)" +
                std::to_string(i % 3) + R"(,"tid":"t","ts":)" + std::to_string(1e15 + i * 10.5) +
                R"(,"dur":3.25,"name":"process_name","args":{"name":"n\u00e4","v":[1,{"w":2}],"k":1.5}})";
    file += "]}";
    for (std::size_t size = 0; size < file.size(); ++size)
        expectSound(file.substr(0, size));
    std::mt19937 random(3);
    for (int i = 0; i < 500; ++i) {
        std::string damaged = file;
        for (auto flips = 1 + random() % 4; flips > 0; --flips)
            damaged[random() % damaged.size()] =
                static_cast<char>(random() % 3 == 0 ? random() : "\"{}[],:\\"[random() % 8]);
        expectSound(damaged);
    }
}

TEST(ForeignTrace, AStopEndsTheReading)
{
    std::string file = "[";
    for (int i = 0; i < 20'000; ++i)
        file += R"({"ph":"X","pid":1,"tid":1,"ts":1,"dur":1},)";
    std::stop_source stop;
    stop.request_stop();
    const auto read = readChromeTrace(file, "x.json", stop.get_token());
    ASSERT_TRUE(read);
    EXPECT_LT(read->counts.slices, 5'000U);
}

TEST(ChromeReader, AThreadOrACounterCostsWhatItHolds)
{
    constexpr int kMany = 20'000;
    std::string file = "[";
    for (int i = 1; i <= kMany; ++i) {
        const std::string number = std::to_string(i);
        file += R"({"ph":"X","name":"s","pid":1,"ts":1,"dur":1,"tid":)" + number + "},";
        file += R"({"ph":"C","pid":1,"ts":1,"args":{"v":1},"name":"c)" + number + "\"},";
    }
    const std::clock_t before = std::clock();
    const auto read = readChromeTrace(file, "x.json");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->trace->lanes(), static_cast<std::size_t>(kMany));
    EXPECT_EQ(read->trace->objects(), static_cast<std::size_t>(kMany));
    EXPECT_LE(read->trace->bytes(), kMany * std::size_t{10'000});
    EXPECT_LT(std::clock() - before, 3 * CLOCKS_PER_SEC) << "each costs the same";
}

TEST(ChromeReader, ReadsWhatStandsBeforeACut)
{
    const auto trace = samples::randomPast(7, 3000);
    const std::string file = chromeJson(*trace);
    for (std::size_t size = 0; size < 1024; ++size)
        expectSound(file.substr(0, size));
    std::mt19937 random(1);
    for (int i = 0; i < 100; ++i)
        expectSound(file.substr(0, random() % file.size()));

    const std::size_t half = file.find("\"ph\":\"X\"") + 20'000;
    const ChromeContents read = opened(file.substr(0, half));
    EXPECT_EQ(damage(read), "x.json is cut off: what stands before the cut is shown.");
    EXPECT_EQ(read.run, R"({"a":1})");
    EXPECT_GT(read.trace->lane(0).waits.size(), 10U);
    // Of a lane behind the cut nothing is made up.
    EXPECT_EQ(read.trace->lane(2).waits.size(), 0U);
    EXPECT_EQ(read.trace->lane(2).beginNs, Lane::kNotYet);
    EXPECT_EQ(refusal(file.substr(0, 300)), "x.json is cut off before anything that could be shown.");
}

TEST(ChromeReader, SurvivesFlippedBytes)
{
    const std::string file = chromeJson(*samples::randomPast(9, 1000));
    std::mt19937 random(2);
    for (int i = 0; i < 500; ++i) {
        std::string damaged = file;
        for (auto flips = 1 + random() % 3; flips > 0; --flips) {
            char& byte = damaged[random() % damaged.size()];
            byte = static_cast<char>(byte ^ (1U << random() % 8));
        }
        expectSound(damaged);
    }
}

// A lost quote or bracket costs the event that it stands in.
TEST(ChromeReader, ABrokenEventCostsNoOther)
{
    std::string file = "[";
    for (int i = 0; i < 100; ++i)
        file += R"({"ph":"X","pid":1,"tid":1,"ts":)" + std::to_string(i * 10) +
                R"(,"dur":5,"name":"a","args":{"x":[1,{"y":"z"},{"y":2}]}},)";
    const auto event = [&](int n) {
        std::size_t at = 0;
        for (; n >= 0; --n)
            at = file.find("{\"ph\"", at + 1);
        return at;
    };
    const std::string::size_type length = event(1) - event(0);
    for (std::size_t at = 0; at < length - 1; ++at) {
        std::string damaged = file;
        damaged[event(50) + at] = '#';
        const ChromeContents read = opened(damaged);
        EXPECT_GE(read.counts.slices, 99U) << at;
        EXPECT_EQ(damage(read), read.counts.slices + read.counts.eventsNotDrawn() == 100
                                    ? ""
                                    : "x.json is damaged: 1 of 100 events could not be read.")
            << at;
    }
}

TEST(ChromeReader, SaysWhatItCannotRead)
{
    EXPECT_EQ(refusal(""), "x.json is empty.");
    EXPECT_EQ(refusal("hello"), "x.json is no JSON, and no trace.");
    EXPECT_EQ(refusal("{hello}"), "x.json is no JSON, and no trace.");
    EXPECT_EQ(refusal("   "), "x.json is no JSON, and no trace.");
    for (const char* json : {"{}", R"({"a": [1, 2], "b": {"c": null}})", R"({"traceEvents": 7})", "[1, 2]",
                             R"([{"a": 1}])", R"({"traceEvents": [{"a": 1}, 3]})"})
        EXPECT_EQ(refusal(json), "x.json is JSON, but no Chrome trace: there are no events in it.") << json;
    for (const char* json : {"[]", R"({"traceEvents": []})", R"([{"ph":"M","name":"x","pid":1}])"})
        EXPECT_THAT(refusal(json), HasSubstr("with nothing in it that could be shown")) << json;
    for (const char* json : {"{", R"({"a)", R"({"a": [)", R"({"traceEvents": [)", R"({"traceEvents)",
                             R"({"traceEvents": [{"ph":"X")"})
        EXPECT_EQ(refusal(json), "x.json is cut off before anything that could be shown.") << json;
}

} // namespace
} // namespace threadscape
