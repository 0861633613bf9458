#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "support/event_stream.h"
#include "support/synthetic_trace.h"
#include "view/lanes/legend.h"
#include "view/lanes/timeline.h"

#include <QTest>
#include <cmath>
#include <numeric>
#include <random>

using namespace threadscape;
using namespace threadscape::samples;

namespace {

// Pixels by state, as painted.
std::array<double, kStates> painted(const LanePicture& picture)
{
    std::array<double, kStates> px{};
    for (const StateRun& run : picture.runs)
        px[static_cast<std::size_t>(run.state)] += run.toPx - run.fromPx;
    for (const MixedColumn& column : picture.columns)
        for (std::size_t s = 0; s < px.size(); ++s)
            px[s] += static_cast<double>(column.share[s]) * (column.toPx - column.fromPx);
    return px;
}

void checkLane(const Trace& trace, TrackId track, TimeWindow window, double width, double tolerancePx)
{
    const auto snapshot = trace.snapshot();
    const LaneView lane(trace, *snapshot, track);
    const TimeAxis axis(window, width);
    const std::array<double, kStates> px = painted(lanePicture(lane, axis));
    const StateTimes spent = spentIn(lane, window);
    for (std::size_t s = 0; s < px.size(); ++s) {
        const double expected = static_cast<double>(spent[s]) / axis.nsPerPixel();
        if (std::fabs(px[s] - expected) > tolerancePx)
            QFAIL(
                qPrintable(QStringLiteral("state %1: painted %2 px of %3").arg(s).arg(px[s]).arg(expected)));
    }
}

// By column: the share of each state, and after them that of all holds.
std::vector<std::array<double, kStates + 1>> byColumn(const LanePicture& picture, int columns)
{
    std::vector<std::array<double, kStates + 1>> shares(static_cast<std::size_t>(columns));
    const auto add = [&](std::size_t what, double fromPx, double toPx, double share) {
        for (auto c = static_cast<std::size_t>(fromPx + 1e-7); c < shares.size(); ++c) {
            const double left = std::max(fromPx, static_cast<double>(c));
            const double right = std::min(toPx, static_cast<double>(c + 1));
            if (right <= left)
                break;
            shares[c][what] += (right - left) * share;
        }
    };
    for (const StateRun& run : picture.runs)
        add(static_cast<std::size_t>(run.state), run.fromPx, run.toPx, 1);
    for (const MixedColumn& column : picture.columns)
        for (std::size_t s = 0; s < kStates; ++s)
            add(s, column.fromPx, column.toPx, static_cast<double>(column.share[s]));
    for (const HoldRun& hold : picture.holds)
        add(kStates, hold.fromPx, hold.toPx, static_cast<double>(hold.share));
    return shares;
}

// A thread that waits for a lock, holds it for an operation with another one inside, and sleeps, again and again.
class Worker {
public:
    Worker(EventStream& stream, std::int64_t meanNs)
        : m_stream(stream),
          m_meanNs(meanNs),
          m_track(stream.track("a")),
          m_lock(stream.object("lock", ObjectKind::lock))
    {
        m_stream.take(m_stream.begin(m_track, 0));
    }

    // One turn; publishes the state of affairs in the middle of each of its parts now and then.
    template <typename Look>
    void turn(Look&& look)
    {
        const std::int64_t asked = m_nowNs;
        const std::int64_t got = pass();
        publish(look, OpenSpans::kWaitSlot, asked, m_lock, static_cast<std::uint8_t>(State::lock), got);
        m_stream.take(m_stream.wait(m_track, State::lock, m_lock, asked, got));
        const std::int64_t inside = pass();
        const std::int64_t insideEnd = pass();
        m_stream.take(m_stream.operation(m_track, "inner", inside, insideEnd, 1));
        const std::int64_t released = pass();
        publish(look, OpenSpans::kFirstHold, got, m_lock, 0, released);
        m_stream.take(m_stream.operation(m_track, "outer", got, released, 0));
        m_stream.take(m_stream.hold(m_track, m_lock, ++m_number, got, released));
        const std::int64_t slept = pass();
        publish(look, OpenSpans::kWaitSlot, released, kNoObject, static_cast<std::uint8_t>(State::sleep),
                slept);
        m_stream.take(m_stream.wait(m_track, State::sleep, kNoObject, released, slept));
        pass();
    }

