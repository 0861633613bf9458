#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "plots/plot.h"
#include "plots/stack/plot_stack.h"
#include "support/event_stream.h"
#include "support/made_up_run.h"
#include "support/synthetic_trace.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace threadscape;
using namespace threadscape::samples;

/// What a reader does with the picture: hold it, measure, select, follow a lock.
class PlotStackReadingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void shiftDragMeasures();
    void aClickSelectsAndEscapeLetsGo();
    void theSelectionIsTold();
    void theSelectionIsFitted();
    void aLockIsLitUp();
    void holdingHidesWhatComesLater();
    void evidenceIsOutlinedAndZoomedTo();
    void theCrosshairTellsEveryPlot();

private:
    QPoint inLanes(double share, double down = 0.3) const;
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers);

    std::shared_ptr<Trace> m_trace;
    std::shared_ptr<Experiment> m_experiment;
    std::unique_ptr<PlotStack> m_stack;
};

void PlotStackReadingTest::init()
{
    m_trace = syntheticTrace();
    m_experiment = syntheticExperiment();
    m_stack = std::make_unique<PlotStack>();
    m_stack->resize(900, 640);
    m_stack->setRun(runOf(m_trace, m_experiment, 8));
    m_stack->show();
    m_stack->refresh();
}

QPoint PlotStackReadingTest::inLanes(double share, double down) const
{
    const Plot* plot = m_stack->plots().front();
    const QRectF area = plot->area().translated(plot->pos());
    return QPointF(area.left() + share * area.width(), area.top() + down * area.height()).toPoint();
}

void PlotStackReadingTest::drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers)
{
    QTest::mousePress(m_stack.get(), Qt::LeftButton, modifiers, from);
    QMouseEvent move(QEvent::MouseMove, to, m_stack->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                     modifiers);
    QApplication::sendEvent(m_stack.get(), &move);
    QTest::mouseRelease(m_stack.get(), Qt::LeftButton, modifiers, to);
}

void PlotStackReadingTest::shiftDragMeasures()
{
    int changed = 0;
    connect(&m_stack->view(), &ViewModel::changed, m_stack.get(),
            [&](ViewParts parts) { changed += parts.has(ViewPart::measured) ? 1 : 0; });
    const TimeWindow before = m_stack->view().window();
    const QImage without = m_stack->grab().toImage();
    drag(inLanes(0.75), inLanes(0.25), Qt::ShiftModifier); // from right to left, too
    QVERIFY(m_stack->view().state().measuredStretch().has_value());
    const TimeWindow measured = *m_stack->view().state().measuredStretch();
    const auto share = [&](std::int64_t ns) {
        return static_cast<double>(ns - before.fromNs) / static_cast<double>(before.lengthNs());
    };
    QVERIFY(std::fabs(share(measured.fromNs) - 0.25) < 0.01);
    QVERIFY(std::fabs(share(measured.toNs) - 0.75) < 0.01);
    QCOMPARE(m_stack->view().window(), before); // it does not pan
    QVERIFY(changed >= 1);
    QVERIFY(m_stack->grab().toImage() != without);
    QTest::keyClick(m_stack.get(), Qt::Key_F);
    QCOMPARE(m_stack->view().window(), measured);
    QTest::keyClick(m_stack.get(), Qt::Key_Escape);
    QVERIFY(!m_stack->view().state().measuredStretch());
}

void PlotStackReadingTest::aClickSelectsAndEscapeLetsGo()
{
    QVERIFY(!m_stack->view().state().selected);
    QTest::mouseClick(m_stack.get(), Qt::LeftButton, {}, inLanes(0.5));
    QVERIFY(m_stack->view().state().selected.has_value());
    const std::int64_t at = m_stack->view().window().fromNs + m_stack->view().window().lengthNs() / 2;
    QVERIFY(m_stack->view().state().selected->hit.fromNs <= at + 10'000'000 &&
            m_stack->view().state().selected->hit.toNs >= at - 10'000'000);
    drag(inLanes(0.5), inLanes(0.3), Qt::NoModifier); // a drag is no click
    QVERIFY(m_stack->view().state().selected.has_value());
    QTest::keyClick(m_stack.get(), Qt::Key_Escape);
    QVERIFY(!m_stack->view().state().selected);
}

