#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "app/plots/speedup/speedup_stack.h"
#include "plots/speedup/law_button.h"
#include "plots/stack/legend_strip.h"
#include "text/language.h"
#include "view/speedup/stretches.h"

#include <QLabel>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <set>

using namespace threadscape;
using namespace threadscape::samples;

namespace {

bool holdsColor(const QImage& image, const QColor& color)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == color)
                return true;
    return false;
}

// How far to the right something is painted over the lanes in the lower half of a panel, in px.
int paintedTo(const QImage& image, const QRectF& panel)
{
    const Theme theme = Theme::light();
    int right = -1;
    for (int y = qRound(panel.center().y()); y < qRound(panel.bottom()); ++y)
        for (int x = qRound(panel.left()); x < qRound(panel.right()); ++x)
            if (const QColor color = image.pixelColor(x, y); color != theme.lane && color != theme.plot)
                right = std::max(right, x + 1);
    return right;
}

void moveTo(QWidget& widget, QPointF at)
{
    QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

const std::vector<Backend> kAll{Backend::sequential,    Backend::threads,        Backend::gil,
                                Backend::nogil,         Backend::processes,      Backend::parallel,
                                Backend::pythonThreads, Backend::pythonProcesses};

} // namespace

/// A speedup, and what is below it.
class SpeedupPlotTest final : public QObject, private SpeedupStack {
    Q_OBJECT

    LawButton& button() { return *m_stack->findChild<LawButton*>(); }
    QLabel& hoverLabel() { return *m_stack->findChild<QLabel*>(QStringLiteral("hoverLabel")); }

    QPointF placeOf(PointId point) { return *speedup().placeOf(point) + speedup().pos(); }
    void clickAt(QPointF at) { QTest::mouseClick(m_stack.get(), Qt::LeftButton, {}, at.toPoint()); }
    QString hoverAt(QPointF at)
    {
        QSignalSpy told(m_stack.get(), &PlotStack::hovered);
        moveTo(*m_stack, at);
        return told.isEmpty() ? QString() : told.last().first().toString();
    }

private slots:
    void initTestCase() { installLanguage(); }
    void cleanup() { m_stack.reset(); }

    void speedupStandsAboveStretches()
    {
        show(syntheticStudy());
        QVERIFY(speedup().isVisible() && showsStretches());
        const double share = static_cast<double>(speedup().height()) / m_stack->height();
        QVERIFY(share > 0.55 && share < 0.7);
        QVERIFY(stretches().y() > speedup().geometry().bottom());
        // The legend is about the lanes, and stands between.
        const auto* legend = m_stack->findChild<LegendStrip*>();
        QVERIFY(legend->isVisible() && legend->y() > speedup().geometry().bottom() &&
                legend->y() < stretches().y());
        QCOMPARE(stretches().area().left(), speedup().area().left());
        const QImage image = m_stack->grab().toImage();
        const Theme theme = Theme::light();
        for (const Backend backend : {Backend::threads, Backend::gil, Backend::processes})
            QVERIFY(holdsColor(image, theme.curve(backend).color));
        QVERIFY(holdsColor(image, theme.shade));
        QVERIFY(holdsColor(image, theme.state(State::running).fill));
        QVERIFY(holdsColor(image, theme.state(State::gil).fill));
    }

    // What is not resolved is seen, but not as a result: only the outline of its mark.
    void whatIsNotResolvedIsHollow()
    {
        const auto inside = [&](double others) {
            show(syntheticStudy({.backends = {Backend::threads}, .others = others}));
            const QImage image = m_stack->grab().toImage();
            // Beside the line and the bar that cross in the middle of the mark.
            const QPointF place = placeOf({Backend::threads, 3, false}) + QPointF(-2, 2);
            return image.pixelColor((place * image.devicePixelRatio()).toPoint());
        };
        const QColor full = Theme::light().curve(Backend::threads).color;
        QCOMPARE(inside(0), full);
        QVERIFY(inside(0.5) != full);
    }

