#include "window/shell/main_window.h"

#include "app/text/pseudo_translator.h"
#include "lab/run/recording.h"
#include "plots/lanes/timeline_plot.h"
#include "plots/speedup/speedup_plot.h"
#include "text/language.h"
#include "view/speedup/found_point.h"

#include <QAction>
#include <QClipboard>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace threadscape {

namespace {

constexpr int kCeilingMs = 30000;

void moveTo(QWidget& widget, QPointF at)
{
    QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

QPointF middleOf(const Plot& plot)
{
    return plot.area().translated(plot.pos()).center();
}

// Colours of the lanes: there is a run in the picture.
bool showsWork(PlotStack& plots, const Theme& theme)
{
    const QImage image = plots.grab().toImage();
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == theme.state(State::running).fill ||
                image.pixelColor(x, y) == theme.state(State::sleep).fill)
                return true;
    return false;
}

} // namespace

/// The real window with a pinned run.
class ComparisonTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;

    Comparison& comparison() { return *m_window->findChild<Comparison*>(); }
    PlotStack& lower() { return *comparison().plots(); }
    PlotStack& upper() { return *comparison().pinnedPlots(); }
    QToolButton& button() { return *m_window->findChild<QToolButton*>(QStringLiteral("compare")); }
    RunHeader& header(const char* name) { return *m_window->findChild<RunHeader*>(QLatin1String(name)); }
    QString answer() { return m_window->findChild<Headline*>()->answer(); }

    void open(const char* experiment, QSize size = {1440, 900})
    {
        m_window = std::make_unique<MainWindow>(std::nullopt);
        m_window->setup().choose(experiment);
        m_window->resize(size);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get(), kCeilingMs));
    }

    void run()
    {
        QSignalSpy finished(&m_window->session(), &Session::finished);
        QTest::keyClick(&lower(), Qt::Key_Space);
        QVERIFY(finished.count() > 0 || finished.wait(kCeilingMs));
    }

    // A short run of the bank, pinned.
    void pinABank(double seconds = 0.3)
    {
        open("bank");
        QVERIFY(m_window->setup().set("seconds", seconds));
        run();
        button().click();
        QVERIFY(comparison().comparing());
    }

    // An experiment that measures a speedup, quickly.
    void openASpeedup()
    {
        open("integrate");
        makeItQuick();
    }

    void makeItQuick()
    {
        for (const auto& [name, value] : {std::pair{"iterations", 1000}, {"repeats", 1}, {"jobs_max", 2}})
            QVERIFY(m_window->setup().set(name, std::int64_t{value}));
    }

    QImage copiedFigure()
    {
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        return QGuiApplication::clipboard()->image();
    }

    // The entry of the smallest figure, as the menu shows it when it is opened.
    QAction& halfAPage()
    {
        for (QMenu* menu : m_window->findChild<ExportMenu*>()->menu()->findChildren<QMenu*>())
            emit menu->aboutToShow();
        for (QAction* action : m_window->findChild<ExportMenu*>()->menu()->findChildren<QAction*>())
            if (action->text().startsWith(QStringLiteral("Half a page")))
                return *action;
        qFatal("there is no such entry");
    }

    static QString seen(const Plot& plot) { return plot.isVisible() ? QStringLiteral("shown") : QString(); }

    // Everything that makes a length in one a length in the other.
    void compareScales()
    {
        QCOMPARE(upper().size(), lower().size());
        QCOMPARE(upper().view().window(), lower().view().window());
        QCOMPARE(upper().plots().size(), lower().plots().size());
        for (std::size_t i = 0; i < lower().plots().size(); ++i) {
            const Plot& above = *upper().plots()[i];
            const Plot& below = *lower().plots()[i];
            QCOMPARE(seen(above), seen(below));
            if (!above.isVisible())
                continue;
            QCOMPARE(above.geometry(), below.geometry());
            QCOMPARE(above.area(), below.area());
            QCOMPARE(above.yAxis->range().lower, below.yAxis->range().lower);
            QCOMPARE(above.yAxis->range().upper, below.yAxis->range().upper);
        }
    }

