#include "window/settings/slider_scale.h"

#include <QTest>

namespace threadscape {

class SliderScaleTest final : public QObject {
    Q_OBJECT

private slots:
    void spansOfMoreThanTwoDecadesGoByRatio()
    {
        QVERIFY(!SliderScale(0, 64, 1).byRatio());
        QVERIFY(!SliderScale(1, 100, 1).byRatio());
        QVERIFY(SliderScale(1, 1000, 1).byRatio());
        QVERIFY(SliderScale(0, 5000, 1).byRatio());
    }

    void endsAreReached()
    {
        for (const SliderScale scale :
             {SliderScale(0, 64, 1), SliderScale(0, 5000, 1), SliderScale(1, 10000000, 1)}) {
            QCOMPARE(scale.position(scale.value(0)), 0);
            QCOMPARE(scale.position(scale.value(SliderScale::kSteps)), SliderScale::kSteps);
        }
        QCOMPARE(SliderScale(0, 5000, 1).value(0), 0.0);
        QCOMPARE(SliderScale(0, 5000, 1).value(SliderScale::kSteps), 5000.0);
    }

    void positionsGrowWithValues()
    {
        const SliderScale scale(0, 5000, 1);
        int last = -1;
        for (double value = 0; value <= 5000; value = value < 10 ? value + 1 : value * 1.1) {
            QVERIFY(scale.position(value) > last || value < 10);
            QVERIFY(scale.position(value) >= last);
            last = scale.position(value);
        }
    }

    void aWholeRangeComesBack()
    {
        const SliderScale scale(0, 64, 1);
        for (int value = 0; value <= 64; ++value)
            QCOMPARE(scale.value(scale.position(value)), static_cast<double>(value));
    }
};

} // namespace threadscape

QTEST_GUILESS_MAIN(threadscape::SliderScaleTest)
#include "slider_scale_test.moc"