    // As wide as it is painted, a panel's lanes are of its sample, on the scale of all of them.
    void lengthsCanBeCompared()
    {
        show(syntheticStudy(
            {.backends = {Backend::threads, Backend::gil, Backend::pythonThreads}, .pythonS = 0.4}));
        const StretchesPicture& picture = stretches().picture();
        QCOMPARE(picture.jobs, 2);
        QCOMPARE(picture.panels.size(), std::size_t{3});
        const QImage image = stretches().grab().toImage();
        std::set<int> widths;
        for (const StretchPanel& panel : picture.panels) {
            const QRectF place = *stretches().panelOf(panel.point(2));
            const double wanted =
                place.width() * static_cast<double>(panel.lengthNs) / static_cast<double>(picture.scaleNs);
            const int painted = paintedTo(image, place) - qRound(place.left());
            QVERIFY2(std::abs(painted - wanted) <= 2,
                     qPrintable(QStringLiteral("%1 px, not %2").arg(painted).arg(wanted)));
            widths.insert(painted);
        }
        QVERIFY(widths.size() > 1);
    }

    void aPointIsToldInWords()
    {
        show(syntheticStudy());
        const QString words = hoverAt(placeOf({Backend::gil, 3, false}));
        for (const char* part :
             {"one interpreter lock, 3 jobs", "as fast", "Median", "mean of 7 runs", "Efficiency",
              "Karp and Flatt", "Starting 3 workers", "waiting for a lock", "handing out", "not explained"})
            QVERIFY2(words.contains(QLatin1String(part)), qPrintable(words));
        QCOMPARE(hoverAt(QPointF(speedup().geometry().center().x(), speedup().geometry().bottom() - 60)),
                 QString());
    }

    void aLongSentenceTakesMoreLines()
    {
        for (const QSize size : {QSize(900, 680), QSize(360, 680)}) {
            show(syntheticStudy(), size);
            for (const PointId point : {PointId{Backend::gil, 1, false}, PointId{Backend::gil, 4, false}}) {
                hoverAt(placeOf(point));
                const QLabel& label = hoverLabel();
                QVERIFY(label.isVisible());
                QVERIFY2(m_stack->rect().contains(label.geometry()),
                         qPrintable(QString::number(label.width())));
                QVERIFY(label.wordWrap() ? label.height() >= label.heightForWidth(label.width())
                                         : label.width() >= label.sizeHint().width());
            }
        }
    }

    void aPanelIsToldInWords()
    {
        show(syntheticStudy({.backends = {Backend::gil, Backend::pythonThreads}}));
        const auto panel = [&](Backend backend) {
            return stretches().panelOf({backend, 2, false})->translated(stretches().pos());
        };
        const QString lane = hoverAt(panel(Backend::gil).center());
        QVERIFY2(lane.contains(QStringLiteral("Worker ")) && lane.contains(QStringLiteral("a click opens")),
                 qPrintable(lane));
        const QString python = hoverAt(panel(Backend::pythonThreads).center());
        QVERIFY2(python.contains(QStringLiteral("timed inside Python, whose workers")), qPrintable(python));
    }

    void aPanelWithoutASampleSaysWhetherOneWillCome()
    {
        LiveStudy live(syntheticStudy({.rounds = 0}));
        show(live.trace, live.experiment);
        const QPointF panel =
            stretches().panelOf({Backend::gil, 2, false})->translated(stretches().pos()).center();
        QVERIFY(hoverAt(panel).endsWith(QStringLiteral("not measured yet")));
        live.end();
        m_stack->refresh();
        moveTo(*m_stack, QPointF(1, 1));
        QVERIFY(hoverAt(panel).endsWith(QStringLiteral("not measured")));
    }

    void aClickOnAPointOpensItsStretch()
    {
        show(syntheticStudy());
        const TimeWindow whole = m_stack->view().window();
        const QRect above = speedup().geometry();
        clickAt(placeOf({Backend::processes, 3, false}));
        QVERIFY(m_stack->view().state().chosen == (PointId{Backend::processes, 3, false}));
        const SpeedupStudy study = *m_experiment->study();
        QCOMPARE(m_stack->view().window(), *stretchOf(study, {Backend::processes, 3, false}));
        QVERIFY(showsTimeline());
        QCOMPARE(speedup().geometry(), above); // nothing above it moves
        // As every timeline.
        QTest::keyClick(m_stack.get(), Qt::Key_W);
        QVERIFY(m_stack->view().window().lengthNs() <
                stretchOf(study, {Backend::processes, 3, false})->lengthNs());
        QTest::keyClick(m_stack.get(), Qt::Key_Backspace);
        QVERIFY(showsTimeline());
        QTest::keyClick(m_stack.get(), Qt::Key_Backspace);
        QVERIFY(showsStretches());
        QCOMPARE(m_stack->view().window(), whole);
        QCOMPARE(stretches().picture().jobs, 3); // of the point that was clicked
        clickAt(placeOf({Backend::processes, 3, false}));
        QVERIFY(showsTimeline());
        QTest::keyClick(m_stack.get(), Qt::Key_F);
        QVERIFY(showsStretches());
    }