private slots:
    void initTestCase() { installLanguage(); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_window.reset(); }

    void thereIsSomethingToPinOnceARunHasEnded()
    {
        open("bank");
        QVERIFY(m_window->setup().set("seconds", 600.0));
        QVERIFY(!button().isEnabled());
        QTest::keyClick(&lower(), Qt::Key_Space);
        QVERIFY(!button().isEnabled());
        QSignalSpy finished(&m_window->session(), &Session::finished);
        m_window->session().stop();
        QVERIFY(finished.wait(kCeilingMs));
        QVERIFY(button().isEnabled());
        QVERIFY(!button().isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(comparison().comparing(), kCeilingMs);
        QVERIFY(button().isChecked());
    }

    void twoSpeedupsLieInOnePlot()
    {
        openASpeedup();
        run();
        QVERIFY(lower().run().study);
        const auto curves = [this](bool before) {
            const auto& all = static_cast<SpeedupPlot*>(lower().plots().front())->picture().curves;
            return std::ranges::count(all, before, &SpeedupCurve::before);
        };
        QVERIFY(curves(false) > 0 && curves(true) == 0);
        button().click();
        // The empty picture of the next, with the pinned run in it, and all the room for both.
        QVERIFY(comparison().comparing() && comparison().pinnedPlots() == nullptr);
        QCOMPARE(comparison().findChildren<PlotStack*>().size(), 1); // nor are any hidden
        QVERIFY(header("pinnedHeader").isVisible() && header("lowerHeader").isVisible());
        QVERIFY(lower().height() > comparison().height() * 3 / 4);
        QVERIFY(!lower().trace());
        QVERIFY(curves(false) == 0 && curves(true) > 0);
        QVERIFY(m_window->setup().set("repeats", std::int64_t{2}));
        run();
        QVERIFY(curves(false) > 0 && curves(true) > 0);
        const QString caption = copiedFigure().text(QStringLiteral("Description"));
        QVERIFY2(caption.contains(QStringLiteral("Dashed: this run. Solid: ")) &&
                     caption.endsWith(QStringLiteral("1 → 2.")),
                 qPrintable(caption));
        QVERIFY(halfAPage().toolTip().startsWith(QStringLiteral("The curves alone")));
        // Another experiment hides it.
        m_window->setup().choose("bank");
        QVERIFY(!lower().run().study);
        button().click();
        QVERIFY(!comparison().comparing());
    }

    // Plots of its own that another pin had go, and come back with the next.
    void aSpeedupTakesThePlaceOfAPinWithPlots()
    {
        pinABank();
        m_window->setup().choose("integrate");
        makeItQuick();
        run();
        button().click();
        QVERIFY(comparison().comparing() && !comparison().standsAbove());
        QCOMPARE(comparison().findChildren<PlotStack*>().size(), 1);
        m_window->setup().choose("bank");
        QVERIFY(m_window->setup().set("seconds", 0.3));
        run();
        button().click();
        QVERIFY(comparison().standsAbove());
        compareScales();
    }

    void anOpenedSpeedupBringsItsPoints()
    {
        openASpeedup();
        run();
        const auto curves = [this] {
            return static_cast<SpeedupPlot*>(lower().plots().front())->picture().curves;
        };
        const auto measured = curves().size();
        QVERIFY(measured > 0);
        const QString file = m_folder->filePath(QStringLiteral("run.tscape"));
        QVERIFY(saveRecording(recordingOf(*m_window->session().run()), file.toStdString()));
        m_window->setup().choose("bank");
        m_window->openFile(file);
        m_window->files().wait();
        QVERIFY(lower().run().study);
        QCOMPARE(curves().size(), measured);
        // Pinned, it lies behind the next.
        button().click();
        QCOMPARE(curves().size(), measured);
        QVERIFY(curves().front().before);
    }

    void theAnswersNumberLeadsToItsPoint()
    {
        openASpeedup();
        QVERIFY(m_window->setup().set("backends", std::string("threads")));
        run();
        const auto best =
            evidencePoint(m_window->session().run()->answer(), m_window->session().run()->findings());
        if (!best) { // on a busy machine there is none to lead to
            QVERIFY(!std::holds_alternative<std::string>(
                m_window->session().run()->findings().find("best_backend")->value));
            QVERIFY(!lower().run().evidencePoint);
            return;
        }
        QVERIFY(best->backend == Backend::threads);
        QVERIFY(lower().run().evidencePoint == best);
        const TimeWindow whole = lower().view().window();
        emit m_window->findChild<Headline*>()->findingAsked(QStringLiteral("best_speedup"));
        QVERIFY(lower().view().state().chosen == best);
        QVERIFY(lower().view().window().lengthNs() < whole.lengthNs());
        // What was measured is not outlined in the picture of what will be.
        button().click();
        QVERIFY(!lower().run().evidencePoint);
    }

    void theNextRunStandsBelow()
    {
        pinABank();
        const auto pinned = m_window->session().run()->trace();
        const QString pinnedAnswer = header("pinnedHeader").words();
        QVERIFY(!pinnedAnswer.isEmpty());
        QVERIFY(upper().trace() == pinned);
        QVERIFY(!lower().trace()); // the empty picture
        QCOMPARE(answer(), QString());
        QCOMPARE(comparison().difference(), QStringLiteral("the same settings"));

        QVERIFY(m_window->setup().set("withdrawers", std::int64_t{3}));
        QVERIFY(m_window->setup().set("seconds", 0.6));
        QCOMPARE(comparison().difference(), QStringLiteral("withdrawers 10 → 3, time 300 ms → 600 ms"));
        compareScales();
        run();
        QVERIFY(upper().trace() == pinned);
        QVERIFY(lower().trace() == m_window->session().run()->trace());
        QVERIFY(lower().trace() != pinned);
        QCOMPARE(header("pinnedHeader").words(), pinnedAnswer);
        QCOMPARE(comparison().difference(), QStringLiteral("withdrawers 10 → 3, time 300 ms → 600 ms"));
        QVERIFY(lower().view().window().toNs >= 600'000'000);
        compareScales();
        const Theme& theme = m_window->appearance().theme();
        QVERIFY(showsWork(upper(), theme));
        QVERIFY(showsWork(lower(), theme));
        QVERIFY(!answer().isEmpty());

        run(); // once more: the pin survives
        QVERIFY(upper().trace() == pinned);
        QVERIFY(showsWork(upper(), theme));
        compareScales();
    }

    void valuesAreOnOneScale()
    {
        open("deposit");
        QVERIFY(m_window->setup().set("deposits", std::int64_t{12}));
        QVERIFY(m_window->setup().set("workers", std::int64_t{4}));
        run();
        button().click();
        QVERIFY(m_window->setup().set("deposits", std::int64_t{40}));
        QVERIFY(m_window->setup().set("work_ms", std::int64_t{3}));
        run();
        QCOMPARE(comparison().difference(), QStringLiteral("deposits 12 → 40, work 50 ms → 3 ms"));
        compareScales();
        QVERIFY(upper().plots().back()->yAxis->range().upper >= 40);
    }

    void barsAreOnOneScale()
    {
        open("counter");
        QVERIFY(m_window->setup().set("increments", std::int64_t{50'000}));
        run();
        button().click();
        QVERIFY(m_window->setup().set("increments", std::int64_t{100'000}));
        run();
        const StackNeeds above = upper().needs();
        const StackNeeds below = lower().needs();
        QCOMPARE(below.plots.back().values.front().high, 2 * above.plots.back().values.front().high);
        // Half of what was expected is half as long.
        const Theme& theme = m_window->appearance().theme();
        const auto expectedPx = [&](PlotStack& stack) {
            const QImage image = stack.plots().back()->grab().toImage();
            int most = 0;
            for (int y = 0; y < image.height(); ++y) {
                int row = 0;
                for (int x = 0; x < image.width(); ++x)
                    row += image.pixelColor(x, y) == theme.state(State::sleep).fill ? 1 : 0;
                most = std::max(most, row);
            }
            return most;
        };
        const int shorter = expectedPx(upper());
        const int longer = expectedPx(lower());
        QVERIFY2(shorter > 0 && std::abs(2 * shorter - longer) <= 4,
                 qPrintable(QStringLiteral("%1 and %2 px").arg(shorter).arg(longer)));
    }

    void zoomAndPanAreLinked()
    {
        pinABank();
        run();
        const TimeWindow all = lower().view().window();
        upper().setFocus();
        QTest::keyClick(&upper(), Qt::Key_W);
        QTest::keyClick(&upper(), Qt::Key_D);
        QVERIFY(upper().view().window().lengthNs() < all.lengthNs());
        QCOMPARE(lower().view().window(), upper().view().window());
        QTest::keyClick(&lower(), Qt::Key_Backspace); // a zoom of the other goes back here too
        QCOMPARE(lower().view().window(), all);
        QCOMPARE(upper().view().window(), all);
        lower().view().setWindow({100'000'000, 200'000'000});
        QCOMPARE(upper().view().window(), (TimeWindow{100'000'000, 200'000'000}));
        QTest::keyClick(&upper(), Qt::Key_F);
        QCOMPARE(lower().view().window(), all);
        QCOMPARE(upper().view().window(), all);
        QVERIFY(upper().view().following() && lower().view().following());
    }

    void lanesScrollTogether()
    {
        open("bank", {1024, 700});
        QVERIFY(m_window->setup().set("seconds", 0.2));
        QVERIFY(m_window->setup().set("withdrawers", std::int64_t{30})); // more than fit
        run();
        button().click();
        run();
        const auto scroll = [](PlotStack& stack) {
            return static_cast<TimelinePlot*>(stack.plots().front())->scroll();
        };
        QTest::keyClick(&upper(), Qt::Key_Down);
        QVERIFY(scroll(upper()) > 0);
        QCOMPARE(scroll(lower()), scroll(upper()));
        QTest::keyClick(&lower(), Qt::Key_Up);
        QCOMPARE(scroll(upper()), 0.0);
    }

    void aZoomStaysWhileSettingsAreMoved()
    {
        pinABank();
        upper().view().setWindow({100'000'000, 200'000'000});
        QVERIFY(m_window->setup().set("withdrawers", std::int64_t{3}));
        QCOMPARE(upper().view().window(), (TimeWindow{100'000'000, 200'000'000}));
        QCOMPARE(lower().view().window(), upper().view().window());
    }

    void theCrosshairStandsInBoth()
    {
        pinABank();
        run();
        QCoreApplication::processEvents();
        const QImage before = upper().plots().front()->grab().toImage();
        moveTo(lower(), middleOf(*lower().plots().front()));
        QVERIFY(upper().plots().front()->grab().toImage() != before);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&lower(), &leave);
        QCOMPARE(upper().plots().front()->grab().toImage(), before);
    }

    void tablesTellOfTheRunThatWasMeasured()
    {
        pinABank();
        QVERIFY(m_window->setup().set("withdrawers", std::int64_t{2}));
        run();
        Drawer& drawer = *m_window->findChild<Drawer*>();
        upper().view().measure(MeasuredStretch{upper().trace().get(), {0, 200'000'000}});
        QCOMPARE(drawer.threads().rowCount(), 16);
        lower().view().measure(MeasuredStretch{lower().trace().get(), {0, 200'000'000}});
        QCOMPARE(drawer.threads().rowCount(), 8);
        upper().view().measure(MeasuredStretch{upper().trace().get(), {0, 100'000'000}});
        QCOMPARE(drawer.threads().rowCount(), 16);
        button().click(); // the pinned run goes, and its tables with it
        QCOMPARE(drawer.threads().rowCount(), 8);
    }

    void unpinningGivesTheRoomBack()
    {
        pinABank();
        const auto pinned = m_window->session().run()->trace();
        button().click();
        QVERIFY(!comparison().comparing());
        QVERIFY(lower().trace() == pinned); // nothing ran since: unchanged
        QVERIFY(!answer().isEmpty());
        QCOMPARE(lower().size(), comparison().size());
        QVERIFY(lower().plots()[1]->isVisible());

        button().click();
        run();
        QToolButton* close = header("pinnedHeader").button();
        close->setFocus();
        QTest::keyClick(close, Qt::Key_Escape);
        QVERIFY(!comparison().comparing());
        QVERIFY(lower().trace() == m_window->session().run()->trace());
        QVERIFY(lower().trace() != pinned);
        QVERIFY(!header("lowerHeader").isVisible());

        button().click();
        QVERIFY(comparison().comparing());
        header("pinnedHeader").button()->click();
        QVERIFY(!comparison().comparing());
    }

    void theLowerRunIsPinnedInstead()
    {
        pinABank();
        QToolButton* instead = header("lowerHeader").button();
        QVERIFY(!instead->isVisible());
        run();
        const auto second = m_window->session().run()->trace();
        QVERIFY(instead->isVisible());
        instead->click();
        QVERIFY(upper().trace() == second);
        QVERIFY(!lower().trace());
        run();
        QVERIFY(upper().trace() == second);
        QVERIFY(lower().trace() == m_window->session().run()->trace());
    }

    void anotherExperimentHidesThePin()
    {
        pinABank();
        const auto pinned = comparison().pinned()->trace();
        m_window->setup().choose("deposit");
        QVERIFY(!comparison().comparing());
        QVERIFY(!button().isChecked());
        QVERIFY(!button().isEnabled());
        QCOMPARE(lower().size(), comparison().size());
        run();
        m_window->setup().choose("bank");
        QVERIFY(comparison().comparing());
        QVERIFY(button().isChecked());
        QVERIFY(upper().trace() == pinned);
        QVERIFY(!lower().trace());
        compareScales();
        // A pin of the other experiment takes its place, whatever plots that has.
        m_window->setup().choose("counter");
        QVERIFY(m_window->setup().set("rounds", std::int64_t{2}));
        run();
        button().click();
        QVERIFY(upper().trace() == m_window->session().run()->trace());
        run();
        compareScales();
    }

    void anOpenedRunIsCompared()
    {
        pinABank();
        const auto pinned = comparison().pinned()->trace();
        const QString file = m_folder->filePath(QStringLiteral("run.tscape"));
        QVERIFY(saveRecording(recordingOf(*m_window->session().run()), file.toStdString()));
        m_window->openFile(file);
        m_window->files().wait();
        QVERIFY(upper().trace() == pinned);
        QVERIFY(lower().trace() && lower().trace() != pinned);
        QCOMPARE(comparison().difference(), QStringLiteral("the same settings"));
        compareScales();
    }

    void inMidRun()
    {
        pinABank();
        QVERIFY(m_window->setup().set("seconds", 60.0));
        QSignalSpy frames(&m_window->session(), &Session::frame);
        QTest::keyClick(&lower(), Qt::Key_Space);
        for (const Scheme scheme : {Scheme::dark, Scheme::light}) {
            for (const int step : {2, -1, 0}) {
                m_window->appearance().set(scheme, step);
                QVERIFY(frames.wait(kCeilingMs));
                compareScales();
                QVERIFY(showsWork(upper(), m_window->appearance().theme()));
            }
        }
        // Frozen from the pinned run's plots: the active run is the one that freezes.
        upper().setFocus();
        QTest::keyClick(&upper(), Qt::Key_H);
        QVERIFY(lower().view().held());
        QVERIFY(!upper().view().state().heldIn(upper().trace().get()));
        QTest::keyClick(&upper(), Qt::Key_End);
        QVERIFY(!lower().view().held());
        QCoreApplication::processEvents();
        compareScales();
        QVERIFY(m_window->setup().set("withdrawers", std::int64_t{12})); // live
        QTRY_VERIFY_WITH_TIMEOUT(
            comparison().difference().contains(QStringLiteral("withdrawers 10 → 10, then 12")), kCeilingMs);
        button().click(); // in mid-run too
        QVERIFY(m_window->session().running());
        QCOMPARE(lower().size(), comparison().size());
        QVERIFY(!button().isEnabled());
    }

    void aHeldRunIsOnTheSameScaleOnceLetGo()
    {
        open("deposit");
        QVERIFY(m_window->setup().set("deposits", std::int64_t{4}));
        QVERIFY(m_window->setup().set("workers", std::int64_t{1}));
        run();
        button().click();
        QVERIFY(m_window->setup().set("deposits", std::int64_t{20}));
        QSignalSpy finished(&m_window->session(), &Session::finished);
        QTest::keyClick(&lower(), Qt::Key_Space);
        lower().view().setHeld(true);
        QVERIFY(finished.count() > 0 || finished.wait(kCeilingMs));
        QVERIFY(lower().view().held());
        lower().view().setHeld(false);
        QCoreApplication::processEvents();
        QVERIFY(lower().view().window().toNs >= m_window->session().run()->elapsedNs());
        compareScales();
    }

    void smallWindowsKeepWhatTellsMost()
    {
        open("bank", {1024, 700});
        QVERIFY(m_window->setup().set("seconds", 0.3));
        run();
        QVERIFY(lower().plots()[1]->isVisible());
        button().click();
        run();
        QCoreApplication::processEvents();
        compareScales();
        QVERIFY(lower().plots()[0]->isVisible()); // all fifteen lanes, and so nothing else
        QVERIFY(!lower().plots()[1]->isVisible() && !lower().plots()[2]->isVisible());
        m_window->resize(1440, 1400);
        QTRY_VERIFY_WITH_TIMEOUT(lower().plots()[1]->isVisible(), kCeilingMs);
        compareScales();
    }

    void fewLanesLeaveRoomForTheLine()
    {
        open("deposit", {1024, 700});
        run();
        button().click();
        run();
        QCoreApplication::processEvents();
        compareScales();
        QVERIFY(lower().plots()[0]->isVisible());
        QVERIFY(!lower().plots()[1]->isVisible()); // contention
        QVERIFY(lower().plots()[2]->isVisible());
        QVERIFY(lower().plots()[2]->area().height() >= 24);
    }

    void figuresHoldBoth()
    {
        pinABank();
        QVERIFY(halfAPage().toolTip().startsWith(QStringLiteral("The lanes alone")));
        const QString without = copiedFigure().text(QStringLiteral("Description"));
        QVERIFY(!without.isEmpty());
        QVERIFY(!without.contains(QStringLiteral("Below")));
        QVERIFY(m_window->setup().set("withdrawers", std::int64_t{3}));
        run();
        const QImage figure = copiedFigure();
        QCOMPARE(figure.size(), QSize(1600, 900));
        QVERIFY2(
            figure.text(QStringLiteral("Description")).endsWith(QStringLiteral("Below: withdrawers 10 → 3.")),
            qPrintable(figure.text(QStringLiteral("Description"))));
        // On a page two runs take more, and the menu says so.
        for (QAction* action : m_window->findChild<ExportMenu*>()->menu()->findChildren<QAction*>())
            if (action->text() == QStringLiteral("Page, 160 × 180 mm"))
                action->trigger();
        QCOMPARE(copiedFigure().size(), QSize(605, 680));
    }

    // What makes ten withdrawers unlike must be seen of both runs in a small window, too.
    void allLanesAreSeenInASmallWindow()
    {
        pinABank();
        m_window->resize(1024, 700);
        run();
        for (PlotStack* stack : {comparison().plots(), comparison().pinnedPlots()}) {
            const auto* const lanes = dynamic_cast<const TimelinePlot*>(stack->plots().front());
            QVERIFY(lanes != nullptr);
            QCOMPARE(lanes->hiddenHeight(), 0.0);
        }
    }

    void noTextEscapesTheTranslators()
    {
        PseudoTranslator pseudo;
        QCoreApplication::installTranslator(&pseudo);
        pinABank();
        run();
        for (const char* name : {"pinnedHeader", "lowerHeader"}) {
            QStringList texts;
            for (const QLabel* label : header(name).findChildren<QLabel*>())
                texts << label->text();
            const QToolButton& tool = *header(name).button();
            texts << tool.toolTip() << tool.accessibleName() << (tool.text().isEmpty() ? "[]" : tool.text());
            for (const QString& text : texts)
                QVERIFY2(PseudoTranslator::covers(text), qPrintable(text));
        }
        QCoreApplication::removeTranslator(&pseudo);
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::ComparisonTest)
#include "comparison_test.moc"
