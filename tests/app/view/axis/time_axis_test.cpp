#include "view/axis/follow.h"
#include "view/axis/time_axis.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace threadscape;

class TimeAxisTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pixelsLeadBack();
    void zoomKeepsTheAnchor();
    void zoomStopsAtTheShortestWindow();
    void clampStaysInside();
    void ticksAreRound();
    void shortRunsAreToldInSmallUnits();
    void aPlannedRunFillsAFixedAxis();
    void aLongRunPagesByHalf();
    void aFinishedRunFits();
};

void TimeAxisTest::pixelsLeadBack()
{
    std::mt19937_64 random(1);
    for (int i = 0; i < 2000; ++i) {
        const auto from = static_cast<std::int64_t>(random() % 3'600'000'000'000ULL);
        const auto length = static_cast<std::int64_t>(random() % 86'400'000'000'000ULL) + kShortestWindowNs;
        const TimeAxis axis({from, from + length}, 300 + static_cast<double>(random() % 2000));
        const std::int64_t ns =
            from + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(length));
        QCOMPARE(axis.toNs(axis.toPixel(ns)), ns);
    }
}

void TimeAxisTest::zoomKeepsTheAnchor()
{
    const TimeWindow window{1'000'000'000, 9'000'000'000};
    const std::int64_t anchor = 2'500'000'000;
    const TimeWindow closer = zoomed(window, anchor, 0.5);
    QVERIFY(std::abs(closer.lengthNs() - window.lengthNs() / 2) <= 1);
    const double before = TimeAxis(window, 900).toPixel(anchor);
    const double after = TimeAxis(closer, 900).toPixel(anchor);
    QVERIFY(std::fabs(before - after) < 1e-3);
}

void TimeAxisTest::zoomStopsAtTheShortestWindow()
{
    TimeWindow window{0, 1'000'000};
    for (int i = 0; i < 100; ++i)
        window = zoomed(window, 500, 0.5);
    QCOMPARE(window.lengthNs(), kShortestWindowNs);
}

void TimeAxisTest::clampStaysInside()
{
    const TimeWindow extent{0, 100};
    QCOMPARE(clamped({-50, 10}, extent), (TimeWindow{0, 60}));
    QCOMPARE(clamped({90, 120}, extent), (TimeWindow{70, 100}));
    QCOMPARE(clamped({-500, 500}, extent), extent);
}

void TimeAxisTest::ticksAreRound()
{
    std::mt19937_64 random(2);
    for (int i = 0; i < 500; ++i) {
        const auto from = static_cast<std::int64_t>(random() % 100'000'000'000ULL);
        const auto length =
            static_cast<std::int64_t>(std::pow(10.0, 3 + static_cast<double>(random() % 9000) / 1000));
        const TimeAxis axis({from, from + length}, 800);
        const TimeTicks ticks = timeTicks(axis, 80);
        double step = static_cast<double>(ticks.stepNs);
        while (step >= 10)
            step /= 10;
        QVERIFY(step == 1 || step == 2 || step == 5);
        QVERIFY(ticks.atNs.size() <= 11);
        QVERIFY(static_cast<double>(ticks.stepNs) / axis.nsPerPixel() >= 79);
        for (const std::int64_t at : ticks.atNs) {
            QCOMPARE(at % ticks.stepNs, 0);
            QVERIFY(at >= axis.window().fromNs && at <= axis.window().toNs);
        }
        // The labels distinguish neighbouring ticks.
        QVERIFY(static_cast<double>(ticks.stepNs) >=
                static_cast<double>(unitNs(ticks.unit)) * std::pow(10.0, -ticks.decimals));
    }
}

void TimeAxisTest::shortRunsAreToldInSmallUnits()
{
    QCOMPARE(timeTicks(TimeAxis({0, 8'000'000'000}, 800), 80).unit, TimeUnit::seconds);
    QCOMPARE(timeTicks(TimeAxis({0, 80'000'000}, 800), 80).unit, TimeUnit::milliseconds);
    QCOMPARE(timeTicks(TimeAxis({0, 80'000}, 800), 80).unit, TimeUnit::microseconds);
}

void TimeAxisTest::aPlannedRunFillsAFixedAxis()
{
    for (const std::int64_t now : {0LL, 3'000'000'000LL, 7'999'999'999LL})
        QCOMPARE(followed({8, now, false}), (TimeWindow{0, 8'000'000'000}));
    QCOMPARE(followed({8, 8'010'000'000, true}), (TimeWindow{0, 8'010'000'000}));
}

void TimeAxisTest::aLongRunPagesByHalf()
{
    QCOMPARE(followed({60, 9'000'000'000, false}), (TimeWindow{0, 10'000'000'000}));
    QCOMPARE(followed({60, 11'000'000'000, false}), (TimeWindow{5'000'000'000, 15'000'000'000}));
    QCOMPARE(followed({0, 400'000'000, false}), (TimeWindow{0, 1'000'000'000}));
    TimeWindow last = followed({0, 0, false});
    for (std::int64_t now = 0; now < 40'000'000'000; now += 50'000'000) {
        const TimeWindow window = followed({0, now, false});
        QVERIFY(window.fromNs <= now && now <= window.toNs);
        QVERIFY(window.fromNs >= last.fromNs);
        last = window;
    }
}

void TimeAxisTest::aFinishedRunFits()
{
    QCOMPARE(followed({8, 400'000, true}), (TimeWindow{0, 400'000}));
    QCOMPARE(followed({0, 123'456'789, true}), (TimeWindow{0, 123'456'789}));
    QCOMPARE(followed({60, 60'000'000'000, true}), (TimeWindow{0, 60'000'000'000}));
    QCOMPARE(followed({8, 7'900'000'000, true}), (TimeWindow{0, 8'000'000'000}));
}

QTEST_APPLESS_MAIN(TimeAxisTest)
#include "time_axis_test.moc"