    void theHandIsThereOnlyWhereAClickOpensSomething()
    {
        show(syntheticStudy());
        const QPointF point = placeOf({Backend::gil, 3, false});
        const auto hand = [&] { return m_stack->cursor().shape() == Qt::PointingHandCursor; };
        moveTo(*m_stack, point);
        QVERIFY(hand());
        moveTo(*m_stack, point + QPointF(0, 60));
        QVERIFY(!hand());
        moveTo(*m_stack, point);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(m_stack.get(), &leave);
        QVERIFY(!hand());
        moveTo(*m_stack, point);
        m_stack->setExperiment(MeasuredExperiment(syntheticStudy({.rounds = 0})), {});
        QVERIFY(!hand());
    }

    void aClickOnAPanelOpensItsStretch()
    {
        show(syntheticStudy());
        const SpeedupStudy study = *m_experiment->study();
        const QRectF panel = stretches().panelOf({Backend::gil, 2, false})->translated(stretches().pos());
        clickAt(panel.center());
        QVERIFY(showsTimeline());
        QCOMPARE(m_stack->view().window(), *stretchOf(study, {Backend::gil, 2, false}));
        // The second click of two does not close it again.
        QTest::mouseDClick(m_stack.get(), Qt::LeftButton, {}, panel.center().toPoint());
        QVERIFY(showsTimeline());
    }

    void thereIsNothingToOpenInPython()
    {
        show(syntheticStudy({.backends = {Backend::threads, Backend::pythonThreads}}));
        clickAt(placeOf({Backend::pythonThreads, 3, false}));
        QVERIFY(showsStretches());
        QCOMPARE(stretches().picture().jobs, 3);
        QTest::keyClick(m_stack.get(), Qt::Key_Escape);
        QVERIFY(!m_stack->view().state().chosen);
        QCOMPARE(stretches().picture().jobs, 2);
    }

