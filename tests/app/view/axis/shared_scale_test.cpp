#include "view/axis/shared_scale.h"

#include <QTest>

using namespace threadscape;

class SharedScaleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theUnionHoldsBoth();
    void whatOnlyOneHasCounts();
    void aRunThatWasNotPlannedGrowsInSteps();
    void sparePlotsGoFirst();
};

void SharedScaleTest::theUnionHoldsBoth()
{
    QVERIFY((united(ValueScale{-3, 4}, ValueScale{0, 9}) == ValueScale{-3, 9}));
    QCOMPARE(united(TimeWindow{2, 5}, TimeWindow{0, 4}), (TimeWindow{0, 5}));
    const StackNeeds a{25, 70, 100, 300, {{40, 20, 10, {{0, 5}}}, {10, 30, 0, {{0, 2}, {1, 7}}}}};
    const StackNeeds b{50, 60, 150, 200, {{50, 10, 20, {{-1, 3}}}, {5, 40, 0, {{0, 4}, {0, 6}}}}};
    const StackNeeds both = united(a, b);
    QVERIFY(both == united(b, a));
    QVERIFY((both == StackNeeds{50, 70, 150, 300, {{50, 20, 20, {{-1, 5}}}, {10, 40, 0, {{0, 4}, {0, 7}}}}}));
}

void SharedScaleTest::whatOnlyOneHasCounts()
{
    // The empty picture has no bars yet.
    const StackNeeds empty{0, 0, 0, 0, {{40, 20, 0, {}}}};
    const StackNeeds run{0, 0, 0, 0, {{40, 20, 0, {{0, 500}, {0, 3}}}}};
    QVERIFY(united(empty, run) == run);
    QVERIFY(united(run, empty) == run);
    QVERIFY(united(StackNeeds{}, run) == run);
}

void SharedScaleTest::aRunThatWasNotPlannedGrowsInSteps()
{
    constexpr std::int64_t kMs = 1'000'000;
    QVERIFY(!comparedTime({0, 0, false}).has_value());
    QCOMPARE(*comparedTime({0, 35 * kMs, false}), (TimeWindow{0, 50 * kMs}));
    QCOMPARE(*comparedTime({0, 50 * kMs, false}), (TimeWindow{0, 50 * kMs}));
    QCOMPARE(*comparedTime({0, 51 * kMs, false}), (TimeWindow{0, 100 * kMs}));
    QCOMPARE(*comparedTime({0, 51 * kMs, true}), (TimeWindow{0, 51 * kMs}));
    // One that was planned has its place from the start, however long.
    QCOMPARE(*comparedTime({60, 0, false}), (TimeWindow{0, 60'000 * kMs}));
}

void SharedScaleTest::sparePlotsGoFirst()
{
    const PlotPart parts[] = {{100, false}, {80, true}, {60, true}, {80, false}};
    using Shown = std::vector<bool>;
    QVERIFY((plotsThatFit(parts, 360, 10) == Shown{true, true, true, true}));
    QVERIFY((plotsThatFit(parts, 359, 10) == Shown{true, true, false, true}));
    QVERIFY((plotsThatFit(parts, 289, 10) == Shown{true, false, false, true}));
    QVERIFY((plotsThatFit(parts, 0, 10) == Shown{true, false, false, true})); // these stay whatever is left
}

QTEST_APPLESS_MAIN(SharedScaleTest)
#include "shared_scale_test.moc"
