#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "app/view/lanes/core_run.h"
#include "lab/run/registry.h"
#include "support/event_stream.h"
#include "support/made_up_run.h"
#include "support/synthetic_trace.h"
#include "text/texts.h"
#include "window/tables/drawer.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTest>

using namespace threadscape;
using namespace threadscape::samples;

class DrawerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void closedAtFirst();
    void threadsAndLocksAreListed();
    void aStretchChangesTheNumbers();
    void aHeadingSortsAndTheOrderStays();
    void copiesAsCsv();
    void theLogTellsMovedSettings();
    void futuresAreOfferedWhereThereAreAny();
    void futuresAreListedSortedAndCopied();
    void processesAreListedWithTheirExitCodes();
    void tasksOfAProcessPoolAreListed();
    void coresAreListedByThemselves();
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
    drawer.setRun(runOf(syntheticTrace(), syntheticExperiment()));
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
    drawer.setRun(runOf(syntheticTrace(), syntheticExperiment()));
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
    drawer.setRun(runOf(syntheticTrace(), syntheticExperiment()));
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
    drawer.setRun(runOf(syntheticTrace(), syntheticExperiment()));
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
    drawer.setRun(runOf(syntheticTrace(), std::move(*makeExperiment("bank"))));
    drawer.toggle(Drawer::Page::log);
    QVERIFY2(drawer.log().contains(QStringLiteral("Withdrawers 10 → 20")), qPrintable(drawer.log()));
    drawer.refresh();
    QCOMPARE(drawer.log().count(QStringLiteral("Withdrawers")), 1);
}

namespace {

// Three tasks of a pool: done, running, cancelled; and `more` that are pending.
std::shared_ptr<EventStream> tasksOfAPool(std::uint32_t more = 0, ObjectKind kind = ObjectKind::pool)
{
    auto stream = std::make_shared<EventStream>();
    const TrackId main = stream->track("main", TrackKind::main);
    const TrackId worker = stream->track("Worker 1");
    const ObjectId pool = stream->object("Workers", kind);
    stream->take({stream->begin(main, 0), stream->begin(worker, 0)});
    stream->take({stream->task(main, pool, 1'000'000, 1, TaskState::pending),
                  stream->task(worker, pool, 3'000'000, 1, TaskState::running),
                  stream->task(worker, pool, 8'000'000, 1, TaskState::done),
                  stream->task(main, pool, 1'500'000, 2, TaskState::pending),
                  stream->task(worker, pool, 8'500'000, 2, TaskState::running),
                  stream->task(main, pool, 2'000'000, 3, TaskState::pending),
                  stream->task(main, pool, 2'250'000, 3, TaskState::cancelled)});
    for (std::uint32_t i = 0; i < more; ++i)
        stream->take(stream->task(main, pool, 3'000'000 + i, 4 + i, TaskState::pending));
    stream->publish(10'000'000);
    return stream;
}

std::shared_ptr<const Trace> traceOf(const std::shared_ptr<EventStream>& stream)
{
    return {stream, &stream->trace()};
}

} // namespace

void DrawerTest::futuresAreOfferedWhereThereAreAny()
{
    Drawer drawer;
    drawer.setRun(runOf(syntheticTrace(), syntheticExperiment()));
    QVERIFY(!drawer.offers(Drawer::Page::futures));
    drawer.toggle(Drawer::Page::futures);
    QVERIFY(!drawer.open());
    drawer.setRun(runOf(traceOf(tasksOfAPool()), syntheticExperiment()));
    QVERIFY(drawer.offers(Drawer::Page::futures));
    drawer.toggle(Drawer::Page::futures);
    QVERIFY(drawer.open() == Drawer::Page::futures);
    drawer.setRun(runOf(syntheticTrace(), syntheticExperiment())); // a run without pools
    QVERIFY(!drawer.open());
}

