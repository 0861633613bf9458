#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "plots/stack/legend_strip.h"

#include <QSignalSpy>
#include <QTest>

namespace threadscape {

/// Where the legend's words stand.
class LegendStripTest final : public QObject {
    Q_OBJECT

private slots:
    void whatDoesNotFitOnOneLineTakesMore()
    {
        LegendStrip strip;
        strip.setTheme(Theme::light().forPresent(1080));
        const int line = strip.heightNeeded(1800);
        strip.setEntries({{State::running, 0.1},
                          {State::ready, 0.1},
                          {State::lock, 0.3},
                          {State::condition, 0.3},
                          {State::sleep, 0.2}});
        QCOMPARE(strip.heightNeeded(3000), line);
        QCOMPARE(strip.heightNeeded(1300), 2 * line);
        // On no line is a word cut: a narrow one needs one for each.
        QCOMPARE(strip.heightNeeded(400), 5 * line);
        strip.setTheme(Theme::light());
        QVERIFY(strip.heightNeeded(1000) < line); // a window has room
    }

    void eachEntryIsolatesItsOwnState()
    {
        LegendStrip strip;
        strip.resize(600, 24);
        strip.setEntries({{State::running, 0.5}, {State::lock, 0.3}, {State::sleep, 0.2}});
        QSignalSpy isolated(&strip, &LegendStrip::isolated);
        QList<int> states; // from left to right
        for (int x = 0; x < strip.width(); x += 4) {
            QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(x, strip.height() / 2));
            if (!isolated.isEmpty() && !states.contains(isolated.back().front().toInt()))
                states << isolated.back().front().toInt();
        }
        const QList<int> all{static_cast<int>(State::running), static_cast<int>(State::lock),
                             static_cast<int>(State::sleep)};
        QCOMPARE(states, all);
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::LegendStripTest)
#include "legend_strip_test.moc"
