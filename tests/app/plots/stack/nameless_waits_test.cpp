#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "export/figure.h"
#include "plots/plot.h"
#include "plots/stack/plot_stack.h"
#include "support/event_stream.h"
#include "support/made_up_run.h"
#include "support/synthetic_trace.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace threadscape;
using namespace threadscape::samples;

namespace {

constexpr std::int64_t kMs = 1'000'000;
constexpr int kTurns = 12; // enough for every pattern to be considered

// Every kind of plot on one time axis.
class AllPlots final : public Experiment {
public:
    AllPlots()
        : Experiment({"all", TS_TEXT("test", "Conditions"), TS_TEXT("test", "All"), TS_TEXT("test", "All?")})
    {
    }
    std::vector<Preset> presets() const override { return {}; }
    std::vector<PlotSpec> plots() const override
    {
        std::vector<PlotSpec> plots;
        for (const auto kind : {PlotSpec::Kind::timeline, PlotSpec::Kind::contention, PlotSpec::Kind::values,
                                PlotSpec::Kind::graph, PlotSpec::Kind::bars})
            plots.push_back({.kind = kind, .variable = "balance"});
        return plots;
    }
    std::vector<LaneGroup> lanes() const override { return {}; }
    void run(Lab&) override {}
    Findings findings() const override { return {}; }
    Answer answer(const Findings&, Outcome) const override { return {}; }
};

} // namespace

/// A file may contain waits without an object and without a waker: everything that can be read can be drawn and
/// described.
class NamelessWaitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStateIsDrawnAndTold_data();
    void everyStateIsDrawnAndTold();
    void denseOnesAreDrawn();
};

void NamelessWaitsTest::everyStateIsDrawnAndTold_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("open");
    for (int state = 0; state < kStates; ++state)
        for (const bool open : {false, true})
            QTest::addRow("%s%s", stateName(static_cast<State>(state)), open ? ", open at the end" : "")
                << state << open;
}

void NamelessWaitsTest::everyStateIsDrawnAndTold()
{
    QFETCH(const int, state);
    QFETCH(const bool, open);
    EventStream stream;
    const ObjectId lock = stream.object("L", ObjectKind::lock);
    std::uint32_t holds = 0;
    for (int lane = 0; lane < 4; ++lane) {
        const TrackId track = stream.track("Thread-" + std::to_string(lane + 1));
        stream.take(stream.begin(track, 0));
        for (int turn = 0; turn < kTurns; ++turn) {
            const std::int64_t at = (turn * 4 + lane) * 2 * kMs;
            // Twice in one operation: woken in vain, if it were known on what.
            stream.take(
                {stream.wait(track, static_cast<State>(state), kNoObject, at, at + kMs),
                 stream.wait(track, static_cast<State>(state), kNoObject, at + kMs + 1, at + 2 * kMs - 1)});
            if (lane == 0)
                stream.take(stream.hold(track, lock, ++holds, at + 2 * kMs - 1, at + 2 * kMs));
            stream.take(stream.operation(track, "turn", at, at + 2 * kMs));
        }
        if (open)
            stream.open(track, OpenSpans::kWaitSlot, kTurns * 8 * kMs, kNoObject,
                        static_cast<std::uint8_t>(state), kNoTrack);
    }
    stream.publish((kTurns * 8 + 8) * kMs);
    const std::shared_ptr<const Trace> trace(&stream.trace(), [](const Trace*) {});
    PlotStack stack;
    stack.resize(900, 1000);
    stack.setRun(runOf(trace, std::make_shared<AllPlots>(), 0, 2));
    QVERIFY(!stack.grab().isNull());
    QSignalSpy told(&stack, &PlotStack::hovered);
    for (const TimeWindow window : {TimeWindow{0, kTurns * 8 * kMs}, TimeWindow{0, 12 * kMs}}) {
        stack.view().setWindow(window);
        for (const Plot* plot : stack.plots())
            for (int y = plot->y(); y < plot->geometry().bottom(); y += 13)
                for (int x = plot->x(); x < plot->geometry().right(); x += 97) {
                    QMouseEvent move(QEvent::MouseMove, QPointF(x, y), stack.mapToGlobal(QPointF(x, y)),
                                     Qt::NoButton, Qt::NoButton, Qt::NoModifier);
                    QApplication::sendEvent(&stack, &move);
                }
        QTest::mouseClick(&stack, Qt::LeftButton, {}, stack.plots().front()->geometry().center());
        QVERIFY(!stack.grab().isNull());
    }
    for (const QList<QVariant>& call : told)
        QVERIFY2(!call.front().toString().contains(QStringLiteral("  ")),
                 qPrintable(call.front().toString())); // a name that is missing between two words
}

void NamelessWaitsTest::denseOnesAreDrawn()
{
    QTemporaryDir folder;
    FigureRequest request;
    request.path = folder.filePath(QStringLiteral("dense.png")).toStdString();
    request.run = runOf(denseTrace(16, 5000, 8'000'000'000, 1), std::make_shared<AllPlots>());
    QVERIFY(writeFigure(request).has_value());
}

QTEST_MAIN(NamelessWaitsTest)
#include "nameless_waits_test.moc"
