#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "support/event_stream.h"
#include "text/end_words.h"
#include "text/message_words.h"
#include "view/arrows/messages.h"
#include "view/lanes/lane_end.h"

#include <QTest>

using namespace threadscape;

namespace {

constexpr double kRoomPx = 8;

/// Two lanes and a pipe between them.
struct Line {
    EventStream stream;
    TrackId main = stream.track("MainThread", TrackKind::main);
    TrackId worker = stream.track("Process-1", TrackKind::process);
    ObjectId pipe = stream.object("Pipe", ObjectKind::pipe);
    std::vector<TrackId> tracks{main, worker};

    Line() { stream.take({stream.begin(main, 0), stream.begin(worker, 0)}); }

    void sent(std::uint32_t number, std::int64_t atNs, std::uint32_t bytes = 64, std::uint8_t way = 0)
    {
        stream.take(
            messageEvent(way == 0 ? main : worker, pipe, stream.ticks(atNs), number, {false, way, bytes}));
    }
    void received(std::uint32_t number, std::int64_t atNs, std::uint32_t bytes = 64, std::uint8_t way = 0)
    {
        stream.take(
            messageEvent(way == 0 ? worker : main, pipe, stream.ticks(atNs), number, {true, way, bytes}));
    }
    /// `count` of them, every `everyNs`, each on its way for `tookNs`.
    void many(std::uint32_t count, std::int64_t everyNs, std::int64_t tookNs)
    {
        for (std::uint32_t i = 0; i < count; ++i) {
            sent(i + 1, i * everyNs);
            received(i + 1, i * everyNs + tookNs);
        }
    }
    std::vector<std::uint32_t> numbers(TimeWindow window, double widthPx = 800)
    {
        std::vector<std::uint32_t> found;
        for (const MessageArrow& arrow : messagesIn(stream.trace(), *stream.trace().snapshot(), tracks,
                                                    TimeAxis(window, widthPx), kRoomPx))
            found.push_back(arrow.number);
        std::ranges::sort(found);
        return found;
    }
    std::optional<MessageArrow> near(TrackId track, std::int64_t ns, std::int64_t withinNs)
    {
        return messageNear(stream.trace(), *stream.trace().snapshot(), track, ns, withinNs);
    }
};

std::vector<std::uint32_t> upTo(std::uint32_t from, std::uint32_t to)
{
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t i = from; i <= to; ++i)
        numbers.push_back(i);
    return numbers;
}

} // namespace

class MessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fewAreAllThere();
    void tooManyAreNone();
    void aNarrowPictureHoldsFewer();
    void thoseThatLieOnEachOtherAreNone();
    void whatCrossesAnEdgeIsThere();
    void bothDirectionsAreThere();
    void endsThatAreNotKnown();
    void longUnknownStretches();
    void aSlowReceiverHidesNothing();
    void stampsALittleOutOfOrder();
    void whatIsLaterThanTheSnapshotIsNotKnown();
    void onlyOfLanesThatAreShown();
    void whatOneSendsToItselfIsNone();
    void theNearestOfALane();
    void theOneThatEndedAWait();
    void sentences();
    void badEndsOnly();
};

void MessagesTest::fewAreAllThere()
{
    Line line;
    line.many(1000, 10'000, 4'000);
    line.stream.publish(10'000'000);
    QCOMPARE(line.numbers({100'000, 200'000}), upTo(11, 20));
    QCOMPARE(line.numbers({0, 1000}), upTo(1, 1));
    QVERIFY(line.numbers({20'000'000, 20'100'000}).empty());
    QVERIFY(line.numbers({105'000, 109'000}).empty()); // between two
}

