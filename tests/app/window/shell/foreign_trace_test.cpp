#include "window/shell/main_window.h"

#include "app/window/shell/visible_text.h"
#include "export/figure.h"
#include "export/trace_files.h"
#include "lab/run/recording.h"
#include "plots/stack/legend_strip.h"
#include "plots/values/values_plot.h"
#include "text/language.h"

#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

namespace threadscape {

namespace {

constexpr int kCeilingMs = 30000;

} // namespace

/// Chrome traces in the real window: somebody else's, and our own.
class ForeignTraceTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;

    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    QPushButton* runButton() { return m_window->findChild<QPushButton*>(QStringLiteral("run")); }
    PlotStack* plots() { return m_window->findChild<PlotStack*>(); }

    void openWindow()
    {
        m_window = std::make_unique<MainWindow>(AppStateFile(path("window.json")));
        m_window->show();
        m_window->activateWindow();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(m_window.get(), kCeilingMs);
    }

    QString foreignFile(const char* name, int slices) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(R"([{"ph":"C","name":"heap","pid":1,"ts":0,"args":{"heap":3}})");
        for (int i = 0; i < slices; ++i)
            file.write(QStringLiteral(R"(,{"ph":"X","name":"render","pid":1,"tid":%1,"ts":%2,"dur":900})")
                           .arg(i % 3)
                           .arg(i * 1000)
                           .toUtf8());
        return file.fileName();
    }

    QString written(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }

    // Seven slices within each other, and what else is not drawn.
    QString partlyDrawn() const
    {
        QByteArray file = "[";
        for (int level = 0; level < 7; ++level)
            file += QStringLiteral(R"({"ph":"X","name":"f%1","pid":1,"tid":1,"ts":%1,"dur":%2},)")
                        .arg(level)
                        .arg(1000 - 2 * level)
                        .toUtf8();
        for (const char* phase : {"b", "e", "i", "i", "s", "f"})
            file += QStringLiteral(R"({"ph":"%1","id":1,"pid":1,"tid":1,"ts":5},)")
                        .arg(QLatin1StringView(phase))
                        .toUtf8();
        return written("deep.json", file);
    }

    std::vector<QAction*> traceActions() const
    {
        std::vector<QAction*> found;
        for (QAction* action : m_window->findChild<ExportMenu*>()->menu()->actions())
            if (action->text().startsWith(QStringLiteral("Trace")) ||
                action->text().startsWith(QStringLiteral("Data")))
                found.push_back(action);
        return found;
    }

    // All text of an SVG figure of that width.
    QString textOfFigure(QSize size)
    {
        FigureRequest request;
        request.path = path("figure.svg").toStdString();
        request.format = FigureFormat::svg;
        request.size = size;
        request.run = m_window->session().run();
        request.view = ViewState::atFirst(request.run->experiment().plots());
        QFile file(QString::fromStdString(request.path.string()));
        if (!writeFigure(request) || !file.open(QIODevice::ReadOnly))
            return {};
        QString text = QString::fromUtf8(file.readAll());
        text.remove(0, text.indexOf(QStringLiteral("<g"))); // not the description
        return text.replace(QRegularExpression(QStringLiteral("<[^>]*>")), QStringLiteral(" ")).simplified();
    }

    void openFile(const QString& file)
    {
        m_window->openFile(file);
        m_window->files().wait();
    }

