#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "app/view/lanes/core_run.h"
#include "plots/lanes/timeline_plot.h"
#include "plots/stack/plot_stack.h"
#include "support/event_stream.h"
#include "support/made_up_run.h"
#include "support/synthetic_trace.h"

#include <QMouseEvent>
#include <QTest>

using namespace threadscape;
using namespace threadscape::samples;

/// How much the lanes do for what they show, and that words, what is lit and what is selected are about one thing.
class TimelinePlotTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMouseMoveLaysOutNothingAndLooksOnce_data();
    void aMouseMoveLaysOutNothingAndLooksOnce();
    void aFrameLaysOutWhatHasChanged();
    void aNewFrameIsLookedAtAnew();
    void theNameOfAPatternIsNotTheSpanBelow();
    void anArrowIsNotTheSpanBelow();
    void whoIsNotKnownIsNoLaneToCome();

private:
    void show(const std::shared_ptr<const Trace>& trace, const SyntheticSpec& spec);
    TimelinePlot& lanes() const { return *static_cast<TimelinePlot*>(m_stack->plots().front()); }
    void moveTo(QPointF inLanes) const;
    QImage picture() const { return lanes().grab().toImage(); }

    std::unique_ptr<PlotStack> m_stack;
};

namespace {

SyntheticSpec bank(int depositors, int withdrawers)
{
    SyntheticSpec spec;
    spec.depositors = depositors;
    spec.withdrawers = withdrawers;
    return spec;
}

// The stack keeps the trace, and lives no longer than the stream.
std::shared_ptr<const Trace> traceOf(EventStream& stream)
{
    return {&stream.trace(), [](const Trace*) {}};
}

} // namespace

void TimelinePlotTest::show(const std::shared_ptr<const Trace>& trace, const SyntheticSpec& spec)
{
    m_stack = std::make_unique<PlotStack>();
    m_stack->setTheme(Theme::light());
    m_stack->resize(900, 640);
    m_stack->setRun(runOf(trace, syntheticExperiment(spec), 0, 2));
    m_stack->show();
    m_stack->refresh();
}