    void timeIsNotMovedWhereThereIsNone()
    {
        show(syntheticStudy());
        const TimeWindow whole = m_stack->view().window();
        for (const int key : {Qt::Key_W, Qt::Key_S, Qt::Key_A, Qt::Key_D, Qt::Key_Left, Qt::Key_Right})
            QTest::keyClick(m_stack.get(), static_cast<Qt::Key>(key));
        QWheelEvent wheel(speedup().geometry().center(), m_stack->mapToGlobal(speedup().geometry().center()),
                          {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_stack.get(), &wheel);
        QCOMPARE(m_stack->view().window(), whole);
        QVERIFY(showsStretches());
        // Beside an open stretch neither.
        m_stack->openStretch({Backend::gil, 2, false});
        const TimeWindow open = m_stack->view().window();
        QApplication::sendEvent(m_stack.get(), &wheel);
        QCOMPARE(m_stack->view().window(), open);
    }

    // What is under the pointer stays under it, however wide the speedup's own area is.
    void anOpenStretchIsDraggedWithThePointer()
    {
        show(syntheticStudy());
        m_stack->openStretch({Backend::gil, 2, false});
        QTest::keyClick(m_stack.get(), Qt::Key_W); // there is room on both sides
        const TimeWindow open = m_stack->view().window();
        QVERIFY(std::abs(speedup().area().width() - timeline().area().width()) > 5);
        const QPoint from = (timeline().area().center() + timeline().pos()).toPoint();
        QTest::mousePress(m_stack.get(), Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, from - QPoint(40, 0), m_stack->mapToGlobal(from - QPoint(40, 0)),
                         Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_stack.get(), &move);
        const double perPixel = static_cast<double>(open.lengthNs()) / timeline().area().width();
        const std::int64_t moved = m_stack->view().window().fromNs - open.fromNs;
        QVERIFY2(std::abs(moved - std::llround(40 * perPixel)) <= 1, qPrintable(QString::number(moved)));
        QTest::mouseRelease(m_stack.get(), Qt::LeftButton, {}, from - QPoint(40, 0));
    }

    void everyPointIsReachedByKeys()
    {
        show(syntheticStudy());
        QTest::keyClick(m_stack.get(), Qt::Key_Right);
        QVERIFY(m_stack->view().state().chosen == (PointId{Backend::threads, 2, false}));
        int chosen = 0;
        connect(&m_stack->view(), &ViewModel::changed, m_stack.get(),
                [&](ViewParts parts) { chosen += parts.has(ViewPart::chosen) ? 1 : 0; });
        QTest::keyClick(m_stack.get(), Qt::Key_Right);
        QVERIFY(m_stack->view().state().chosen == (PointId{Backend::threads, 3, false}));
        QCOMPARE(chosen, 1);
        QTest::keyClick(m_stack.get(), Qt::Key_Down);
        QVERIFY(m_stack->view().state().chosen == (PointId{Backend::processes, 3, false}));
        QCOMPARE(stretches().picture().jobs, 3);
        QTest::keyClick(m_stack.get(), Qt::Key_Return);
        QVERIFY(showsTimeline());
        // There arrows are the timeline's.
        const TimeWindow open = m_stack->view().window();
        QTest::keyClick(m_stack.get(), Qt::Key_Left);
        QVERIFY(m_stack->view().window().fromNs < open.fromNs);
        QVERIFY(m_stack->view().state().chosen == (PointId{Backend::processes, 3, false}));
        QTest::keyClick(m_stack.get(), Qt::Key_Return);
        QCOMPARE(m_stack->view().window(), open);
        // The selection is described while nothing is under the pointer.
        QTest::keyClick(m_stack.get(), Qt::Key_F);
        QTest::keyClick(m_stack.get(), Qt::Key_F);
        QSignalSpy told(m_stack.get(), &PlotStack::hovered);
        QTest::keyClick(m_stack.get(), Qt::Key_Up);
        QVERIFY(!told.isEmpty() &&
                told.last().first().toString().startsWith(QStringLiteral("threads, 3 jobs")));
    }

    void whatKeysChooseIsToldBesideIt()
    {
        show(syntheticStudy());
        moveTo(*m_stack, speedup().geometry().bottomLeft() - QPointF(0, 80)); // the pointer rests there
        QTest::keyClick(m_stack.get(), Qt::Key_Right);
        QTest::keyClick(m_stack.get(), Qt::Key_Right);
        QVERIFY(hoverLabel().isVisible());
        QVERIFY(hoverLabel().text().startsWith(QStringLiteral("threads, 3 jobs")));
        const QRect beside = hoverLabel().geometry();
        QVERIFY(!beside.contains(placeOf({Backend::threads, 3, false}).toPoint()));
        // With the picture it moves, too.
        m_stack->resize(900, 820);
        QVERIFY(hoverLabel().isVisible() && hoverLabel().geometry() != beside);
        moveTo(*m_stack, speedup().geometry().bottomLeft() - QPointF(0, 80));
        QVERIFY(!hoverLabel().isVisible());
        QTest::keyClick(m_stack.get(), Qt::Key_Left);
        QVERIFY(hoverLabel().isVisible());
        QTest::keyClick(m_stack.get(), Qt::Key_Return);
        QVERIFY(showsTimeline() && !hoverLabel().isVisible());
        QTest::keyClick(m_stack.get(), Qt::Key_F);
        QTest::keyClick(m_stack.get(), Qt::Key_Right);
        QVERIFY(hoverLabel().isVisible());
        QFocusEvent away(QEvent::FocusOut);
        QApplication::sendEvent(m_stack.get(), &away);
        QVERIFY(!hoverLabel().isVisible());
        QTest::keyClick(m_stack.get(), Qt::Key_Left);
        QTest::keyClick(m_stack.get(), Qt::Key_Escape);
        QVERIFY(!hoverLabel().isVisible());
    }

    void theUslIsSwitchedOn()
    {
        show(syntheticStudy());
        const auto usl = [&] {
            return std::ranges::count(speedup().picture().laws, SpeedupLaw::Kind::usl, &SpeedupLaw::kind);
        };
        QVERIFY(button().isVisible() && !button().isChecked());
        QVERIFY(!button().accessibleName().isEmpty() && !button().toolTip().isEmpty());
        QCOMPARE(usl(), 0);
        int changed = 0;
        connect(&m_stack->view(), &ViewModel::changed, m_stack.get(),
                [&](ViewParts parts) { changed += parts.has(ViewPart::usl) ? 1 : 0; });
        button().click();
        QCOMPARE(usl(), 3);
        QVERIFY(m_stack->view().state().usl && button().isChecked());
        QTest::keyClick(m_stack.get(), Qt::Key_U);
        QCOMPARE(usl(), 0);
        QVERIFY(!button().isChecked());
        QCOMPARE(changed, 2);
        // By its place on the keyboard.
        QKeyEvent russian(QEvent::KeyPress, 0x0413, Qt::NoModifier, 30, 0, 0, QString(QChar(0x0413)));
        QApplication::sendEvent(m_stack.get(), &russian);
        QCOMPARE(usl(), 3);
        // Without data for it there is nothing to toggle.
        show(syntheticStudy({.backends = {Backend::parallel}}));
        QVERIFY(!button().isVisible());
        QTest::keyClick(m_stack.get(), Qt::Key_U);
        QVERIFY(!m_stack->view().state().usl);
    }

    void whatTheAnswerRestsOnHasARing()
    {
        show(syntheticStudy());
        const QImage without = speedup().grab().toImage();
        m_stack->setEvidencePoint(PointId{Backend::threads, 2, false});
        const QImage with = speedup().grab().toImage();
        const QPointF point = *speedup().placeOf({Backend::threads, 2, false});
        QRect changed;
        for (int y = 0; y < with.height(); ++y)
            for (int x = 0; x < with.width(); ++x)
                if (with.pixel(x, y) != without.pixel(x, y))
                    changed |= QRect(x, y, 1, 1);
        QVERIFY(!changed.isEmpty() && changed.width() < 40);
        QVERIFY((QRectF(changed).center() - point).manhattanLength() < 3);
        // The next run has its own.
        m_stack->setRun(runOf(m_stack->trace(), m_experiment, 0, 2));
        QVERIFY(!m_stack->run().evidencePoint);
    }

    void aPinnedRunLiesBehind()
    {
        show(syntheticStudy());
        const auto curves = [&] { return speedup().picture().curves.size(); };
        QCOMPARE(curves(), std::size_t{4});
        const QImage alone = speedup().grab().toImage();
        m_stack->setPinnedStudy(std::make_shared<const SpeedupStudy>(syntheticStudy({.better = 0.7})));
        QCOMPARE(curves(), std::size_t{8});
        QVERIFY(speedup().grab().toImage() != alone);
        const QString words = hoverAt(placeOf({Backend::threads, 3, true}));
        QVERIFY2(words.startsWith(QStringLiteral("Before: threads, 3 jobs")), qPrintable(words));
        // It belongs to another run's time.
        clickAt(placeOf({Backend::threads, 3, true}));
        QVERIFY(showsStretches() && !m_stack->view().state().chosen);
        // The next run stands before it too, and so does the empty picture.
        m_stack->setExperiment(MeasuredExperiment(syntheticStudy({.rounds = 0})),
                               QStringLiteral("Space runs it"));
        QCOMPARE(curves(), std::size_t{4});
        m_stack->setPinnedStudy(nullptr);
        QCOMPARE(curves(), std::size_t{0});
    }

    void nothingMeasuredIsNoEmptyPicture()
    {
        PlotStack stack;
        stack.resize(900, 680);
        stack.setExperiment(MeasuredExperiment(syntheticStudy({.rounds = 0})), {});
        stack.show();
        const QImage without = stack.grab().toImage();
        QVERIFY(holdsColor(without, Theme::light().shade));
        QVERIFY(holdsColor(without, Theme::light().lane)); // of the lanes to come
        stack.setEmptySentence(QStringLiteral("Space runs it"));
        QVERIFY(stack.grab().toImage() != without);
        QTest::keyClick(&stack, Qt::Key_Return); // there is nothing to go to
        QTest::keyClick(&stack, Qt::Key_Right);
        QVERIFY(!stack.view().state().chosen);
    }

    void nothingToCompareIsSaid()
    {
        show(syntheticStudy({.backends = {Backend::sequential}}));
        QVERIFY(showsStretches() && stretches().picture().panels.empty());
        const auto words = [&] {
            const QImage image = stretches().grab().toImage();
            QImage nothing(image.size(), image.format());
            nothing.fill(Theme::light().plot);
            return image != nothing;
        };
        QVERIFY(words());
        QCOMPARE(hoverAt(stretches().geometry().center()), QString());
        m_stack->setExperiment(MeasuredExperiment(syntheticStudy({.backends = {}, .rounds = 0})), {});
        QVERIFY(words());
    }

    void anySizeAndAnyMachine_data()
    {
        QTest::addColumn<int>("cores");
        QTest::addColumn<int>("jobsMax");
        QTest::addColumn<int>("rounds");
        for (const int cores : {1, 2, 64})
            for (const int jobsMax : {1, 5, 64})
                for (const int rounds : {0, 7})
                    QTest::addRow("%d cores, %d jobs, %d rounds", cores, jobsMax, rounds)
                        << cores << jobsMax << rounds;
    }
    void anySizeAndAnyMachine()
    {
        QFETCH(int, cores);
        QFETCH(int, jobsMax);
        QFETCH(int, rounds);
        const SpeedupStudy study = syntheticStudy({cores, jobsMax, kAll, rounds});
        const auto before = std::make_shared<const SpeedupStudy>(syntheticStudy({cores, 3, kAll, 7, 0.7}));
        for (const Theme& theme : {Theme::light(), Theme::dark().scaled(1.6)}) {
            for (const QSize size : {QSize(320, 200), QSize(900, 680), QSize(24, 60)}) {
                show(study, size, theme);
                const bool hasRoom = size.width() > 100; // else it is enough that it is painted
                const auto fits = [&] {
                    m_stack->grab();
                    return !hasRoom || std::ranges::all_of(m_stack->plots(), [&](const Plot* plot) {
                        return !plot->isVisible() || m_stack->rect().contains(plot->geometry());
                    });
                };
                QVERIFY(fits());
                QVERIFY(!hasRoom || speedup().picture().curves.empty() == (rounds == 0));
                m_stack->setPinnedStudy(before);
                m_stack->view().setUsl(true);
                QVERIFY(fits());
                QVERIFY(!hasRoom || speedup().picture().curves.front().before);
                m_stack->openStretch({Backend::gil, jobsMax, false});
                QVERIFY(fits());
                QVERIFY(!hasRoom || timeline().isVisible() == (rounds > 0));
            }
        }
    }

    void noNumberIsWrittenTwice()
    {
        for (const int height : {300, 680, 2400}) {
            show(syntheticStudy({.cores = 1, .jobsMax = 2}), {900, height});
            QStringList numbers = speedup().yAxis->tickVectorLabels();
            QVERIFY(numbers.size() > 1);
            QCOMPARE(numbers.removeDuplicates(), 0);
        }
    }

    void whereThereIsLittleRoomTheSpeedupIsAlone()
    {
        show(syntheticStudy(), {320, 200});
        QVERIFY(speedup().isVisible() && !stretches().isVisible());
        clickAt(placeOf({Backend::gil, 2, false})); // but what is opened is seen
        QVERIFY(!speedup().isVisible() && timeline().isVisible());
        QTest::keyClick(m_stack.get(), Qt::Key_Backspace);
        QVERIFY(speedup().isVisible());
    }

    void labelsStayInside()
    {
        for (const int width : {320, 500, 900}) {
            show(syntheticStudy({.cores = 8, .jobsMax = 16, .backends = kAll}), {width, 680});
            QVERIFY(speedup().area().width() > 0.4 * width);
            const QImage image = speedup().grab().toImage();
            for (int y = 0; y < image.height(); ++y) {
                const QColor pixel = image.pixelColor(image.width() - 1, y);
                QVERIFY2(pixel == Theme::light().plot, qPrintable(QString::number(y)));
            }
        }
    }
};

QTEST_MAIN(SpeedupPlotTest)
#include "speedup_plot_test.moc"
