#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "support/event_stream.h"
#include "support/synthetic_trace.h"
#include "view/lanes/lane_rows.h"
#include "view/series/bars.h"
#include "view/series/marks.h"
#include "view/series/values.h"

#include <QTest>
#include <random>

using namespace threadscape;
using namespace threadscape::samples;

class ValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noExtremeVanishes();
    void sparseWritesAreMarked();
    void theLineGoesOn();
    void aLineThatGrowsIsThatOfTheWhole();
    void decimalsAreThoseOfTheValues();
    void movedSettingsAreNoted();
    void roundsAreRead();
    void lanesKeepTheirPlaces();
};

void ValuesTest::noExtremeVanishes()
{
    SyntheticSpec spec;
    spec.meanSpanNs = 2e6;
    spec.workNs = 1e5;
    const auto trace = syntheticTrace(spec);
    const ObjectId balance = findVariable(trace->catalogue(), "balance");
    const ValueSeries& series = trace->object(balance).values;
    QVERIFY(series.size() > 5000);
    for (const TimeWindow window : {TimeWindow{0, 8'000'000'000}, TimeWindow{1'000'000'000, 3'000'000'000}}) {
        const ValuesPicture picture =
            valuesPicture(*trace, *trace->snapshot(), balance, TimeAxis(window, 300));
        QVERIFY(picture.steps.size() <= 2 * 300);
        QVERIFY(picture.marks.empty());
        double low = picture.before.value_or(1e9);
        double high = picture.before.value_or(-1e9);
        for (const ValueStep& step : picture.steps) {
            low = std::min(low, step.low);
            high = std::max(high, step.high);
        }
        double lowest = picture.before.value_or(1e9);
        double highest = picture.before.value_or(-1e9);
        for (std::size_t i = 0; i < series.size(); ++i) {
            if (!window.contains(series[i].atNs))
                continue;
            lowest = std::min(lowest, static_cast<double>(series[i].value));
            highest = std::max(highest, static_cast<double>(series[i].value));
        }
        QCOMPARE(low, lowest);
        QCOMPARE(high, highest);
    }
}

void ValuesTest::sparseWritesAreMarked()
{
    const auto trace = syntheticTrace();
    const ObjectId balance = findVariable(trace->catalogue(), "balance");
    const ValuesPicture picture =
        valuesPicture(*trace, *trace->snapshot(), balance, TimeAxis({1'000'000'000, 1'500'000'000}, 900));
    QVERIFY(!picture.marks.empty());
    QVERIFY(picture.before.has_value());
    for (const ValueMark& mark : picture.marks)
        QCOMPARE(mark.up, mark.track < 5); // depositors add
}

void ValuesTest::theLineGoesOn()
{
    const auto trace = syntheticTrace();
    const ObjectId balance = findVariable(trace->catalogue(), "balance");
    const auto& series = trace->object(balance).values;
    const std::int64_t after = series[series.size() - 1].atNs + 1000;
    const ValuesPicture picture =
        valuesPicture(*trace, *trace->snapshot(), balance, TimeAxis({after, after + 5000}, 100));
    QVERIFY(picture.steps.empty());
    QCOMPARE(*picture.before, static_cast<double>(series[series.size() - 1].value));
    QCOMPARE(findVariable(trace->catalogue(), "Account"), kNoObject); // a lock is no variable
    QVERIFY(!valuesPicture(*trace, *trace->snapshot(), kNoObject, TimeAxis({0, 1000}, 10)).any);
}

void ValuesTest::aLineThatGrowsIsThatOfTheWhole()
{
    constexpr std::int64_t kEndNs = 1'000'000;
    for (const std::int64_t meanNs : {20, 3'000, 40'000}) {
        EventStream stream;
        const TrackId track = stream.track("a");
        const ObjectId balance = stream.object("balance", ObjectKind::variable);
        stream.take(stream.begin(track, 0));
        std::mt19937 random(3);
        const auto upTo = [&random](std::int64_t most) {
            return std::uniform_int_distribution<std::int64_t>(0, most)(random);
        };
        const TimeAxis axis({100'000, kEndNs}, 150);
        ValuesPicture grown;
        std::int64_t now = 0;
        std::uint32_t number = 0;
        while (now < kEndNs + 100'000) {
            for (std::int64_t batch = upTo(30); batch >= 0; --batch) {
                now += upTo(2 * meanNs);
                stream.take(stream.write(track, balance, now, upTo(100) - 20, ++number));
            }
            stream.publish(now, false);
            const auto snapshot = stream.trace().snapshot();
            grown = valuesPicture(stream.trace(), *snapshot, balance, axis, std::move(grown));
            const ValuesPicture whole = valuesPicture(stream.trace(), *snapshot, balance, axis);
            QCOMPARE(grown.before, whole.before);
            QCOMPARE(grown.knownUntilPx, whole.knownUntilPx);
            QCOMPARE(grown.low, whole.low);
            QCOMPARE(grown.steps.size(), whole.steps.size());
            for (std::size_t i = 0; i < whole.steps.size(); ++i) {
                QCOMPARE(grown.steps[i].px, whole.steps[i].px);
                QCOMPARE(grown.steps[i].low, whole.steps[i].low);
                QCOMPARE(grown.steps[i].high, whole.steps[i].high);
                QCOMPARE(grown.steps[i].after, whole.steps[i].after);
            }
            QCOMPARE(grown.marks.size(), whole.marks.size());
            for (std::size_t i = 0; i < whole.marks.size(); ++i) {
                QCOMPARE(grown.marks[i].px, whole.marks[i].px);
                QCOMPARE(grown.marks[i].up, whole.marks[i].up);
            }
        }
        QVERIFY(grown.settled.steps > 0);
    }
}

// Stored as integers, shown as they are.
void ValuesTest::decimalsAreThoseOfTheValues()
{
    EventStream stream;
    const TrackId writer = stream.track("writer");
    const ObjectId load = stream.object("load", ObjectKind::variable);
    stream.names().object(load).scale = DecimalScale(2);
    stream.take({stream.begin(writer, 0), stream.write(writer, load, 100, 25, 1),
                 stream.write(writer, load, 200, -150, 2), stream.end(writer, 300)});
    stream.publish(300);
    const auto snapshot = stream.trace().snapshot();
    const ValuesPicture picture = valuesPicture(stream.trace(), *snapshot, load, TimeAxis({0, 300}, 300));
    QCOMPARE(picture.low, -1.5);
    QCOMPARE(picture.high, 0.25);
    QCOMPARE(picture.steps.back().after, -1.5);
    QCOMPARE(picture.marks.back().value, -1.5);
    QVERIFY(!valueAt(stream.trace(), load, 99));
    const auto first = valueAt(stream.trace(), load, 150);
    QVERIFY(first.has_value());
    QCOMPARE(first->value, 0.25);
    QCOMPARE(first->decimals, 2);
    QCOMPARE(valueAt(stream.trace(), load, 200)->decimals, 1);
    const auto extent = extentOfValues(stream.trace(), load);
    QCOMPARE(extent->low, -1.5);
    QCOMPARE(extent->high, 0.25);
    QVERIFY(!extentOfValues(stream.trace(), kNoObject));
}

void ValuesTest::movedSettingsAreNoted()
{
    const auto trace = syntheticTrace();
    const auto marks = settingMarks(*trace, {0, 8'000'000'000});
    QCOMPARE(marks.size(), 1U);
    QCOMPARE(marks[0].setting, std::string("withdrawers"));
    QCOMPARE(marks[0].before, std::string("10"));
    QCOMPARE(marks[0].after, std::string("20"));
    QVERIFY(settingMarks(*trace, {0, 1'000'000}).empty());
}

void ValuesTest::roundsAreRead()
{
    const auto picture = barsPicture(countingExperiment()->findings());
    QVERIFY(picture.has_value());
    QCOMPARE(picture->lostByRound.size(), 20U);
    // One round answers what 4 x 100,000 is, and not the sum over all.
    QCOMPARE(picture->expected, 400'000.0);
    QCOMPARE(picture->lost, *std::ranges::max_element(picture->lostByRound));
    QCOMPARE(picture->lostByRound[picture->round], picture->lost);
    QVERIFY(picture->lost > 0);
    QCOMPARE(picture->counted, picture->expected - picture->lost);
    QVERIFY(!barsPicture({}));
}

void ValuesTest::lanesKeepTheirPlaces()
{
    Catalogue catalogue;
    const std::vector<LaneRows> planned{{"A", {{"a 1"}, {"a 2"}}}, {"B", {{"b 1"}}}, {"C", {}}};
    QCOMPARE(laneRows(planned, catalogue).size(), 2U);
    catalogue.addTrack("main", "", TrackKind::main);
    const TrackId b = catalogue.addTrack("b 1", "B", TrackKind::thread);
    const TrackId second = catalogue.addTrack("a 2", "A", TrackKind::thread);
    const TrackId again = catalogue.addTrack("a 2", "A", TrackKind::thread);
    const auto groups = laneRows(planned, catalogue);
    QCOMPARE(groups.size(), 2U);
    QCOMPARE(groups[0].rows[0].track, kNoTrack);
    QCOMPARE(groups[0].rows[1].track, second);
    QCOMPARE(groups[0].rows[2].track, again);
    QCOMPARE(groups[1].rows[0].track, b);
    QCOMPARE(tracksOf(groups).size(), 3U);
}

QTEST_APPLESS_MAIN(ValuesTest)
#include "values_test.moc"
