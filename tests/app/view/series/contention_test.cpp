#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "support/event_stream.h"
#include "support/synthetic_trace.h"
#include "view/series/contention.h"
#include "view/series/holders.h"

#include <QTest>
#include <cmath>
#include <numeric>
#include <random>

using namespace threadscape;
using namespace threadscape::samples;

namespace {

WaitingPicture waitingOf(const Trace& trace, const std::vector<TrackId>& tracks, const TimeAxis& axis)
{
    const auto snapshot = trace.snapshot();
    std::vector<LanePicture> pictures;
    for (const TrackId track : tracks)
        pictures.push_back(lanePicture(LaneView(trace, *snapshot, track), axis));
    std::vector<const LanePicture*> lanes;
    for (const LanePicture& picture : pictures)
        lanes.push_back(&picture);
    return waitingPicture(lanes, snapshot->nowNs, axis);
}

} // namespace

class ContentionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columnsAddUpToTheTimeWaited();
    void nobodyWaitsInTheFuture();
    void bandsCoverTheTimeHeld_data();
    void bandsCoverTheTimeHeld();
    void aBandThatGrowsIsThatOfTheWhole_data();
    void aBandThatGrowsIsThatOfTheWhole();
    void theHolderAtAMoment();
    void holdersAreToldApartWhereTheyCanBe();
};

