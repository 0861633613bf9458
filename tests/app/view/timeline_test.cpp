#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "support/synthetic_trace.h"
#include "view/legend.h"
#include "view/timeline.h"

#include <QTest>
#include <cmath>
#include <numeric>
#include <random>

using namespace threadscape;
using namespace threadscape::testing;

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
    void costDependsOnPixels();
    void legendNamesOnlyWhatOccurs();
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

QTEST_APPLESS_MAIN(TimelineTest)
#include "timeline_test.moc"
