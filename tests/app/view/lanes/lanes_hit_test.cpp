#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "app/view/lanes/core_run.h"
#include "support/event_stream.h"
#include "text/pointed_words.h"
#include "view/lanes/lanes_hit.h"

#include <QTest>

using namespace threadscape;

namespace {

constexpr std::int64_t kUs = 1000;
const QRectF kArea(100, 0, 1000, 100); // a pixel is 1 us
constexpr double kUpper = 25;          // the middle of a lane
constexpr double kLower = 75;

LaneLayout layoutOf(std::vector<LaneRows> lanes, const LaneRows& cores = {})
{
    LaneLayout::Input input;
    input.lanes = LaneList::of(lanes, cores, true, false);
    input.sizes = {
        .heading = 20, .closePitch = 8, .namedPitch = 12, .mostPitch = 50, .mostPitchOfFew = 50, .gap = 2};
    input.area = kArea;
    return LaneLayout(std::move(input));
}

/// Two processes of a ms and the pipe between them. The upper one is killed at 500 us.
struct Picture {
    EventStream stream;
    TrackId upper = stream.track("Process-1", TrackKind::process);
    TrackId lower = stream.track("Process-2", TrackKind::process);
    ObjectId pipe = stream.object("Pipe", ObjectKind::pipe);
    LaneLayout layout = layoutOf({{"", {{"Process-1", upper}, {"Process-2", lower}}}});
    TimeAxis axis{{0, 1000 * kUs}, kArea.width()};
    std::vector<TrackId> tracks{upper, lower};
    std::vector<PatternPlace> patterns;
    std::vector<EndPlace> ends;
    std::vector<DrawnMessage> messages;

    Picture()
    {
        stream.take({stream.begin(upper, 0), stream.begin(lower, 0), stream.end(upper, 500 * kUs)});
        stream.names().track(upper).exitCode.store(-9);
    }
    void message(std::uint32_t number, std::int64_t sentNs, std::int64_t receivedNs)
    {
        stream.take(messageEvent(upper, pipe, stream.ticks(sentNs), number, {false, 0, 64}));
        stream.take(messageEvent(lower, pipe, stream.ticks(receivedNs), number, {true, 0, 64}));
    }
    void draw()
    {
        stream.publish(1000 * kUs);
        const auto reader = stream.trace().reader();
        messages = drawnMessages(stream.trace(), *stream.trace().snapshot(), tracks, layout, kArea, axis, 1);
    }
    LanesHit at(double us, double y)
    {
        const auto reader = stream.trace().reader();
        return hitLanes(
            {stream.trace(), *stream.trace().snapshot(), layout, axis, 1, patterns, ends, messages},
            {kArea.left() + us, y});
    }
    std::size_t sentencesAt(double us, double y, std::vector<PatternOnLane> found = {})
    {
        return sentences(stream.names(), at(us, y), found).size();
    }
};

template <typename Kind>
bool is(const LanesHit& hit)
{
    return std::holds_alternative<Kind>(hit);
}

} // namespace

class LanesHitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsPaintedOnTopIsMeant();
    void anEndIsMetOnItsMarkItsWordsAndItsName();
    void anArrowIsMetNearIt();
    void undrawnMessagesGoWithTheSpan();
    void aMessageWithoutASpanIsAMessage();
    void aWaitHasTheMessageItWasFor();
    void coresAreMet();
    void nothingIsNothing();
    void namesOfAGroupAreToldForEach();
};

void LanesHitTest::whatIsPaintedOnTopIsMeant()
{
    Picture picture;
    picture.message(1, 480 * kUs, 520 * kUs);
    picture.draw();
    QCOMPARE(picture.messages.size(), std::size_t{1});
    // Here all four lie above each other, and go one after the other.
    const QPointF on = picture.messages.front().line.line.pointAt(0.4);
    const double us = on.x() - kArea.left();
    picture.patterns.push_back({QRectF(on - QPointF(5, 5), QSizeF(10, 10)), {picture.upper}});
    QVERIFY(is<PatternHit>(picture.at(us, on.y())));
    picture.patterns.clear();
    QVERIFY(is<LaneEnd>(picture.at(us, on.y())));
    picture.stream.names().track(picture.upper).exitCode.store(0);
    QVERIFY(is<MessageHit>(picture.at(us, on.y())));
    picture.messages.clear();
    const LanesHit span = picture.at(us, on.y());
    QVERIFY(is<SpanHit>(span));
    QCOMPARE(std::get<SpanHit>(span).span.track, picture.upper);
}

void LanesHitTest::anEndIsMetOnItsMarkItsWordsAndItsName()
{
    Picture picture;
    picture.draw();
    for (const double us : {495.0, 500.0, 505.0})
        QVERIFY(is<LaneEnd>(picture.at(us, kUpper)));
    QVERIFY(is<SpanHit>(picture.at(490, kUpper)));
    QVERIFY(is<std::monostate>(picture.at(510, kUpper)));
    QVERIFY(is<LaneEnd>(picture.at(-50, kUpper)));
    QVERIFY(is<std::monostate>(picture.at(-50, kLower)));
    QVERIFY(is<SpanHit>(picture.at(500, kLower)));
    const LaneEnd end = std::get<LaneEnd>(picture.at(500, kUpper));
    QCOMPARE(end.track, picture.upper);
    QCOMPARE(picture.sentencesAt(500, kUpper), std::size_t{1});
    picture.ends.push_back({QRectF(kArea.left() + 515, 15, 60, 20), end});
    QVERIFY(is<LaneEnd>(picture.at(540, kUpper)));
    // If the mark is not in the picture, only the name is hit.
    picture.axis = TimeAxis({600 * kUs, 1000 * kUs}, kArea.width());
    picture.ends.clear();
    QVERIFY(is<std::monostate>(picture.at(0, kUpper)));
    QVERIFY(is<LaneEnd>(picture.at(-50, kUpper)));
}

