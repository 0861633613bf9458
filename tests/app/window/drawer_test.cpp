#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "lab/registry.h"
#include "support/synthetic_trace.h"
#include "window/drawer.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTest>

using namespace threadscape;
using namespace threadscape::testing;

class DrawerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void closedAtFirst();
    void threadsAndLocksAreListed();
    void aStretchChangesTheNumbers();
    void aHeadingSortsAndTheOrderStays();
    void copiesAsCsv();
    void theLogTellsMovedSettings();
};

void DrawerTest::closedAtFirst()
{
    Drawer drawer;
    drawer.show();
    QVERIFY(!drawer.open());
    QVERIFY(!drawer.threads().isVisible());
    drawer.toggle(Drawer::Page::threads);
    QVERIFY(drawer.threads().isVisible());
    drawer.toggle(Drawer::Page::threads);
    QVERIFY(!drawer.threads().isVisible());
}

void DrawerTest::threadsAndLocksAreListed()
{
    Drawer drawer;
    drawer.setTrace(syntheticTrace());
    drawer.toggle(Drawer::Page::threads);
    QCOMPARE(drawer.threads().rowCount(), 15);
    QCOMPARE(drawer.threads().item(0, 0)->text(), QStringLiteral("Depositor 1"));
    drawer.toggle(Drawer::Page::locks);
    QCOMPARE(drawer.locks().rowCount(), 1);
    QCOMPARE(drawer.locks().item(0, 0)->text(), QStringLiteral("Account"));
    QVERIFY(drawer.locks().item(0, 2)->text() != QStringLiteral("0"));
}

void DrawerTest::aStretchChangesTheNumbers()
{
    Drawer drawer;
    drawer.setTrace(syntheticTrace());
    drawer.toggle(Drawer::Page::locks);
    const QString whole = drawer.locks().item(0, 2)->text();
    drawer.setStretch(TimeWindow{1'000'000'000, 2'000'000'000});
    QVERIFY(drawer.locks().item(0, 2)->text() != whole);
    drawer.setStretch(std::nullopt);
    QCOMPARE(drawer.locks().item(0, 2)->text(), whole);
}

void DrawerTest::aHeadingSortsAndTheOrderStays()
{
    Drawer drawer;
    drawer.setTrace(syntheticTrace());
    drawer.toggle(Drawer::Page::threads);
    DataTable& table = drawer.threads();
    table.sortByColumn(table.columnCount() - 1, Qt::DescendingOrder);
    const QString first = table.item(0, 0)->text();
    const auto value = [&](int row) {
        return table.item(row, table.columnCount() - 1)->data(Qt::UserRole).toDouble();
    };
    for (int row = 1; row < table.rowCount(); ++row)
        QVERIFY(value(row) <= value(row - 1));
    drawer.refresh();
    QCOMPARE(table.item(0, 0)->text(), first);
}

void DrawerTest::copiesAsCsv()
{
    Drawer drawer;
    drawer.setTrace(syntheticTrace());
    drawer.toggle(Drawer::Page::locks);
    drawer.locks().clearSelection();
    QTest::keyClick(&drawer.locks(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(QStringLiteral("Lock,Kind,")));
    QVERIFY(lines[1].startsWith(QStringLiteral("Account,RLock,")));
    QVERIFY(!lines[1].contains(QStringLiteral(" ms"))); // numbers in seconds, for a spreadsheet
}

void DrawerTest::theLogTellsMovedSettings()
{
    Drawer drawer;
    drawer.setTrace(syntheticTrace(), std::shared_ptr<const Experiment>(std::move(*makeExperiment("bank"))));
    drawer.toggle(Drawer::Page::log);
    QVERIFY2(drawer.log().contains(QStringLiteral("Withdrawers 10 → 20")), qPrintable(drawer.log()));
    drawer.refresh();
    QCOMPARE(drawer.log().count(QStringLiteral("Withdrawers")), 1);
}

QTEST_MAIN(DrawerTest)
#include "drawer_test.moc"