void DrawerTest::futuresAreListedSortedAndCopied()
{
    Drawer drawer;
    drawer.setRun(runOf(traceOf(tasksOfAPool(10'000)), syntheticExperiment()));
    drawer.toggle(Drawer::Page::futures);
    TaskTable& table = drawer.futures();
    const auto text = [&](int row, int column) {
        return table.model()->index(row, column).data().toString();
    };
    QCOMPARE(table.model()->rowCount(), 10'003);
    QCOMPARE(text(0, TaskModel::name), QStringLiteral("task 1"));
    QCOMPARE(text(0, TaskModel::state), QStringLiteral("done"));
    QCOMPARE(text(0, TaskModel::worker), QStringLiteral("Worker 1"));
    QCOMPARE(text(0, TaskModel::waited), durationInWords(2'000'000));
    QCOMPARE(text(0, TaskModel::ran), durationInWords(5'000'000));
    QCOMPARE(text(1, TaskModel::state), QStringLiteral("running"));
    QCOMPARE(text(1, TaskModel::ran), durationInWords(1'500'000)); // so far
    QCOMPARE(text(2, TaskModel::state), QStringLiteral("cancelled"));
    QCOMPARE(text(2, TaskModel::worker), QStringLiteral("–"));

    table.selectRow(2);
    table.sortByColumn(TaskModel::state, Qt::DescendingOrder);
    QCOMPARE(text(0, TaskModel::state), QStringLiteral("cancelled"));
    QVERIFY(table.selectionModel()->isRowSelected(0)); // the selection went with its task
    drawer.refresh();
    QCOMPARE(text(0, TaskModel::name), QStringLiteral("task 3"));
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0], QStringLiteral("Task,State,Worker,Submitted by,Submitted,Waited,Ran"));
    QCOMPARE(lines[1], QStringLiteral("task 3,cancelled,–,main,0.002,0.00025,"));
    table.clearSelection();
    QCOMPARE(table.csv().count(u'\n'), 10'004);
}

void DrawerTest::processesAreListedWithTheirExitCodes()
{
    auto stream = std::make_shared<EventStream>();
    const auto add = [&](const char* name, TrackKind kind, std::int32_t number,
                         std::optional<std::int32_t> code) {
        const TrackId track = stream->track(name, kind);
        TrackInfo& info = stream->names().track(track);
        info.osId.store(number);
        info.alive.store(!code && kind == TrackKind::process);
        info.cpuNs.store(code ? 2'500'000 : 0);
        if (code)
            info.exitCode.store(*code);
        stream->take(stream->begin(track, 0));
    };
    add("MainThread", TrackKind::main, 100, std::nullopt);
    add("Process-1", TrackKind::process, 101, 0);
    add("Process-2", TrackKind::process, 102, -9);
    add("Process-3", TrackKind::process, 103, std::nullopt);
    stream->publish(10'000'000);
    Drawer drawer;
    drawer.setRun(runOf(traceOf(stream), syntheticExperiment()));
    drawer.toggle(Drawer::Page::threads);
    const DataTable& table = drawer.threads();
    QStringList headings;
    for (int column = 0; column < 6; ++column)
        headings << table.horizontalHeaderItem(column)->text();
    QCOMPARE(headings,
             (QStringList{QStringLiteral("Thread"), QStringLiteral("Kind"), QStringLiteral("Number"),
                          QStringLiteral("Now"), QStringLiteral("Exit code"), QStringLiteral("CPU time")}));
    const auto line = [&](int row) {
        QStringList cells;
        for (int column = 0; column < 6; ++column)
            cells << table.item(row, column)->text();
        return cells.join(u'|');
    };
    QCOMPARE(line(0), QStringLiteral("MainThread|thread|100|ended||0 s"));
    QCOMPARE(line(1), QStringLiteral("Process-1|process|101|ended|0|2.5 ms"));
    QCOMPARE(line(2), QStringLiteral("Process-2|process|102|ended|-9|2.5 ms"));
    QCOMPARE(line(3), QStringLiteral("Process-3|process|103|alive||0 s"));
    // A run without processes has no such columns.
    drawer.setRun(runOf(syntheticTrace(), syntheticExperiment()));
    drawer.refresh();
    QCOMPARE(table.horizontalHeaderItem(1)->text(), QStringLiteral("Number"));
    QCOMPARE(table.horizontalHeaderItem(3)->text(), QStringLiteral("CPU time"));
}

void DrawerTest::tasksOfAProcessPoolAreListed()
{
    Drawer drawer;
    drawer.setRun(runOf(traceOf(tasksOfAPool(0, ObjectKind::processPool)), syntheticExperiment()));
    QVERIFY(drawer.offers(Drawer::Page::futures));
    drawer.toggle(Drawer::Page::futures);
    QCOMPARE(drawer.futures().model()->rowCount(), 3);
    QCOMPARE(drawer.futures().model()->index(0, TaskModel::worker).data().toString(),
             QStringLiteral("Worker 1"));
}

void DrawerTest::coresAreListedByThemselves()
{
    Drawer drawer;
    drawer.setRun(runOf(syntheticTrace(), syntheticExperiment()));
    QVERIFY(!drawer.offers(Drawer::Page::cores));
    drawer.setRun(runOf(CoreRun::make(), syntheticExperiment()));
    QVERIFY(drawer.offers(Drawer::Page::cores));
    drawer.toggle(Drawer::Page::cores);
    QCOMPARE(drawer.cores().csv(),
             QStringLiteral("Core,This run,Other processes,Taken by the host,Idle,This run's share\n"
                            "Core 0,0.2,0.301,0.125,0.374,0.2\n"
                            "Core 1,0.5,0,0,0.5,0.5\n"));
    drawer.setStretch(TimeWindow{0, 100'000'000});
    QVERIFY(drawer.cores().csv().contains(QStringLiteral("Core 0,0.1,0,0,0,1\n")));
    drawer.setStretch(std::nullopt);
    drawer.toggle(Drawer::Page::threads);
    const QString threads = drawer.threads().csv();
    QVERIFY(threads.contains(QStringLiteral("wanted a core")));
    QVERIFY(threads.contains(QStringLiteral("0.036")));
    QVERIFY(!threads.contains(QStringLiteral("Core 0")));
}

QTEST_MAIN(DrawerTest)
#include "drawer_test.moc"