void LanesHitTest::anArrowIsMetNearIt()
{
    Picture picture;
    picture.message(1, 100 * kUs, 101 * kUs);
    picture.message(2, 108 * kUs, 109 * kUs);
    picture.draw();
    QCOMPARE(picture.messages.size(), std::size_t{2});
    const double y = picture.messages.front().line.line.center().y();
    QVERIFY(is<MessageHit>(picture.at(96, y)));
    QVERIFY(!is<MessageHit>(picture.at(94, y)));
    for (const auto& [us, number] : {std::pair(102.0, 1U), std::pair(107.0, 2U)})
        QCOMPARE(std::get<MessageHit>(picture.at(us, y)).arrow.number, number); // the nearer of two
    QVERIFY(is<SpanHit>(picture.at(150, kUpper)));
    QCOMPARE(picture.sentencesAt(102, y), std::size_t{1});
    QCOMPARE(picture.sentencesAt(150, kUpper), std::size_t{1});
}

void LanesHitTest::undrawnMessagesGoWithTheSpan()
{
    Picture picture;
    picture.message(1, 100 * kUs, 101 * kUs);
    picture.draw();
    picture.messages.clear(); // as if there were too many
    const LanesHit hit = picture.at(103, kUpper);
    QVERIFY(is<SpanHit>(hit));
    QCOMPARE(std::get<SpanHit>(hit).message()->number, 1U);
    QCOMPARE(picture.sentencesAt(103, kUpper), std::size_t{2});
    QVERIFY(!std::get<SpanHit>(picture.at(110, kUpper)).message());
}

void LanesHitTest::aMessageWithoutASpanIsAMessage()
{
    Picture picture;
    picture.stream.names().track(picture.upper).exitCode.store(0);
    picture.message(1, 499 * kUs, 600 * kUs);
    picture.draw();
    picture.messages.clear();
    QVERIFY(is<SpanHit>(picture.at(498, kUpper)));
    QVERIFY(is<MessageHit>(picture.at(502, kUpper))); // its lane has ended
    QVERIFY(is<std::monostate>(picture.at(510, kUpper)));
}

void LanesHitTest::aWaitHasTheMessageItWasFor()
{
    Picture picture;
    picture.stream.take(picture.stream.wait(picture.lower, State::io, picture.pipe, 300 * kUs, 450 * kUs));
    picture.message(1, 440 * kUs, 451 * kUs);
    picture.draw();
    const LanesHit hit = picture.at(350, kLower);
    QVERIFY(is<SpanHit>(hit));
    const SpanHit& span = std::get<SpanHit>(hit);
    QVERIFY(!span.nearby && span.endedBy && span.message()->is(*span.endedBy));
    QCOMPARE(picture.sentencesAt(350, kLower), std::size_t{2});
    QVERIFY(!std::get<SpanHit>(picture.at(250, kLower)).message());
}

void LanesHitTest::coresAreMet()
{
    const auto trace = CoreRun::make();
    const LaneLayout layout =
        layoutOf({{"", {{"Depositor 1", CoreRun::kFirst}}}}, {"Cores", {{"Core 0", CoreRun::kCore0}}});
    const TimeAxis axis({0, 1000 * CoreRun::kMs}, kArea.width());
    const auto reader = trace->reader();
    const auto at = [&](double px, double y) {
        return hitLanes({*trace, *trace->snapshot(), layout, axis, 1, {}, {}, {}}, {kArea.left() + px, y});
    };
    const double core = layout.coreOf(CoreRun::kCore0)->rect.center().y();
    const LanesHit hit = at(50, core);
    QVERIFY(is<CoreHit>(hit));
    QCOMPARE(std::get<CoreHit>(hit).by, CoreRun::kFirst);
    QCOMPARE(sentences(trace->catalogue(), hit, {}).size(), std::size_t{1});
    QVERIFY(is<SpanHit>(at(50, layout.laneOf(CoreRun::kFirst)->rect.center().y())));
    QVERIFY(is<std::monostate>(at(50, layout.coresHeading()->rect.center().y())));
    QVERIFY(is<std::monostate>(at(-10, core)));
}

void LanesHitTest::nothingIsNothing()
{
    Picture picture;
    picture.layout = layoutOf({{"", {{"Process-1", picture.upper}, {"Process-3", kNoTrack}}}});
    picture.draw();
    QVERIFY(is<std::monostate>(picture.at(200, kLower))); // it has not begun
    for (const QPointF out :
         {QPointF(-1, kUpper), QPointF(1001, kUpper), QPointF(200, -1), QPointF(200, 101)})
        QVERIFY(!is<SpanHit>(picture.at(out.x(), out.y())));
    QCOMPARE(picture.sentencesAt(200, kLower), std::size_t{0});
}

void LanesHitTest::namesOfAGroupAreToldForEach()
{
    Picture picture;
    picture.draw();
    std::vector<PatternOnLane> found;
    for (int i = 0; i < 6; ++i)
        for (const TrackId track : picture.tracks)
            found.push_back({.track = track});
    picture.patterns.push_back({QRectF(kArea.topLeft(), QSizeF(50, 20)), {picture.lower}});
    QCOMPARE(picture.sentencesAt(10, 10, found), std::size_t{6}); // all of the lane's
    picture.patterns.back().tracks = picture.tracks;
    QCOMPARE(picture.sentencesAt(10, 10, found), std::size_t{8}); // no more can be read
    QCOMPARE(picture.sentencesAt(60, 10, found), std::size_t{1}); // beside the name: the span
}

QTEST_APPLESS_MAIN(LanesHitTest)
#include "lanes_hit_test.moc"
