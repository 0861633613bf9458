#include "plots/plot.h"
#include "plots/stack/legend_strip.h"
#include "plots/stack/plot_stack.h"
#include "support/made_up_run.h"
#include "support/synthetic_trace.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace threadscape;
using namespace threadscape::samples;

namespace {

int colorsIn(const QImage& image)
{
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            colors.insert(image.pixel(x, y));
    return static_cast<int>(colors.size());
}

bool holds(const QImage& image, const QColor& color)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == color)
                return true;
    return false;
}

void wheel(QWidget& widget, QPointF at, int notches, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
}

// As an event, not with the screen's one pointer: another test may be moving that.
void moveTo(QWidget& widget, QPointF at, Qt::MouseButtons buttons = Qt::NoButton)
{
    QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, buttons, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

} // namespace

class PlotStackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anEmptyPictureShowsLanesAndASentence();
    void aRunIsPainted();
    void marginsAreAligned();
    void theWheelZoomsAtThePointer();
    void keysMoveTheWindow();
    void dragPans();
    void aDoubleClickShowsEverything();
    void hoverSpeaks();
    void nothingNewCostsNothing();
    void aClickIsolatesAState();
    void bothThemesAndSizes();
    void noRoomIsNoCrash();
    void manyLanesScroll();
    void shortRunsFit();

private:
    void show(PlotStack& stack, const Theme& theme = Theme::light(), QSize size = {900, 640});
    QPointF inTimeline(const PlotStack& stack, double share) const;

    std::shared_ptr<Trace> m_trace;
    std::shared_ptr<Experiment> m_experiment;
};

void PlotStackTest::init()
{
    m_trace = syntheticTrace();
    m_experiment = syntheticExperiment();
}

void PlotStackTest::show(PlotStack& stack, const Theme& theme, QSize size)
{
    stack.setTheme(theme);
    stack.resize(size);
    stack.setRun(runOf(m_trace, m_experiment, 8));
    stack.show();
    stack.refresh();
}

QPointF PlotStackTest::inTimeline(const PlotStack& stack, double share) const
{
    const Plot* plot = stack.plots().front();
    const QRectF area = plot->area().translated(plot->pos());
    return {area.left() + share * area.width(), area.center().y()};
}