void PlotStackReadingTest::theSelectionIsTold()
{
    QSignalSpy told(m_stack.get(), &PlotStack::hovered);
    QTest::mouseClick(m_stack.get(), Qt::LeftButton, {}, inLanes(0.5));
    const LaneHit hit = m_stack->view().state().selected.value().hit;
    const auto seconds = [](std::int64_t ns) {
        return QLocale().toString(static_cast<double>(ns) / 1e9, 'f', 3);
    };
    const QString when = QStringLiteral("; from %1 s to %2 s").arg(seconds(hit.fromNs), seconds(hit.toNs));
    const auto last = [&] { return told.back().front().toString(); };
    QVERIFY2(last().endsWith(when), qPrintable(last()));
    // It is described again after something else was hovered, until it is deselected.
    QEvent leave(QEvent::Leave);
    const QPoint beside = inLanes(0.1);
    QMouseEvent move(QEvent::MouseMove, beside, m_stack->mapToGlobal(beside), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(m_stack.get(), &move);
    QVERIFY2(!last().endsWith(when), qPrintable(last()));
    QApplication::sendEvent(m_stack.get(), &leave);
    QVERIFY2(last().endsWith(when), qPrintable(last()));
    QTest::keyClick(m_stack.get(), Qt::Key_Escape);
    QVERIFY(last().isEmpty());
}

void PlotStackReadingTest::theSelectionIsFitted()
{
    QTest::mouseClick(m_stack.get(), Qt::LeftButton, {}, inLanes(0.5));
    const LaneHit hit = m_stack->view().state().selected.value().hit;
    QTest::keyClick(m_stack.get(), Qt::Key_F);
    QVERIFY(m_stack->view().window().fromNs <= hit.fromNs && m_stack->view().window().toNs >= hit.toNs);
    QVERIFY(m_stack->view().window().lengthNs() < 2 * (hit.toNs - hit.fromNs) + 100);
}

void PlotStackReadingTest::aLockIsLitUp()
{
    const QImage plain = m_stack->grab().toImage();
    LaneHit hit;
    hit.track = 0;
    hit.state = State::lock;
    hit.object = 0; // the account's lock
    hit.fromNs = 0;
    hit.toNs = 1000;
    m_stack->view().select(SelectedSpan{m_stack->trace().get(), hit});
    const QImage lit = m_stack->grab().toImage();
    // Sleep has nothing to do with the lock, and is fainter now.
    const QColor asleep = Theme::light().state(State::sleep).fill;
    const auto count = [&](const QImage& image) {
        int found = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                found += image.pixelColor(x, y) == asleep ? 1 : 0;
        return found;
    };
    QVERIFY(count(lit) < count(plain) / 2);
    m_stack->view().select(std::nullopt);
    QCOMPARE(m_stack->grab().toImage(), plain);
}

void PlotStackReadingTest::holdingHidesWhatComesLater()
{
    EventStream stream;
    const TrackId track = stream.track("Depositor 1");
    stream.take(stream.begin(track, 0));
    stream.publish(3'000'000'000, false);
    const std::shared_ptr<Trace> trace(&stream.trace(), [](Trace*) {});
    m_stack->setRun(runOf(trace, m_experiment, 8));
    m_stack->refresh();
    int changed = 0;
    connect(&m_stack->view(), &ViewModel::changed, m_stack.get(),
            [&](ViewParts parts) { changed += parts.has(ViewPart::held) ? 1 : 0; });
    QTest::keyClick(m_stack.get(), Qt::Key_H);
    QVERIFY(m_stack->view().held());
    QCOMPARE(changed, 1);
    const QImage held = m_stack->grab().toImage();
    stream.take(
        stream.wait(track, State::lock, stream.object("L", ObjectKind::lock), 3'500'000'000, 5'000'000'000));
    stream.publish(5'000'000'000, false);
    m_stack->refresh();
    QCOMPARE(m_stack->grab().toImage(), held);
    m_stack->view().setWindow(
        {2'000'000'000, 6'000'000'000}); // scrolling back and on shows nothing later, either
    Plot* plot = m_stack->plots().front();
    const QImage moved = plot->grab().toImage();
    const Theme theme = Theme::light();
    for (int x = static_cast<int>(plot->area().left() + 0.3 * plot->area().width()); x < plot->area().right();
         ++x)
        for (int y = static_cast<int>(plot->area().top()); y < plot->area().bottom(); ++y)
            QVERIFY(moved.pixelColor(x, y) != theme.state(State::lock).fill);
    QTest::keyClick(m_stack.get(), Qt::Key_End);
    QVERIFY(!m_stack->view().held());
    QVERIFY(m_stack->grab().toImage() != held);
    m_stack->setExperiment(*m_experiment, {}); // lets the trace go before the stream does
}

void PlotStackReadingTest::evidenceIsOutlinedAndZoomedTo()
{
    const auto least = m_stack->evidenceFinder()(Evidence::leastNumber);
    QVERIFY(least.has_value());
    QCOMPARE(m_trace->catalogue().track(least->track).name, std::string("Withdrawer 1"));
    const auto most = m_stack->evidenceFinder()(Evidence::greatestNumber);
    QCOMPARE(m_trace->catalogue().track(most->track).name, std::string("Withdrawer 10"));
    QVERIFY(!m_stack->evidenceFinder()(Evidence::none));
    const QImage before = m_stack->grab().toImage();
    m_stack->setEvidence({*least});
    QVERIFY(m_stack->grab().toImage() != before);

    const auto longest = m_stack->evidenceFinder()(Evidence::longestWait);
    QVERIFY(longest.has_value());
    m_stack->view().showEvidence(*longest);
    QVERIFY(m_stack->view().window().fromNs <= longest->stretch.fromNs);
    QVERIFY(m_stack->view().window().toNs >= longest->stretch.toNs);
}

void PlotStackReadingTest::theCrosshairTellsEveryPlot()
{
    const Plot* lanes = m_stack->plots().front();
    Plot* values = m_stack->plots().back();
    QVERIFY(values->spec().kind == PlotSpec::Kind::values && lanes != values);
    const QImage before = values->grab().toImage();
    QMouseEvent move(QEvent::MouseMove, inLanes(0.4), m_stack->mapToGlobal(inLanes(0.4)), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(m_stack.get(), &move);
    QVERIFY(values->grab().toImage() != before);
}

QTEST_MAIN(PlotStackReadingTest)
#include "plot_stack_reading_test.moc"