    TrackId track() const { return m_track; }
    std::int64_t nowNs() const { return m_nowNs; }

private:
    std::int64_t pass()
    {
        m_nowNs += std::uniform_int_distribution<std::int64_t>(1, 2 * m_meanNs)(m_random);
        return m_nowNs;
    }

    template <typename Look>
    void publish(Look& look, int slot, std::int64_t since, ObjectId object, std::uint8_t state,
                 std::int64_t end)
    {
        if (m_meanNs < 50'000 && m_random() % 8 != 0)
            return;
        m_stream.open(m_track, slot, since, object, state);
        if (slot == OpenSpans::kFirstHold) // inside of the operation
            m_stream.open(m_track, OpenSpans::kFirstOperation, since, m_stream.names().intern("outer"));
        m_stream.publish(since + (end - since) / 2, false);
        look();
        m_stream.names().track(m_track).open->close(slot);
        m_stream.names().track(m_track).open->close(OpenSpans::kFirstOperation);
    }

    EventStream& m_stream;
    std::int64_t m_meanNs;
    TrackId m_track;
    ObjectId m_lock;
    std::mt19937 m_random{11};
    std::int64_t m_nowNs = 10;
    std::uint32_t m_number = 0;
};

} // namespace

class TimelineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsPaintedIsWhatWasSpent();
    void denseColumnsKeepTheirShares();
    void piecesFollowEachOtherWithoutGap();
    void zoomedPartsAddUpToTheWhole();
    void thinningKeepsTotals();
    void openWaitsReachNow();
    void boxesAndHoldsAreThere();
    void whatIsHeldBesideOthersIsMarked();
    void aPictureThatGrowsIsThatOfTheWhole_data();
    void aPictureThatGrowsIsThatOfTheWhole();
    void costDependsOnPixels();
    void legendNamesOnlyWhatOccurs();
    void operationsAreCounted();
};