void TimelinePlotTest::moveTo(QPointF inLanes) const
{
    const QPointF at = inLanes + lanes().pos();
    QMouseEvent move(QEvent::MouseMove, at, m_stack->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QApplication::sendEvent(m_stack.get(), &move);
}

void TimelinePlotTest::aMouseMoveLaysOutNothingAndLooksOnce_data()
{
    QTest::addColumn<QString>("run");
    QTest::newRow("bank") << QStringLiteral("bank");
    QTest::newRow("many lanes, scrolled") << QStringLiteral("many");
    QTest::newRow("cores") << QStringLiteral("cores");
}

void TimelinePlotTest::aMouseMoveLaysOutNothingAndLooksOnce()
{
    QFETCH(const QString, run);
    const SyntheticSpec spec = run == QStringLiteral("many")    ? bank(100, 100)
                               : run == QStringLiteral("cores") ? bank(2, 0)
                                                                : bank(5, 10);
    show(run == QStringLiteral("cores") ? CoreRun::make() : syntheticTrace(spec), spec);
    m_stack->view().setCoresOpen(true);
    if (run == QStringLiteral("many"))
        m_stack->view().setScroll(100);
    const QRectF area = lanes().area();
    m_stack->view().select(SelectedSpan{
        m_stack->trace().get(), lanes().hitAt({area.left() + 0.7 * area.width(), area.top() + 40}).value()});
    QVERIFY(m_stack->view().state().selected);
    const std::int64_t layouts = lanes().layouts();
    std::int64_t tests = lanes().hitTests();
    std::size_t locks = 0; // pointing at which draws what is lit once more
    for (double y = area.top() + 1; y < area.bottom(); y += 7)
        for (double x = area.left() - 30; x < area.right(); x += 41) {
            moveTo({x, y});
            QCOMPARE(lanes().layouts(), layouts);
            QCOMPARE(lanes().hitTests(), tests + 1);
            tests = lanes().hitTests();
            const auto hit = lanes().hitAt({x, y}); // the same place: it is known
            locks += hit && hit->state == State::lock ? 1 : 0;
            QVERIFY(!hit || !lanes().hover({x, y}).isEmpty());
            QCOMPARE(lanes().hitTests(), tests);
        }
    QVERIFY(locks > 0 || run == QStringLiteral("cores"));
}

void TimelinePlotTest::aFrameLaysOutWhatHasChanged()
{
    const SyntheticSpec spec = bank(100, 100);
    show(syntheticTrace(spec), spec);
    std::int64_t layouts = lanes().layouts();
    const auto news = [&] { return lanes().layouts() - std::exchange(layouts, lanes().layouts()); };
    m_stack->view().setWindow({1'000'000'000, 2'000'000'000});
    m_stack->setEvidence({{kNoTrack, {1'000'000'000, 1'500'000'000}}});
    QCOMPARE(news(), std::int64_t{0}); // lanes stand where they stood
    m_stack->view().setScroll(50);
    QCOMPARE(news(), std::int64_t{1});
    m_stack->resize(900, 700);
    QVERIFY(news() > 0);
    m_stack->setTheme(Theme::dark().scaled(1.5));
    QVERIFY(news() > 0);
}

void TimelinePlotTest::aNewFrameIsLookedAtAnew()
{
    EventStream stream;
    const TrackId track = stream.track("Depositor 1");
    stream.names().track(track).group = "Depositors";
    stream.take(stream.begin(track, 0));
    stream.publish(400'000, false);
    show(traceOf(stream), bank(1, 0));
    m_stack->view().setWindow({0, 1'000'000});
    const QPointF at = lanes().area().center() - QPointF(0, lanes().area().height() / 2 - 30);
    moveTo(at);
    QVERIFY(!lanes().hitAt(at));
    stream.publish(900'000, false);
    m_stack->refresh();
    QVERIFY(lanes().hitAt(at));                                   // though the pointer rests
    m_stack->setExperiment(*syntheticExperiment(bank(1, 0)), {}); // lets the trace go before the stream does
}

void TimelinePlotTest::theNameOfAPatternIsNotTheSpanBelow()
{
    EventStream stream;
    for (int i = 1; i <= 2; ++i) { // too few to be named once in the heading
        const TrackId track = stream.track("Depositor " + std::to_string(i));
        stream.names().track(track).group = "Depositors";
        stream.take({stream.begin(track, 0), stream.end(track, 1'000'000'000)});
    }
    stream.publish(1'000'000'000);
    m_stack = std::make_unique<PlotStack>();
    m_stack->resize(900, 640);
    m_stack->setRun(runOf(traceOf(stream), syntheticExperiment(bank(2, 0)), 0, 1));
    m_stack->show();
    m_stack->refresh();
    const QPointF onName = lanes().area().topLeft() + QPointF(20, 46);
    const QPointF beside = lanes().area().topLeft() + QPointF(400, 46);
    QVERIFY(lanes().hover(onName).contains(QStringLiteral("Oversubscribed")));
    QVERIFY(lanes().hover(beside).contains(QStringLiteral("ran for")));
    QVERIFY(lanes().hitAt(beside));
    QVERIFY(!lanes().hitAt(onName));
    // A span that is pointed at is framed; the name of a pattern frames nothing.
    const auto isFramed = [&](QPointF at) {
        moveTo(at);
        const QImage image = picture();
        const int x = qRound(lanes().area().left()) + 600;
        const int top = qRound(lanes().area().top());
        for (int y = top; y < top + 100; ++y)
            if (image.pixelColor(x, y) == Theme::light().text)
                return true;
        return false;
    };
    QVERIFY(isFramed(beside));
    QVERIFY(!isFramed(onName));
    QTest::mouseClick(m_stack.get(), Qt::LeftButton, {}, (beside + lanes().pos()).toPoint());
    QVERIFY(m_stack->view().state().selected);
    QTest::mouseClick(m_stack.get(), Qt::LeftButton, {}, (onName + lanes().pos()).toPoint());
    QVERIFY(!m_stack->view().state().selected);
    m_stack.reset();
}

void TimelinePlotTest::anArrowIsNotTheSpanBelow()
{
    EventStream stream;
    std::vector<TrackId> tracks;
    for (int i = 1; i <= 2; ++i) {
        tracks.push_back(stream.track("Process-" + std::to_string(i), TrackKind::process));
        stream.take(stream.begin(tracks.back(), 0));
    }
    const ObjectId pipe = stream.object("Pipe", ObjectKind::pipe);
    stream.take(messageEvent(tracks[0], pipe, stream.ticks(499'000), 1, {false, 0, 64}));
    stream.take(messageEvent(tracks[1], pipe, stream.ticks(501'000), 1, {true, 0, 64}));
    stream.publish(1'000'000);
    show(traceOf(stream), bank(0, 0));
    m_stack->view().setWindow({0, 1'000'000});
    const QRectF area = lanes().area();
    int arrows = 0;
    int spans = 0;
    for (double y = area.top(); y < area.top() + 150; y += 3) {
        const QPointF at(area.center().x(), y);
        const QString words = lanes().hover(at);
        arrows += words.startsWith(QStringLiteral("Message")) ? 1 : 0;
        spans += words.startsWith(QStringLiteral("Process")) ? 1 : 0;
        QCOMPARE(lanes().hitAt(at).has_value(), words.startsWith(QStringLiteral("Process")));
    }
    QVERIFY(arrows > 2 && spans > 5);
    m_stack.reset();
}

// A wait that nobody is known to have ended, beside a lane that has no track yet.
void TimelinePlotTest::whoIsNotKnownIsNoLaneToCome()
{
    EventStream stream;
    const TrackId track = stream.track("Depositor 1");
    stream.names().track(track).group = "Depositors";
    const ObjectId lock = stream.object("L", ObjectKind::lock);
    stream.take({stream.begin(track, 0), stream.wait(track, State::lock, lock, 300'000, 600'000)});
    stream.publish(1'000'000);
    show(traceOf(stream), bank(2, 0));
    m_stack->view().setWindow({0, 1'000'000});
    const QRectF area = lanes().area();
    const QPointF onWait(area.left() + 0.4 * area.width(), area.top() + 46);
    moveTo(onWait);
    QVERIFY(lanes().hitAt(onWait)->state == State::lock);
    const QImage image = picture();
    int arrow = 0;
    for (int y = qRound(area.top()); y < area.bottom(); ++y)
        for (int x = qRound(area.left()); x < area.right(); ++x)
            arrow += image.pixelColor(x, y) == Theme::light().accent ? 1 : 0;
    QCOMPARE(arrow, 0);
    m_stack.reset();
}

QTEST_MAIN(TimelinePlotTest)
#include "timeline_plot_test.moc"