void ContentionTest::columnsAddUpToTheTimeWaited()
{
    const auto trace = syntheticTrace();
    const auto snapshot = trace->snapshot();
    std::vector<TrackId> tracks(15);
    std::iota(tracks.begin(), tracks.end(), TrackId{0});
    for (const TimeWindow window : {TimeWindow{0, 8'000'000'000}, TimeWindow{2'000'000'000, 2'700'000'000}}) {
        const TimeAxis axis(window, 700);
        const WaitingPicture picture = waitingOf(*trace, tracks, axis);
        std::array<double, kWaitingStates.size()> waited{};
        for (const auto& column : picture.columns)
            for (std::size_t k = 0; k < waited.size(); ++k)
                waited[k] += static_cast<double>(column[k]) * axis.nsPerPixel();
        for (std::size_t k = 0; k < waited.size(); ++k) {
            double expected = 0;
            for (const TrackId track : tracks)
                expected += static_cast<double>(spentIn(LaneView(*trace, *snapshot, track),
                                                        window)[static_cast<std::size_t>(kWaitingStates[k])]);
            QVERIFY2(std::fabs(waited[k] - expected) <= 2e-4 * expected + 15 * axis.nsPerPixel(),
                     qPrintable(QString::number(waited[k]) + u' ' + QString::number(expected)));
        }
        QVERIFY(picture.most > 1 && picture.most <= 15);
    }
}

void ContentionTest::nobodyWaitsInTheFuture()
{
    SyntheticSpec spec;
    spec.finished = false;
    spec.seconds = 4;
    const auto trace = syntheticTrace(spec);
    const std::vector<TrackId> tracks{5, 6, 7};
    const WaitingPicture picture = waitingOf(*trace, tracks, TimeAxis({0, 8'000'000'000}, 800));
    QCOMPARE(picture.knownUntilPx, 400.0);
    for (std::size_t c = 401; c < picture.columns.size(); ++c)
        QCOMPARE(std::accumulate(picture.columns[c].begin(), picture.columns[c].end(), 0.0F), 0.0F);
    QVERIFY(picture.columns[399][3] > 0.9F); // open waits count
}

void ContentionTest::bandsCoverTheTimeHeld_data()
{
    QTest::addColumn<double>("workNs");
    QTest::newRow("wide holds") << 20e6;
    QTest::newRow("holds of some pixels") << 2e6;
    QTest::newRow("many holds in a column") << 2e4;
}

void ContentionTest::bandsCoverTheTimeHeld()
{
    QFETCH(double, workNs);
    SyntheticSpec spec;
    spec.workNs = workNs;
    spec.meanSpanNs = workNs * 10;
    spec.seconds = workNs < 1e5 ? 2 : 8;
    const auto trace = syntheticTrace(spec);
    const auto snapshot = trace->snapshot();
    const auto end = static_cast<std::int64_t>(spec.seconds * 1e9);
    const TimeAxis axis({0, end}, 600);
    const std::vector<HolderBand> bands = holderBands(*trace, *snapshot, axis, 3);
    QCOMPARE(bands.size(), 1U);
    double held = 0;
    double last = 0;
    for (const HolderRun& run : bands[0].runs) {
        QVERIFY(run.fromPx >= last - 1e-6);
        QVERIFY(run.share >= 0 && run.share <= 1);
        held += (run.toPx - run.fromPx) * static_cast<double>(run.share) * axis.nsPerPixel();
        last = run.toPx;
    }
    double expected = 0;
    for (TrackId track = 0; track < 15; ++track)
        expected += static_cast<double>(
            trace->lane(track).holds[0].coveredUntil(end, trace->lane(track).holds[0].size())[0]);
    // Dense columns are estimated from a sample of their holds.
    QVERIFY2(std::fabs(held - expected) <= 0.02 * expected,
             qPrintable(QString::number(held) + u' ' + QString::number(expected)));
    QVERIFY(bands[0].runs.size() <= 2 * 600);
}

void ContentionTest::aBandThatGrowsIsThatOfTheWhole_data()
{
    QTest::addColumn<std::int64_t>("meanHoldNs");
    QTest::newRow("several columns a hold") << std::int64_t{30'000};
    QTest::newRow("about one") << std::int64_t{2'000};
    QTest::newRow("many in a column") << std::int64_t{50};
}

void ContentionTest::aBandThatGrowsIsThatOfTheWhole()
{
    QFETCH(std::int64_t, meanHoldNs);
    constexpr std::int64_t kEndNs = 1'000'000;
    EventStream stream;
    const ObjectId lock = stream.object("lock", ObjectKind::lock);
    const std::array<TrackId, 2> tracks{stream.track("a"), stream.track("b")};
    for (const TrackId track : tracks)
        stream.take(stream.begin(track, 0));
    std::mt19937 random(7);
    const auto upTo = [&random](std::int64_t most) {
        return std::uniform_int_distribution<std::int64_t>(1, most)(random);
    };
    const TimeAxis axis({0, kEndNs}, 200);
    std::vector<HolderBand> grown;
    std::int64_t now = 0;
    for (std::uint32_t number = 1; now < kEndNs;) {
        for (int batch = 0; batch < 20; ++batch) {
            const std::int64_t from = now + upTo(meanHoldNs / 4);
            now = from + upTo(2 * meanHoldNs);
            stream.take(stream.hold(tracks[number % 2], lock, number, from, now));
            ++number;
        }
        const std::int64_t since = now + 3;
        now += upTo(meanHoldNs);
        stream.open(tracks[0], OpenSpans::kFirstHold, since, now > since ? lock : kNoObject)
            .publish(now, false);
        const auto snapshot = stream.trace().snapshot();
        grown = holderBands(stream.trace(), *snapshot, axis, 1, std::move(grown));
        const std::vector<HolderBand> whole = holderBands(stream.trace(), *snapshot, axis, 1);
        QCOMPARE(grown.size(), whole.size());
        QCOMPARE(grown[0].runs.size(), whole[0].runs.size());
        for (std::size_t i = 0; i < whole[0].runs.size(); ++i) {
            QCOMPARE(grown[0].runs[i].fromPx, whole[0].runs[i].fromPx);
            QCOMPARE(grown[0].runs[i].toPx, whole[0].runs[i].toPx);
            QCOMPARE(grown[0].runs[i].track, whole[0].runs[i].track);
            QVERIFY(std::fabs(grown[0].runs[i].share - whole[0].runs[i].share) < 1e-6F);
        }
    }
    QVERIFY(grown[0].settled.runs > 0);
}

void ContentionTest::theHolderAtAMoment()
{
    const auto trace = syntheticTrace();
    const auto snapshot = trace->snapshot();
    const auto& holds = trace->lane(3).holds[0];
    const std::int64_t middle = holds[2].startNs + (holds[2].endNs - holds[2].startNs) / 2;
    const auto holder = holderAt(*trace, *snapshot, 0, middle);
    QVERIFY(holder.has_value());
    QCOMPARE(holder->track, TrackId{3});
    QVERIFY(!holderAt(*trace, *snapshot, 0, 1));
    QVERIFY(!holderAt(*trace, *snapshot, 77, middle));
}

void ContentionTest::holdersAreToldApartWhereTheyCanBe()
{
    const auto rows = [](TrackId first, TrackId count) {
        LaneRows group{"Group", {}};
        for (TrackId t = first; t < first + count; ++t)
            group.rows.push_back({"", t});
        return group;
    };
    const auto colors = [](const std::vector<LaneRows>& lanes) {
        std::vector<std::size_t> result;
        for (const auto& [track, color] : holderColors(lanes, 6))
            result.push_back(color);
        return result;
    };
    using Colors = std::vector<std::size_t>;
    QCOMPARE(colors({rows(0, 3)}), (Colors{0, 1, 2}));
    QCOMPARE(colors({rows(0, 1), rows(1, 3)}), (Colors{0, 1, 2, 3})); // main and some threads
    QCOMPARE(colors({rows(0, 8)}), (Colors{0, 1, 2, 3, 4, 5, 0, 1})); // neighbours differ
    QCOMPARE(colors({rows(0, 2), rows(2, 2)}), (Colors{0, 0, 1, 1})); // who deposits and who withdraws
    LaneRows planned = rows(0, 3);
    planned.rows[1].track = kNoTrack; // has not begun
    QCOMPARE(colors({planned}), (Colors{0, 2}));
    QVERIFY(colors({}).empty());
}

QTEST_APPLESS_MAIN(ContentionTest)
#include "contention_test.moc"
