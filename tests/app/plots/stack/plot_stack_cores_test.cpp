#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "app/view/lanes/core_run.h"
#include "export/figure.h"
#include "lab/run/registry.h"
#include "plots/lanes/fold_button.h"
#include "plots/plot.h"
#include "plots/stack/legend_strip.h"
#include "plots/stack/plot_stack.h"
#include "support/event_stream.h"
#include "support/made_up_run.h"
#include "support/synthetic_trace.h"

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

using namespace threadscape;
using namespace threadscape::samples;

/// Which thread ran on each core, below the lanes.
class PlotStackCoresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void closedAtFirst();
    void aClickOpensThem();
    void theKeyOpensThem();
    void openWhereTheExperimentSaysSo();
    void keptFromRunToRun();
    void noCoresNoHeading();
    void theLanesKeepTheirPlaces();
    void sharesOfCoresAreNotCounted();
    void whoRanIsTold();
    void aThreadThatIsPointedAtIsLit();
    void aFigureShowsWhatIsShown();
    void whatAllOfAGroupHaveIsNamedOnce();

private:
    static constexpr double kPitch = 56; // of few lanes

    void show(const std::shared_ptr<Trace>& trace = CoreRun::make());
    FoldButton& fold() const { return *m_stack->findChild<FoldButton*>(); }
    Plot* plot() const { return m_stack->plots().front(); }
    QImage picture() const { return plot()->grab().toImage(); }
    int greenIn(const QImage& image) const;
    void press(Qt::Key key) const { QTest::keyClick(m_stack.get(), key); }
    QString told(QPointF inPlot);
    // In the lane of the core with that index, the last of them at the area's foot or below the heading.
    QPointF inCore(int index, double share) const;

    static SyntheticSpec spec()
    {
        SyntheticSpec spec;
        spec.depositors = 2;
        spec.withdrawers = 0;
        spec.seconds = 0;
        return spec;
    }

    std::unique_ptr<PlotStack> m_stack;
};

void PlotStackCoresTest::init()
{
    m_stack = std::make_unique<PlotStack>();
    m_stack->setTheme(Theme::light());
    m_stack->resize(900, 640);
}

void PlotStackCoresTest::show(const std::shared_ptr<Trace>& trace)
{
    m_stack->setRun(runOf(trace, syntheticExperiment(spec())));
    m_stack->show();
    m_stack->refresh();
}

int PlotStackCoresTest::greenIn(const QImage& image) const
{
    const QRgb running = Theme::light().state(State::running).fill.rgb();
    int found = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            found += image.pixel(x, y) == running ? 1 : 0;
    return found;
}

QPointF PlotStackCoresTest::inCore(int index, double share) const
{
    const QRectF heading = QRectF(fold().geometry()).translated(-plot()->pos());
    return {plot()->area().left() + share * plot()->area().width(),
            heading.bottom() + (index + 0.5) * kPitch};
}

QString PlotStackCoresTest::told(QPointF inPlot)
{
    const auto move = [this](QPointF at) {
        QMouseEvent event(QEvent::MouseMove, at, m_stack->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                          Qt::NoModifier);
        QApplication::sendEvent(m_stack.get(), &event);
    };
    move({1, 1});
    QSignalSpy spy(m_stack.get(), &PlotStack::hovered);
    move(inPlot + plot()->pos());
    return spy.empty() ? QString() : spy.last().front().toString();
}

void PlotStackCoresTest::closedAtFirst()
{
    show();
    QVERIFY(!m_stack->view().state().coresOpen);
    QVERIFY(fold().isVisible());
    QVERIFY(!fold().isChecked());
    QCOMPARE(fold().text(), QStringLiteral("2 cores"));
    QVERIFY(fold().toolTip().contains(QStringLiteral("(C)")));
    QVERIFY(!fold().accessibleName().isEmpty());
    QVERIFY(fold().focusPolicy() & Qt::TabFocus);
    QVERIFY(fold().geometry().right() <= plot()->area().left() + plot()->x());
}

void PlotStackCoresTest::aClickOpensThem()
{
    show();
    const int before = greenIn(picture());
    int toggled = 0;
    connect(&m_stack->view(), &ViewModel::changed, this,
            [&](ViewParts parts) { toggled += parts.has(ViewPart::cores) ? 1 : 0; });
    QTest::mouseClick(&fold(), Qt::LeftButton);
    QVERIFY(m_stack->view().state().coresOpen);
    QVERIFY(fold().isChecked());
    QCOMPARE(toggled, 1);
    QVERIFY(greenIn(picture()) > before * 11 / 10);
    QTest::mouseClick(&fold(), Qt::LeftButton);
    QVERIFY(!m_stack->view().state().coresOpen);
    QVERIFY(!fold().isChecked());
    QCOMPARE(greenIn(picture()), before);
}

void PlotStackCoresTest::theKeyOpensThem()
{
    show();
    press(Qt::Key_C);
    QVERIFY(m_stack->view().state().coresOpen);
    press(Qt::Key_C);
    QVERIFY(!m_stack->view().state().coresOpen);
    QTest::keyClick(&fold(), Qt::Key_Space);
    QVERIFY(m_stack->view().state().coresOpen);
}