void TimelineTest::whatIsPaintedIsWhatWasSpent()
{
    std::mt19937_64 random(3);
    const auto trace = syntheticTrace();
    for (int i = 0; i < 200; ++i) {
        const auto from = static_cast<std::int64_t>(random() % 7'000'000'000ULL);
        const TimeWindow window{from,
                                from + 1'000'000 + static_cast<std::int64_t>(random() % 3'000'000'000ULL)};
        checkLane(*trace, static_cast<TrackId>(random() % 15), window,
                  100 + static_cast<double>(random() % 1500), 0.01);
    }
}

void TimelineTest::denseColumnsKeepTheirShares()
{
    // Strides of 64 spans are shared out evenly, which moves some time at the window's edges.
    const auto trace = denseTrace(2, 100'000, 1'000'000'000, 5);
    for (const TimeWindow window : {TimeWindow{0, 1'000'000'000}, TimeWindow{300'000'000, 400'000'000},
                                    TimeWindow{500'000'000, 500'100'000}})
        checkLane(*trace, 1, window, 700, 2);
}

void TimelineTest::piecesFollowEachOtherWithoutGap()
{
    std::mt19937_64 random(4);
    SyntheticSpec spec;
    spec.meanSpanNs = 5e6;
    spec.workNs = 1e6;
    const auto trace = syntheticTrace(spec);
    const auto snapshot = trace->snapshot();
    for (int i = 0; i < 50; ++i) {
        const TimeAxis axis({0, 100'000'000 + static_cast<std::int64_t>(random() % 7'000'000'000ULL)}, 640);
        const LaneView lane(*trace, *snapshot, static_cast<TrackId>(random() % 15));
        const LanePicture picture = lanePicture(lane, axis);
        std::vector<std::pair<double, double>> pieces;
        for (const StateRun& run : picture.runs)
            pieces.emplace_back(run.fromPx, run.toPx);
        for (const MixedColumn& column : picture.columns)
            pieces.emplace_back(column.fromPx, column.toPx);
        std::ranges::sort(pieces);
        QVERIFY(!pieces.empty());
        for (std::size_t p = 1; p < pieces.size(); ++p)
            QVERIFY(std::fabs(pieces[p].first - pieces[p - 1].second) < 1e-6);
        QVERIFY(std::fabs(pieces.back().second -
                          axis.toPixel(std::min(axis.window().toNs, lane.life().toNs))) < 1e-6);
    }
}

void TimelineTest::zoomedPartsAddUpToTheWhole()
{
    const auto trace = syntheticTrace();
    const auto snapshot = trace->snapshot();
    for (TrackId track = 0; track < 15; ++track) {
        const LaneView lane(*trace, *snapshot, track);
        StateTimes parts{};
        for (std::int64_t at = 0; at < 8'000'000'000; at += 125'000'000) {
            const StateTimes part = spentIn(lane, {at, at + 125'000'000});
            for (std::size_t s = 0; s < parts.size(); ++s)
                parts[s] += part[s];
        }
        QCOMPARE(parts, spentIn(lane, {0, 8'000'000'000}));
    }
}

void TimelineTest::thinningKeepsTotals()
{
    const auto trace = denseTrace(1, 20'000, 1'000'000'000, 6);
    const auto snapshot = trace->snapshot();
    const StateTimes before = spentIn(LaneView(*trace, *snapshot, 0), {0, 1'000'000'000});
    auto& waits = const_cast<Lane&>(trace->lane(0)).waits;
    while (waits.firstKept() < 10'000)
        QVERIFY(waits.thin() > 0);
    QCOMPARE(spentIn(LaneView(*trace, *snapshot, 0), {0, 1'000'000'000}), before);
    checkLane(*trace, 0, {0, 1'000'000'000}, 500, 2);
    // What was thinned is painted as columns of shares, however far one zooms in.
    const LanePicture picture =
        lanePicture(LaneView(*trace, *snapshot, 0), TimeAxis({100'000, 300'000}, 500));
    QVERIFY(picture.runs.empty());
    QVERIFY(!picture.columns.empty());
}

void TimelineTest::openWaitsReachNow()
{
    SyntheticSpec spec;
    spec.finished = false;
    const auto trace = syntheticTrace(spec);
    const auto snapshot = trace->snapshot();
    const LaneView lane(*trace, *snapshot, 7);
    QVERIFY(lane.openWait().has_value());
    QCOMPARE(lane.openWait()->endNs, snapshot->nowNs);
    const LanePicture picture = lanePicture(lane, TimeAxis({0, 10'000'000'000}, 1000));
    QVERIFY(picture.runs.back().open);
    QVERIFY(std::fabs(picture.runs.back().toPx - 800) < 1e-6);
}

void TimelineTest::boxesAndHoldsAreThere()
{
    const auto trace = syntheticTrace();
    const auto snapshot = trace->snapshot();
    const LaneView lane(*trace, *snapshot, 0);
    const LanePicture picture = lanePicture(lane, TimeAxis({0, 2'000'000'000}, 2000));
    QVERIFY(!picture.boxes.empty());
    QVERIFY(picture.boxes.front().number.has_value());
    QCOMPARE(trace->catalogue().text(picture.boxes.front().text), std::string_view("deposit"));
    QVERIFY(!picture.holds.empty());
    for (const HoldRun& hold : picture.holds)
        QVERIFY(hold.share > 0 && hold.share <= 1);
}

void TimelineTest::whatIsHeldBesideOthersIsMarked()
{
    EventStream stream;
    const TrackId track = stream.track("Reader");
    const ObjectId lock = stream.object("Catalogue", ObjectKind::readWriteLock);
    stream.take({stream.begin(track, 0), stream.hold(track, lock, 1, 100'000, 300'000, holdSlot(0, true)),
                 stream.hold(track, lock, 2, 500'000, 700'000, holdSlot(0, false)),
                 stream.end(track, 900'000)});
    stream.publish(1'000'000);
    const auto snapshot = stream.trace().snapshot();
    const LanePicture picture =
        lanePicture(LaneView(stream.trace(), *snapshot, track), TimeAxis({0, 1'000'000}, 1000));
    QCOMPARE(picture.holds.size(), std::size_t{2});
    QVERIFY(picture.holds[0].shared);
    QVERIFY(!picture.holds[1].shared);
}

void TimelineTest::aPictureThatGrowsIsThatOfTheWhole_data()
{
    QTest::addColumn<std::int64_t>("meanNs");
    QTest::newRow("many spans in a column") << std::int64_t{40};
    QTest::newRow("some in a column") << std::int64_t{1'500};
    QTest::newRow("about a column") << std::int64_t{6'000};
    QTest::newRow("many columns a span") << std::int64_t{90'000};
}

void TimelineTest::aPictureThatGrowsIsThatOfTheWhole()
{
    QFETCH(std::int64_t, meanNs);
    constexpr std::int64_t kEndNs = 1'000'000;
    constexpr int kColumns = 160;
    EventStream stream;
    Worker worker(stream, meanNs);
    const TimeAxis axis({50'000, kEndNs}, kColumns);
    LanePicture grown;
    int looks = 0;
    const auto look = [&] {
        ++looks;
        const auto snapshot = stream.trace().snapshot();
        const LaneView lane(stream.trace(), *snapshot, worker.track());
        extendLanePicture(grown, lane, axis, snapshot->nowNs);
        const LanePicture whole = lanePicture(lane, axis);
        const auto shares = byColumn(grown, kColumns);
        const auto expected = byColumn(whole, kColumns);
        for (std::size_t c = 0; c < shares.size(); ++c)
            for (std::size_t s = 0; s <= kStates; ++s)
                if (std::fabs(shares[c][s] - expected[c][s]) > 0.05)
                    QFAIL(qPrintable(QStringLiteral("look %1, column %2, %3: %4 instead of %5")
                                         .arg(looks)
                                         .arg(c)
                                         .arg(s)
                                         .arg(shares[c][s])
                                         .arg(expected[c][s])));
        QCOMPARE(grown.boxes.size(), whole.boxes.size());
        for (const OperationBox& box : whole.boxes)
            QVERIFY(std::ranges::any_of(grown.boxes, [&](const OperationBox& other) {
                return std::fabs(other.fromPx - box.fromPx) < 1e-6 &&
                       std::fabs(other.toPx - box.toPx) < 1e-6 && other.depth == box.depth &&
                       other.text == box.text;
            }));
        QVERIFY(grown.runs.size() <= whole.runs.size() + 2);
    };
    while (worker.nowNs() < kEndNs + 50'000)
        worker.turn(look);
    QVERIFY(looks > 2);
    QVERIFY(grown.settled.statesNs > 500'000);
    QVERIFY(grown.settled.holdsNs > 500'000);
    QVERIFY(grown.settled.boxesNs > 500'000);
}

void TimelineTest::costDependsOnPixels()
{
    const auto trace = denseTrace(1, 300'000, 1'000'000'000, 7);
    const auto snapshot = trace->snapshot();
    const LanePicture picture =
        lanePicture(LaneView(*trace, *snapshot, 0), TimeAxis({0, 1'000'000'000}, 800));
    QVERIFY(picture.runs.size() + picture.columns.size() <= 2 * 800);
}

void TimelineTest::legendNamesOnlyWhatOccurs()
{
    const auto trace = syntheticTrace();
    const auto snapshot = trace->snapshot();
    std::vector<TrackId> tracks(15);
    std::iota(tracks.begin(), tracks.end(), TrackId{0});
    const std::vector<LegendEntry> legend = legendOf(*trace, *snapshot, tracks, {0, 8'000'000'000});
    double all = 0;
    for (const LegendEntry& entry : legend) {
        QVERIFY(entry.share > 0);
        QVERIFY(entry.state != State::io && entry.state != State::gil);
        all += entry.share;
    }
    QVERIFY(std::fabs(all - 1) < 1e-9);
    QCOMPARE(legend.front().state, State::running);
    QVERIFY(legendOf(*trace, *snapshot, {}, {0, 8'000'000'000}).empty());
}

// All that can be seen in a window: what only touches it cannot, but for what has no duration.
void TimelineTest::operationsAreCounted()
{
    EventStream stream;
    const TrackId track = stream.track("t");
    stream.take({stream.begin(track, 0), stream.operation(track, "a", 0, 100),
                 stream.operation(track, "b", 100, 200), stream.operation(track, "moment", 200, 200),
                 stream.operation(track, "c", 200, 300), stream.operation(track, "inner", 210, 220, 1),
                 stream.end(track, 400)});
    stream.open(track, OpenSpans::kFirstOperation, 350, kNoObject);
    stream.publish(400);
    const auto snapshot = stream.trace().snapshot();
    const LaneView lane(stream.trace(), *snapshot, track);
    QCOMPARE(operationsIn(lane, {0, 400}), std::size_t{6});
    QCOMPARE(operationsIn(lane, {0, 100}), std::size_t{1});
    QCOMPARE(operationsIn(lane, {100, 200}), std::size_t{2});
    QCOMPARE(operationsIn(lane, {200, 205}), std::size_t{2});
    QCOMPARE(operationsIn(lane, {305, 340}), std::size_t{0});
    QCOMPARE(operationsIn(lane, {360, 400}), std::size_t{1});
}

QTEST_APPLESS_MAIN(TimelineTest)
#include "timeline_test.moc"
