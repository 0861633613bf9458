#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "window/widgets/elided_label.h"

#include <QTest>

using namespace threadscape;

class ElidedLabelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatFitsNeedsNoToolTip();
    void whatDoesNotFitIsToldWhole();
    void severalLinesBecomeOne();
};

void ElidedLabelTest::whatFitsNeedsNoToolTip()
{
    ElidedLabel label;
    label.resize(600, 20);
    label.setWords(QStringLiteral("2 cores"));
    QCOMPARE(label.text(), QStringLiteral("2 cores"));
    QVERIFY(label.toolTip().isEmpty());
    label.setWords(QStringLiteral("2 cores"), QStringLiteral("of this machine"));
    QCOMPARE(label.toolTip(), QStringLiteral("of this machine"));
}

void ElidedLabelTest::whatDoesNotFitIsToldWhole()
{
    const QString words = QStringLiteral("A sentence that is wider than its label is");
    ElidedLabel label;
    label.resize(600, 20);
    label.setWords(words);
    label.show();
    QVERIFY(label.toolTip().isEmpty());
    const QImage wide = label.grab({0, 0, 80, 20}).toImage();
    label.resize(80, 20);
    QCOMPARE(label.toolTip(), words);
    QVERIFY(label.grab().toImage() != wide); // it ends with an ellipsis
}

void ElidedLabelTest::severalLinesBecomeOne()
{
    ElidedLabel label;
    label.resize(80, 20);
    label.setWords(QStringLiteral("threads, 3 jobs\nMedian 200 ms"));
    QCOMPARE(label.text(), QStringLiteral("threads, 3 jobs  ·  Median 200 ms"));
    QCOMPARE(label.toolTip(), QStringLiteral("threads, 3 jobs\nMedian 200 ms"));
}

QTEST_MAIN(ElidedLabelTest)
#include "elided_label_test.moc"