void PlotStackCoresTest::openWhereTheExperimentSaysSo()
{
    const auto cores = makeExperiment("cores");
    QVERIFY(cores.has_value());
    m_stack->setExperiment(**cores, {});
    m_stack->show();
    QVERIFY(m_stack->view().state().coresOpen);
    // What is chosen for those that show them does not count for the others.
    press(Qt::Key_C);
    QVERIFY(!m_stack->view().state().coresOpen);
    show();
    QVERIFY(!m_stack->view().state().coresOpen);
    press(Qt::Key_C);
    m_stack->setExperiment(**cores, {});
    QVERIFY(!m_stack->view().state().coresOpen);
}

void PlotStackCoresTest::keptFromRunToRun()
{
    show();
    press(Qt::Key_C);
    m_stack->setExperiment(*syntheticExperiment(spec()), {});
    QVERIFY(m_stack->view().state().coresOpen);
    show();
    QVERIFY(m_stack->view().state().coresOpen);
}

void PlotStackCoresTest::noCoresNoHeading()
{
    show(syntheticTrace(spec()));
    QVERIFY(!fold().isVisible());
    press(Qt::Key_C); // nothing to open
    QVERIFY(!m_stack->view().state().coresOpen);
}

void PlotStackCoresTest::theLanesKeepTheirPlaces()
{
    show();
    const QPointF at(plot()->area().left() + 0.105 * plot()->area().width(), plot()->area().top() + 30);
    const QString before = told(at);
    QCOMPARE(before, QStringLiteral("Depositor 1 wanted a core for 12 ms"));
    press(Qt::Key_C);
    QCOMPARE(told(at), before);
}

void PlotStackCoresTest::sharesOfCoresAreNotCounted()
{
    show();
    press(Qt::Key_C);
    // No lane of a thread sleeps or is idle; those of the cores are.
    const QImage legend = m_stack->findChild<LegendStrip*>()->grab().toImage();
    const QColor grey = Theme::light().state(State::idle).fill;
    for (int y = 0; y < legend.height(); ++y)
        for (int x = 0; x < legend.width(); ++x)
            QVERIFY(legend.pixelColor(x, y) != grey);
}

void PlotStackCoresTest::whoRanIsTold()
{
    show();
    press(Qt::Key_C);
    QCOMPARE(told(inCore(0, 0.05)), QStringLiteral("Core 0 ran Depositor 1 for 100 ms"));
    QCOMPARE(told(inCore(0, 0.4)), QStringLiteral("Core 0, around here: 62 % idle, 38 % other processes"));
    QVERIFY(told(inCore(1, 0.5)).startsWith(QStringLiteral("Core 1, around here: ")));
    // A click selects no core.
    QTest::mouseClick(m_stack.get(), Qt::LeftButton, {}, (inCore(0, 0.05) + plot()->pos()).toPoint());
    QVERIFY(!m_stack->view().state().selected);
}

void PlotStackCoresTest::aThreadThatIsPointedAtIsLit()
{
    show();
    press(Qt::Key_C);
    const QPoint ofOther = inCore(0, 0.12).toPoint();
    const QColor plain = picture().pixelColor(ofOther);
    const QColor running = Theme::light().state(State::running).fill;
    told(inCore(0, 0.05));
    const QImage lit = picture();
    QVERIFY(lit.pixelColor(ofOther) != plain); // veiled
    // Its lane stays as it is, the other's is fainter.
    const double x = plot()->area().left() + 0.9 * plot()->area().width();
    const double first = plot()->area().top() + 50;
    QCOMPARE(lit.pixelColor(QPointF(x, first).toPoint()), running);
    QVERIFY(lit.pixelColor(QPointF(x, first + kPitch).toPoint()) != running);
}

void PlotStackCoresTest::aFigureShowsWhatIsShown()
{
    FigureRequest request;
    request.run = runOf(CoreRun::make(), syntheticExperiment(spec()));
    const int closed = greenIn(figureImage(request));
    request.view.coresOpen = true;
    QVERIFY(greenIn(figureImage(request)) > closed * 11 / 10);
}

void PlotStackCoresTest::whatAllOfAGroupHaveIsNamedOnce()
{
    for (const bool oneWaits : {false, true}) {
        EventStream stream;
        for (int i = 1; i <= 5; ++i) {
            const TrackId track = stream.track("Depositor " + std::to_string(i));
            stream.names().track(track).group = "Depositors";
            stream.take(stream.begin(track, 0));
            if (i == 5 && oneWaits)
                stream.take(stream.wait(track, State::sleep, kNoObject, 10, 999'000'000));
            stream.take(stream.end(track, 1'000'000'000));
        }
        stream.publish(1'000'000'000);
        SyntheticSpec five = spec();
        five.depositors = 5;
        m_stack->setRun(
            runOf(std::shared_ptr<Trace>(&stream.trace(), [](Trace*) {}), syntheticExperiment(five), 0, 2));
        m_stack->show();
        m_stack->refresh();
        const QPointF heading = plot()->area().topLeft() + QPointF(20, 8);
        const QPointF lane = plot()->area().topLeft() + QPointF(20, 50);
        const QString all = told(heading);
        QCOMPARE(all.count(QStringLiteral("Oversubscribed")), oneWaits ? 0 : 5);
        QCOMPARE(told(lane).count(QStringLiteral("Oversubscribed")), oneWaits ? 1 : 0);
        m_stack->setExperiment(*syntheticExperiment(five), {});
    }
}

QTEST_MAIN(PlotStackCoresTest)
#include "plot_stack_cores_test.moc"