private slots:
    void initTestCase() { installLanguage(); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        openWindow();
    }

    void itIsShownAndCannotBeRun()
    {
        openFile(foreignFile("browser.json", 30));
        QCOMPARE(visibleText(*m_window, "problem"), QString());
        QVERIFY(visibleText(*m_window, "answer").startsWith(QStringLiteral("30 slices")));
        QVERIFY(m_window->findChild<FindingsTable*>()->isVisible());
        QVERIFY(!runButton()->isEnabled());
        QCOMPARE(runButton()->toolTip(),
                 QStringLiteral("This trace was recorded elsewhere: it cannot be run."));
        QCOMPARE(visibleText(*m_window, "settingsError"), runButton()->toolTip());
        QVERIFY(m_window->findChildren<SettingRow*>().isEmpty());
        QVERIFY(!m_window->findChild<PresetChips*>()->isVisible());
        QVERIFY(!m_window->findChild<SpeedControl*>()->isEnabled());
        QVERIFY(m_window->findChild<ExperimentList*>()->tree()->currentItem() == nullptr);
        QTest::keyClick(plots(), Qt::Key_Space);
        QVERIFY(!m_window->session().running());
        // What can be done with a run can be done with it.
        QVERIFY(plots()->trace() == m_window->session().run()->trace());
        plots()->view().measure(MeasuredStretch{plots()->trace().get(), {1'000'000, 5'000'000}});
        QVERIFY(m_window->findChild<Drawer*>()->open());
        for (QAction* action : m_window->findChild<ExportMenu*>()->menu()->actions())
            if (action->text().startsWith(QStringLiteral("Settings")))
                QVERIFY(!action->isEnabled());
    }

    void anExperimentOfTheListLeadsBack()
    {
        openFile(foreignFile("browser.json", 3));
        auto* tree = m_window->findChild<ExperimentList*>()->tree();
        const auto bank = tree->findItems(QStringLiteral("Bank account"), Qt::MatchRecursive);
        QCOMPARE(bank.size(), 1);
        tree->setCurrentItem(bank.front()); // which was the one before
        QCOMPARE(m_window->setup().experiment().id(), std::string("bank"));
        QVERIFY(runButton()->isEnabled());
        QVERIFY(m_window->findChild<SpeedControl*>()->isEnabled());
        QCOMPARE(visibleText(*m_window, "settingsError"), QString());
        QCOMPARE(visibleText(*m_window, "answer"), QString());
        QVERIFY(!m_window->findChildren<SettingRow*>().isEmpty());
        QVERIFY(m_window->setup().set("seconds", 0.2));
        QSignalSpy finished(&m_window->session(), &Session::finished);
        QTest::mouseClick(runButton(), Qt::LeftButton);
        QVERIFY(finished.wait(kCeilingMs));
    }

    void itIsNotRemembered()
    {
        m_window->setup().choose("deposit");
        openFile(foreignFile("browser.json", 3));
        m_window->close();
        openWindow();
        QCOMPARE(m_window->setup().experiment().id(), std::string("deposit"));
    }

    void twoAreCompared()
    {
        openFile(foreignFile("before.json", 30));
        m_window->findChild<TopBar*>()->compare()->click();
        auto* comparison = m_window->findChild<Comparison*>();
        QVERIFY(comparison->comparing());
        QVERIFY(!runButton()->isEnabled());
        openFile(foreignFile("after.json", 60));
        QVERIFY(comparison->comparing());
        QVERIFY(comparison->pinned() != m_window->session().run());
        QCOMPARE(comparison->difference(), QStringLiteral("another trace"));
    }

    void itIsSavedAndOpenedAgain()
    {
        openFile(foreignFile("browser.json", 12));
        const QString answer = visibleText(*m_window, "answer");
        const Recording recording = recordingOf(*m_window->session().run());
        QVERIFY(saveRecording(recording, path("saved.tscape").toStdString()));
        std::ofstream out(path("saved.json").toStdString());
        writeChromeTrace(recording, out);
        out.close();
        for (const char* file : {"saved.tscape", "saved.json"}) {
            m_window->setup().choose("bank");
            openFile(path(file));
            QCOMPARE(visibleText(*m_window, "answer"), answer);
            QCOMPARE(m_window->setup().experiment().identity().question.source, std::string("browser.json"));
            QVERIFY(!runButton()->isEnabled());
        }
    }

    void oursIsTheRunThatItWas()
    {
        QVERIFY(m_window->setup().set("seconds", 0.4));
        QSignalSpy finished(&m_window->session(), &Session::finished);
        QTest::mouseClick(runButton(), Qt::LeftButton);
        QVERIFY(finished.wait(kCeilingMs));
        const QString answer = visibleText(*m_window, "answer");
        std::ofstream out(path("bank.json").toStdString());
        writeChromeTrace(recordingOf(*m_window->session().run()), out);
        out.close();
        m_window->setup().choose("deposit");

        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path("bank.json"))});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        m_window->files().wait();
        QCOMPARE(m_window->setup().experiment().id(), std::string("bank"));
        QCOMPARE(visibleText(*m_window, "answer"), answer);
        QVERIFY(runButton()->isEnabled());
    }

    void whatIsNotDrawnIsSaid()
    {
        openFile(partlyDrawn());
        QVERIFY(visibleText(*m_window, "answer").startsWith(QStringLiteral("4 of 7 slices")));
        QCOMPARE(visibleText(*m_window, "omissions"),
                 QStringLiteral("3 slices are not drawn: they lie deeper than four levels. "
                                "2 async events are not drawn. 2 instants are not drawn. "
                                "2 flow events are not drawn."));
        QCOMPARE(visibleText(*m_window, "problem"), QString()); // once is enough
        m_window->setup().choose("bank");
        QCOMPARE(visibleText(*m_window, "omissions"), QString());
    }

    void figuresOfAllSizesSayIt()
    {
        openFile(partlyDrawn());
        for (const QSize size : {QSize(1600, 900), QSize(605, 378), QSize(302, 227)}) {
            const QString text = textOfFigure(size);
            for (const char* words : {"3 slices are not drawn", "2 async events", "2 flow events"})
                QVERIFY2(text.contains(QLatin1StringView(words)), qPrintable(text));
            QVERIFY2(!text.contains(QStringLiteral("7 slices in")) || text.contains(QStringLiteral("4 of 7")),
                     qPrintable(text));
        }
        openFile(foreignFile("browser.json", 3));
        QVERIFY(!textOfFigure({1600, 900}).contains(QStringLiteral("not drawn")));
    }

    void slicesWithoutABoxAreCounted()
    {
        QByteArray file = R"([{"ph":"X","name":"long","pid":1,"tid":1,"ts":0,"dur":1000000})";
        for (int i = 0; i < 50; ++i)
            file += QStringLiteral(R"(,{"ph":"X","name":"short","pid":1,"tid":1,"ts":%1,"dur":1})")
                        .arg(i * 20'000)
                        .toUtf8();
        openFile(written("short.json", file));
        QCOMPARE(plots()->findChild<LegendStrip*>()->note(), QStringLiteral("50 slices are too small here"));
        QVERIFY(textOfFigure({1600, 900}).contains(QStringLiteral("50 slices are too small here")));
        plots()->view().setWindow({0, 10'000});
        QTRY_COMPARE_WITH_TIMEOUT(plots()->findChild<LegendStrip*>()->note(), QString(), kCeilingMs);
        m_window->setup().choose("bank");
        QCOMPARE(plots()->findChild<LegendStrip*>()->note(), QString());
    }

    void aPartIsNotSaved()
    {
        openFile(partlyDrawn());
        QCOMPARE(traceActions().size(), std::size_t{3});
        for (QAction* action : traceActions()) {
            QVERIFY(!action->isEnabled());
            QVERIFY(action->toolTip().startsWith(QStringLiteral("Only a part of deep.json is shown")));
        }
        const Run& run = *m_window->session().run();
        QVERIFY(!writeRecordingFile(path("again.tscape").toStdString(), run));
        QVERIFY(!writeTraceFile(path("again.json").toStdString(), run));
        QVERIFY(!writeTraceTables(path("tables").toStdString(), run));
        for (const char* file : {"again.tscape", "again.json", "tables"})
            QVERIFY(!QFileInfo::exists(path(file)));
        openFile(foreignFile("browser.json", 3)); // all of which is drawn
        for (QAction* action : traceActions()) {
            QVERIFY(action->isEnabled());
            QVERIFY(!action->toolTip().contains(QStringLiteral("part")));
        }
        QVERIFY(writeTraceFile(path("again.json").toStdString(), *m_window->session().run()));
        QFile was(path("browser.json"));
        QFile is(path("again.json"));
        QVERIFY(was.open(QIODevice::ReadOnly) && is.open(QIODevice::ReadOnly));
        QCOMPARE(is.readAll(), was.readAll());
    }

    void countersAreWhatTheyAreInTheFile()
    {
        openFile(written("load.json",
                         R"([{"ph":"X","name":"build","pid":1,"tid":1,"ts":0,"dur":100},
                             {"ph":"C","name":"load","pid":1,"ts":0,"args":{"load":0.125}},
                             {"ph":"C","name":"load","pid":1,"ts":50,"args":{"load":0.75}}])"));
        QCOMPARE(plots()->plots().size(), std::size_t{2});
        auto* values = dynamic_cast<ValuesPlot*>(plots()->plots()[1]);
        QVERIFY(values != nullptr);
        const QRectF area = values->area();
        QCOMPARE(values->hover(area.center() - QPointF(area.width() / 4, 0)),
                 QStringLiteral("load is 0.125"));
        QCOMPARE(values->hover(area.center() + QPointF(area.width() / 4, 0)), QStringLiteral("load is 0.75"));
        QVERIFY(values->yAxis->range().upper < 1);
        const QString figure = textOfFigure({1600, 900});
        QVERIFY2(figure.contains(QStringLiteral("0.4")), qPrintable(figure));
        QVERIFY2(!figure.contains(QStringLiteral("1000")), qPrintable(figure));
    }

    void aBrokenEventIsTold()
    {
        const QString name = foreignFile("browser.json", 30);
        QFile file(name);
        QVERIFY(file.open(QIODevice::Append));
        file.write(",{\"ph\":\"X\",\"ts\":true}]");
        file.close();
        openFile(name);
        QCOMPARE(visibleText(*m_window, "problem"),
                 QStringLiteral("browser.json is damaged: 1 of 32 events could not be read."));
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::ForeignTraceTest)
#include "foreign_trace_test.moc"