void MessagesTest::tooManyAreNone()
{
    Line line;
    line.many(100'000, 10'000, 4'000);
    line.stream.publish(1'000'000'000);
    QVERIFY(line.numbers({0, 1'000'000'000}).empty());
    QCOMPARE(line.numbers({0, 1'000'000}).size(), std::size_t{100}); // 8 px each
    QVERIFY(line.numbers({0, 1'020'000}).empty());
    QVERIFY(line.numbers({500'000'000, 503'000'000}, 100'000).empty()); // however wide it is
    QCOMPARE(line.numbers({500'005'000, 501'000'000}, 100'000).size(), std::size_t{99});
}

void MessagesTest::aNarrowPictureHoldsFewer()
{
    Line line;
    line.many(50, 10'000, 4'000);
    line.stream.publish(1'000'000);
    QCOMPARE(line.numbers({0, 500'000}, 400).size(), std::size_t{50});
    QVERIFY(line.numbers({0, 500'000}, 392).empty());
}

void MessagesTest::thoseThatLieOnEachOtherAreNone()
{
    Line line;
    for (std::uint32_t i = 0; i < 20; ++i) {
        line.sent(i + 1, 500'000 + i);
        line.received(i + 1, 500'100 + i);
    }
    line.stream.publish(1'000'000);
    QVERIFY(line.numbers({0, 1'000'000}).empty());
    QCOMPARE(line.numbers({500'000, 501'000}, 8000), upTo(1, 20)); // zoomed in, they are distinguishable
    // Two at once among others are not in the way of the others.
    Line pair;
    for (std::uint32_t i = 0; i < 6; ++i) {
        pair.sent(i + 1, 100'000 + i / 2 * 100'000 + i % 2);
        pair.received(i + 1, 110'000 + i / 2 * 100'000 + i % 2);
    }
    pair.stream.publish(1'000'000);
    QCOMPARE(pair.numbers({0, 1'000'000}), upTo(1, 6));
}

void MessagesTest::whatCrossesAnEdgeIsThere()
{
    Line line;
    line.sent(1, 1000);
    line.received(1, 9000);
    line.stream.publish(10'000);
    QCOMPARE(line.numbers({5000, 20'000}), upTo(1, 1));
    QCOMPARE(line.numbers({0, 5000}), upTo(1, 1));
    QCOMPARE(line.numbers({4000, 5000}), upTo(1, 1)); // neither end is seen
    QVERIFY(line.numbers({9001, 20'000}).empty());
    QVERIFY(line.numbers({0, 1000}).empty());
}

void MessagesTest::bothDirectionsAreThere()
{
    Line line;
    line.sent(1, 1000);
    line.received(1, 2000);
    line.sent(1, 3000, 64, 1);
    line.received(1, 4000, 64, 1);
    line.stream.publish(10'000);
    const auto arrows = messagesIn(line.stream.trace(), *line.stream.trace().snapshot(), line.tracks,
                                   TimeAxis({0, 10'000}, 800), kRoomPx);
    QCOMPARE(arrows.size(), std::size_t{2});
    QCOMPARE(arrows[0].message.sent.by, line.main);
    QCOMPARE(arrows[1].message.sent.by, line.worker);
    QCOMPARE(arrows[1].message.received.by, line.main);
    QVERIFY(!arrows[0].is(arrows[1]));
}

void MessagesTest::endsThatAreNotKnown()
{
    Line line;
    line.sent(1, 1000);
    line.received(1, 2000);
    line.received(2, 4000); // nothing is known of its sender
    line.sent(4, 6000);     // of 3 nothing is known at all
    line.stream.publish(10'000);
    const auto arrows = messagesIn(line.stream.trace(), *line.stream.trace().snapshot(), line.tracks,
                                   TimeAxis({0, 10'000}, 800), kRoomPx);
    QCOMPARE(line.numbers({0, 10'000}), (std::vector<std::uint32_t>{1, 2, 4}));
    QVERIFY(!arrows[1].message.sent.known());
    QVERIFY(!arrows[2].message.received.known());
    QCOMPARE(arrows[2].towards, line.worker); // as those before it
    QVERIFY(arrows[2].over);
    QCOMPARE(line.numbers({5000, 10'000}), upTo(4, 4));
    QVERIFY(line.numbers({6500, 10'000}).empty());
}

void MessagesTest::longUnknownStretches()
{
    Line line;
    for (std::uint32_t i = 0; i < 100'000; ++i)
        if (i < 1000 || i >= 60'000)
            line.sent(i + 1, i * 1000);
    for (std::uint32_t i = 0; i < 70'000; ++i)
        if (i < 500 || i >= 65'000)
            line.received(i + 1, i * 1000 + 300);
    line.stream.publish(100'000'000);
    QCOMPARE(line.numbers({400'000, 410'000}), upTo(401, 410));
    QCOMPARE(line.numbers({900'000, 910'000}), upTo(901, 910));
    QVERIFY(line.numbers({20'000'000, 20'010'000}).empty()); // nothing was recorded of these
    QCOMPARE(line.numbers({62'000'000, 62'010'000}), upTo(62'001, 62'010));
    QCOMPARE(line.numbers({67'000'000, 67'010'000}), upTo(67'001, 67'010));
    QCOMPARE(line.numbers({90'000'000, 90'010'000}), upTo(90'001, 90'010));
}

// A thousand were sent at once, and are taken out one by one.
void MessagesTest::aSlowReceiverHidesNothing()
{
    Line line;
    for (std::uint32_t i = 0; i < 1000; ++i)
        line.sent(i + 1, i);
    for (std::uint32_t i = 0; i < 500; ++i)
        line.received(i + 1, 1'000'000 + i * 10'000);
    line.stream.publish(10'000'000);
    // Before the window five hundred were sent that are never received: they are not seen in it.
    QVERIFY(line.numbers({6'000'000, 7'000'000}).empty());
    // Received in or after it are all from 451 to 500: lines that cross the picture.
    QCOMPARE(line.numbers({5'495'000, 5'600'000}), upTo(451, 500));
}

void MessagesTest::stampsALittleOutOfOrder()
{
    Line line;
    for (std::uint32_t i = 0; i < 1000; ++i) {
        const int askew = static_cast<int>(i * 7919 % 5) * 1000 - 2000; // two neighbours on each side
        line.sent(i + 1, 100'000 + i * 1000 + askew);
        line.received(i + 1, 100'300 + i * 1000 - askew);
    }
    line.stream.publish(2'000'000);
    for (std::int64_t fromNs = 200'000; fromNs < 900'000; fromNs += 1700) {
        const TimeWindow window{fromNs, fromNs + 20'000};
        std::vector<std::uint32_t> expected;
        const MessageSeries& all = line.stream.trace().object(line.pipe).messages[0];
        for (std::size_t i = 0; i < all.size(); ++i)
            if (std::min(all[i].sent.atNs, all[i].received.atNs) < window.toNs &&
                std::max(all[i].sent.atNs, all[i].received.atNs) >= window.fromNs)
                expected.push_back(static_cast<std::uint32_t>(i + 1));
        QCOMPARE(line.numbers(window), expected);
    }
}

void MessagesTest::whatIsLaterThanTheSnapshotIsNotKnown()
{
    Line line;
    line.sent(1, 1000);
    line.received(1, 5000);
    line.sent(2, 6000);
    line.stream.publish(3000, false);
    const auto arrows = messagesIn(line.stream.trace(), *line.stream.trace().snapshot(), line.tracks,
                                   TimeAxis({0, 10'000}, 800), kRoomPx);
    QCOMPARE(arrows.size(), std::size_t{1});
    QVERIFY(!arrows[0].message.received.known());
    QVERIFY(!arrows[0].over);
}

void MessagesTest::onlyOfLanesThatAreShown()
{
    Line line;
    line.many(3, 1000, 400);
    line.stream.publish(10'000);
    line.tracks = {line.worker}; // the sender's lane is not
    QCOMPARE(line.numbers({0, 10'000}), upTo(1, 3));
    line.tracks = {};
    QVERIFY(line.numbers({0, 10'000}).empty());
}

void MessagesTest::whatOneSendsToItselfIsNone()
{
    Line line;
    line.sent(1, 1000);
    line.stream.take(messageEvent(line.main, line.pipe, line.stream.ticks(2000), 1, {true, 0, 64}));
    line.stream.publish(10'000);
    QVERIFY(line.numbers({0, 10'000}).empty());
}

void MessagesTest::theNearestOfALane()
{
    Line line;
    line.many(50'000, 10'000, 4'000);
    line.sent(1, 5000, 8, 1);
    line.received(1, 6000, 8, 1);
    line.stream.publish(1'000'000'000);
    QCOMPARE(line.near(line.main, 300'000'100, 1000)->number, 30'001U);
    QCOMPARE(line.near(line.worker, 300'003'100, 1000)->number, 30'001U);
    QVERIFY(!line.near(line.worker, 300'000'100, 1000)); // main's end is not its
    QVERIFY(!line.near(line.main, 300'005'000, 1000));
    QCOMPARE(int{line.near(line.worker, 5100, 1000)->way}, 1);
    QVERIFY(!line.near(line.main, 2'000'000'000, 1000));

    // Of several within reach it is not the last.
    Line close;
    close.many(3, 100, 10);
    close.stream.publish(1000);
    QCOMPARE(close.near(close.main, 70, 150)->number, 2U);
    QCOMPARE(close.near(close.main, 30, 150)->number, 1U);
}

void MessagesTest::theOneThatEndedAWait()
{
    Line line;
    line.stream.take({line.stream.wait(line.worker, State::io, line.pipe, 1000, 5000),
                      line.stream.wait(line.worker, State::io, line.pipe, 7000, 8000),
                      line.stream.wait(line.worker, State::sleep, kNoObject, 9000, 9500)});
    line.sent(1, 4000);
    line.received(1, 5100);
    line.sent(2, 8500); // the second wait ended without any
    line.received(2, 9900);
    line.stream.publish(20'000);
    const auto snapshot = line.stream.trace().snapshot();
    const auto endOf = [&](std::int64_t ns) {
        const auto hit = hitLane(line.stream.trace(), *snapshot, line.worker, ns, 1);
        const auto found = hit ? messageThatEnded(line.stream.trace(), *snapshot, *hit) : std::nullopt;
        return found ? found->number : 0U;
    };
    QCOMPARE(endOf(2000), 1U);
    QCOMPARE(endOf(7500), 0U);
    QCOMPARE(endOf(9200), 0U); // a sleep is for no message
    QCOMPARE(endOf(6000), 0U); // nor is running

    // From a queue it is received before the wait ends; a wait for space is not for a message.
    Line other;
    const ObjectId queue = other.stream.object("Queue", ObjectKind::queue);
    Event full = other.stream.wait(other.worker, State::queue, queue, 7000, 8000);
    full.high = waitDetail(kNoTrack, WaitEnd::served, WaitFor::room);
    other.stream.take({other.stream.wait(other.worker, State::queue, queue, 1000, 5000), full,
                       messageEvent(other.worker, queue, other.stream.ticks(4900), 1, {true, 0, 64}),
                       messageEvent(other.worker, queue, other.stream.ticks(7900), 2, {true, 0, 64})});
    other.stream.publish(20'000);
    const auto ended = [&](std::int64_t ns) {
        const Trace& trace = other.stream.trace();
        const auto hit = hitLane(trace, *trace.snapshot(), other.worker, ns, 1);
        return hit ? messageThatEnded(trace, *trace.snapshot(), *hit) : std::nullopt;
    };
    QVERIFY(ended(2000) && ended(2000)->number == 1);
    QVERIFY(!ended(7500));
}

void MessagesTest::sentences()
{
    Line line;
    line.sent(1, 1000);
    line.received(1, 9000);
    line.sent(2, 12'000, 1);
    line.received(3, 14'000, 7);
    line.stream.publish(20'000);
    const auto at = [&](TrackId track, std::int64_t ns) {
        auto arrow = line.near(track, ns, 100);
        return arrow ? messageSentence(line.stream.names(), *arrow).english() : std::string();
    };
    QCOMPARE(at(line.main, 1000),
             std::string("Message 1 from MainThread to Process-1 over Pipe: 64 bytes, took 8 us"));
    QCOMPARE(at(line.main, 12'000),
             std::string("Message 2 from MainThread over Pipe: 1 bytes, was never received"));
    QCOMPARE(at(line.worker, 14'000),
             std::string("Message 3 to Process-1 over Pipe: 7 bytes, when it was sent is not known"));
    MessageArrow live = *line.near(line.main, 12'000, 100);
    live.over = false;
    QCOMPARE(messageSentence(line.stream.names(), live).english(),
             std::string("Message 2 from MainThread over Pipe: 1 bytes, not received yet"));
}

void MessagesTest::badEndsOnly()
{
    EventStream stream;
    const auto ended = [&](const char* name, std::optional<std::int32_t> code, bool lane = true) {
        const TrackId track = stream.track(name, TrackKind::process);
        stream.take(stream.begin(track, 1000));
        if (lane)
            stream.take(stream.end(track, 413'000'000));
        if (code)
            stream.names().track(track).exitCode.store(*code);
        return track;
    };
    const TrackId well = ended("Process-1", 0);
    const TrackId killed = ended("Process-2", -9);
    const TrackId terminated = ended("Process-3", -15);
    const TrackId failed = ended("Process-4", 1);
    const TrackId running = ended("Process-5", std::nullopt, false);
    const TrackId untold = ended("Process-6", -9, false);
    stream.publish(500'000'000, false);
    const auto endOf = [&](TrackId track) {
        return badEnd(stream.trace(), *stream.trace().snapshot(), track);
    };
    const auto words = [&](TrackId track) { return endWords(*endOf(track)).english(); };
    const auto sentence = [&](TrackId track) { return endSentence(stream.names(), *endOf(track)).english(); };
    QVERIFY(!endOf(well));
    QVERIFY(!endOf(running));
    QVERIFY(!endOf(untold)); // what it did last is still on its way
    QCOMPARE(endOf(killed)->atNs, std::int64_t{413'000'000});
    QCOMPARE(words(killed), std::string("killed (-9)"));
    QCOMPARE(words(terminated), std::string("ended by signal 15"));
    QCOMPARE(words(failed), std::string("exit code 1"));
    QCOMPARE(sentence(killed), std::string("Process-2 was killed after 413 ms: exit code -9"));
    QCOMPARE(sentence(terminated),
             std::string("Process-3 was ended by signal 15 after 413 ms: exit code -15"));
    QCOMPARE(sentence(failed), std::string("Process-4 ended after 413 ms with exit code 1"));
    stream.publish(500'000'000, true);
    QVERIFY(endOf(untold));
}

QTEST_MAIN(MessagesTest)
#include "messages_test.moc"
