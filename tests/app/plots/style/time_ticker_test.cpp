#include "plots/style/time_ticker.h"

#include "text/language.h"

#include <QTest>

namespace threadscape {

class TimeTickerTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { installLanguage(); }

    // Of every height and range, no number touches the next, and where two fit there are two.
    void numbersOfAnUprightAxisKeepTheirDistance()
    {
        constexpr double kLine = 16;
        for (double height = 8; height < 300; height *= 1.1) {
            for (double most = 1; most < 3e6; most *= 1.7) {
                NumberTicker ticker(true);
                ticker.setRoom(height, kLine);
                const QCPRange range(0, std::ceil(most));
                const QVector<double> ticks = ticksOf(ticker, range);
                QVERIFY(!ticks.isEmpty());
                for (qsizetype i = 1; i < ticks.size(); ++i) {
                    const double px = (ticks[i] - ticks[i - 1]) / range.size() * height;
                    QVERIFY2(px >= kLine - 1e-6,
                             qPrintable(QStringLiteral("%1 px of 0..%2").arg(height).arg(range.upper)));
                }
                if (height > 2.5 * kLine)
                    QVERIFY2(ticks.size() >= 2,
                             qPrintable(QStringLiteral("%1 px of 0..%2").arg(height).arg(range.upper)));
            }
        }
    }

private:
    static QVector<double> ticksOf(NumberTicker& ticker, const QCPRange& range)
    {
        QVector<double> ticks;
        QVector<QString> labels;
        ticker.generate(range, QLocale(), u'f', 6, ticks, nullptr, &labels);
        return ticks;
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::TimeTickerTest)
#include "time_ticker_test.moc"