void PlotStackTest::anEmptyPictureShowsLanesAndASentence()
{
    PlotStack stack;
    stack.resize(900, 640);
    stack.setExperiment(*m_experiment, {});
    const QImage without = stack.grab().toImage();
    stack.setExperiment(*m_experiment, QStringLiteral("Space runs it"));
    const QImage with = stack.grab().toImage();
    QVERIFY(with != without);
    QVERIFY(colorsIn(with) > 10);
    QCOMPARE(stack.view().window(), (TimeWindow{0, 8'000'000'000}));
}

void PlotStackTest::aRunIsPainted()
{
    PlotStack stack;
    show(stack);
    const QImage image = stack.grab().toImage();
    const Theme theme = Theme::light();
    for (const State state : {State::running, State::lock, State::condition, State::sleep})
        QVERIFY(holds(image, theme.state(state).fill));
    QVERIFY(holds(image, theme.accent)); // the balance
}

void PlotStackTest::marginsAreAligned()
{
    PlotStack stack;
    show(stack);
    const QRectF first = stack.plots().front()->area();
    for (const Plot* plot : stack.plots()) {
        QCOMPARE(plot->area().left(), first.left());
        QCOMPARE(plot->area().right(), first.right());
        QVERIFY(plot->area().height() > 20);
        QVERIFY(plot->leftMargin() <= first.left()); // names are not cut
    }
}

void PlotStackTest::theWheelZoomsAtThePointer()
{
    PlotStack stack;
    show(stack);
    int changed = 0;
    connect(&stack.view(), &ViewModel::changed, this,
            [&](ViewParts parts) { changed += parts.has(ViewPart::window) ? 1 : 0; });
    const QPointF at = inTimeline(stack, 0.25);
    const TimeWindow before = stack.view().window();
    wheel(stack, at, 2);
    const TimeWindow after = stack.view().window();
    QVERIFY(after.lengthNs() < before.lengthNs());
    QVERIFY(!stack.view().following());
    QCOMPARE(changed, 1);
    const auto anchor = static_cast<double>(before.fromNs) + 0.25 * static_cast<double>(before.lengthNs());
    const double share = (anchor - static_cast<double>(after.fromNs)) / static_cast<double>(after.lengthNs());
    QVERIFY(std::fabs(share - 0.25) < 0.01);
    wheel(stack, at, -40);
    QCOMPARE(stack.view().window(), before);
    stack.view().setWindow({1'000'000'000, 2'000'000'000});
    stack.view().fitAll();
    QCOMPARE(stack.view().window(), before);
    QVERIFY(stack.view().following());
}

void PlotStackTest::keysMoveTheWindow()
{
    PlotStack stack;
    show(stack);
    const TimeWindow all = stack.view().window();
    QTest::keyClick(&stack, Qt::Key_W);
    const TimeWindow closer = stack.view().window();
    QVERIFY(closer.lengthNs() < all.lengthNs());
    QTest::keyClick(&stack, Qt::Key_D);
    QVERIFY(stack.view().window().fromNs > closer.fromNs);
    QCOMPARE(stack.view().window().lengthNs(), closer.lengthNs());
    QTest::keyClick(&stack, Qt::Key_Left);
    QCOMPARE(stack.view().window(), closer);
    QTest::keyClick(&stack, Qt::Key_Backspace);
    QCOMPARE(stack.view().window(), all);
    QTest::keyClick(&stack, Qt::Key_W);
    QTest::keyClick(&stack, Qt::Key_F);
    QCOMPARE(stack.view().window(), all);
    // By its place: under another layout the key says something else.
    QKeyEvent russian(QEvent::KeyPress, 0x0426, Qt::NoModifier, 25, 0, 0, QString(QChar(0x0426)));
    QApplication::sendEvent(&stack, &russian);
    QVERIFY(stack.view().window().lengthNs() < all.lengthNs());
}

void PlotStackTest::dragPans()
{
    PlotStack stack;
    show(stack);
    stack.view().setWindow({2'000'000'000, 4'000'000'000});
    QTest::mousePress(&stack, Qt::LeftButton, {}, inTimeline(stack, 0.5).toPoint());
    moveTo(stack, inTimeline(stack, 0.25), Qt::LeftButton);
    QTest::mouseRelease(&stack, Qt::LeftButton, {}, inTimeline(stack, 0.25).toPoint());
    QVERIFY(std::abs(stack.view().window().fromNs - 2'500'000'000) < 20'000'000);
    QCOMPARE(stack.view().window().lengthNs(), 2'000'000'000);
}

void PlotStackTest::aDoubleClickShowsEverything()
{
    PlotStack stack;
    show(stack);
    const TimeWindow all = stack.view().window();
    stack.view().setWindow({2'000'000'000, 4'000'000'000});
    QTest::mouseDClick(&stack, Qt::LeftButton, {}, inTimeline(stack, 0.5).toPoint());
    QCOMPARE(stack.view().window(), all);
    QVERIFY(stack.view().following());
}

void PlotStackTest::hoverSpeaks()
{
    PlotStack stack;
    show(stack);
    QSignalSpy hovered(&stack, &PlotStack::hovered);
    QSet<QString> sentences;
    for (const Plot* plot : stack.plots()) {
        const QRectF area = plot->area().translated(plot->pos());
        for (double y = area.top() + 2; y < area.bottom(); y += 7)
            moveTo(stack, {area.left() + area.width() * 0.4, y});
    }
    for (const QList<QVariant>& call : hovered)
        sentences.insert(call.first().toString());
    const auto any = [&](const QString& part) {
        return std::ranges::any_of(sentences, [&](const QString& s) { return s.contains(part); });
    };
    QVERIFY(any(QStringLiteral("Withdrawer 3 ")));
    QVERIFY(any(QStringLiteral("waited")));
    QVERIFY(any(QStringLiteral("balance is")));
}

void PlotStackTest::nothingNewCostsNothing()
{
    PlotStack stack;
    show(stack);
    const std::int64_t drawn = stack.frameMeter().frames();
    QVERIFY(drawn > 0);
    for (int i = 0; i < 100; ++i)
        stack.refresh();
    QCOMPARE(stack.frameMeter().frames(), drawn);
}

void PlotStackTest::aClickIsolatesAState()
{
    PlotStack stack;
    show(stack);
    auto* legend = stack.findChild<LegendStrip*>();
    QVERIFY(legend != nullptr);
    const Plot* plot = stack.plots().front();
    // The first entry begins at the left edge of the lanes.
    QTest::mouseClick(legend, Qt::LeftButton, {},
                      QPoint(qRound(plot->area().left()) + 8, legend->height() / 2));
    const QImage isolated = stack.grab().toImage();
    const Theme theme = Theme::light();
    QVERIFY(holds(isolated, theme.state(State::running).fill));
    QVERIFY(holds(isolated, theme.faded(theme.state(State::lock).fill)));
    QTest::mouseClick(legend, Qt::LeftButton, {},
                      QPoint(qRound(plot->area().left()) + 8, legend->height() / 2));
    QVERIFY(holds(stack.grab().toImage(), theme.state(State::lock).fill));
}

void PlotStackTest::bothThemesAndSizes()
{
    for (const Theme& theme : {Theme::light(), Theme::dark(), Theme::light().scaled(1.5)}) {
        for (const QSize size : {QSize(720, 460), QSize(1440, 900), QSize(330, 210)}) {
            PlotStack stack;
            show(stack, theme, size);
            const QImage image = stack.grab().toImage();
            QCOMPARE(image.size(), size);
            QCOMPARE(image.pixelColor(size.width() - 1, size.height() - 1), theme.plot);
            QVERIFY(colorsIn(image) > 30);
        }
    }
}

void PlotStackTest::noRoomIsNoCrash()
{
    SyntheticSpec dense;
    dense.meanSpanNs = 3e6;
    dense.workNs = 2e5;
    m_trace = syntheticTrace(dense);
    for (const double scale : {1.0, 3.0, 8.0}) {
        PlotStack stack;
        stack.setTheme(Theme::light().scaled(scale));
        stack.setRun(runOf(m_trace, m_experiment, 8));
        for (const QSize size : {QSize(320, 200), QSize(400, 30), QSize(20, 400)}) {
            stack.setMinimumSize(1, 1);
            stack.resize(size);
            QVERIFY(!stack.grab().isNull());
        }
    }
}

void PlotStackTest::manyLanesScroll()
{
    SyntheticSpec spec;
    spec.depositors = 40;
    spec.withdrawers = 40;
    m_trace = syntheticTrace(spec);
    m_experiment = syntheticExperiment(spec);
    PlotStack stack;
    show(stack);
    const QImage top = stack.grab().toImage();
    wheel(stack, inTimeline(stack, 0.5), -3, Qt::ShiftModifier);
    QCOMPARE(stack.view().window(), (TimeWindow{0, 8'000'000'000}));
    QVERIFY(stack.grab().toImage() != top);
}

void PlotStackTest::shortRunsFit()
{
    SyntheticSpec spec;
    spec.seconds = 0.0004;
    spec.meanSpanNs = 2e4;
    spec.workNs = 4e3;
    m_trace = syntheticTrace(spec);
    PlotStack stack;
    stack.resize(900, 640);
    stack.setRun(runOf(m_trace, m_experiment));
    stack.refresh();
    QVERIFY(std::abs(stack.view().window().toNs - 400'000) <= 1);
    QCOMPARE(stack.view().window().fromNs, 0);
}

QTEST_MAIN(PlotStackTest)
#include "plot_stack_test.moc"
