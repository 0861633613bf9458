#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "export/figure.h"
#include "plots/plot.h"
#include "plots/stack/plot_stack.h"
#include "support/event_stream.h"
#include "support/made_up_run.h"
#include "support/synthetic_trace.h"

#include <QFile>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace threadscape;
using namespace threadscape::samples;

namespace {

constexpr std::int64_t kLengthNs = 1'000'000;

int countOf(const QImage& image, const QColor& color, const QRectF& within)
{
    int found = 0;
    const QRect rect = within.toAlignedRect().intersected(image.rect());
    for (int y = rect.top(); y <= rect.bottom(); ++y)
        for (int x = rect.left(); x <= rect.right(); ++x)
            found += image.pixelColor(x, y) == color ? 1 : 0;
    return found;
}

} // namespace

/// What is drawn of processes: the messages between them, and how they died.
class PlotStackProcessesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void messagesAreArrows();
    void tooManyAreNone();
    void longOnesAreHairSooner();
    void whatIsNotReceivedIsAStub();
    void aMessageIsTold();
    void amongTooManyTheNearestIsTold();
    void aWaitForAMessageShowsIt();
    void aDeathIsMarked();
    void aDeathIsToldOnItsMarkAndItsName();
    void aFigureHasThem();

private:
    void show(const Theme& theme = Theme::light());
    void sent(std::uint32_t number, std::int64_t atNs);
    void received(std::uint32_t number, std::int64_t atNs);
    QRectF lane(int index) const;
    QRectF between() const;
    double x(std::int64_t ns) const { return area().left() + plot()->timeAxis().toPixel(ns); }
    QRectF area() const { return plot()->area(); }
    Plot* plot() const { return m_stack->plots().front(); }
    QImage picture() const { return plot()->grab().toImage(); }
    QString told(QPointF inPlot);

    std::unique_ptr<EventStream> m_stream;
    TrackId m_main = 0;
    TrackId m_worker = 0;
    ObjectId m_pipe = 0;
    std::unique_ptr<PlotStack> m_stack;
};

void PlotStackProcessesTest::init()
{
    m_stack.reset();
    m_stream = std::make_unique<EventStream>();
    m_main = m_stream->track("Depositor 1", TrackKind::process);
    m_worker = m_stream->track("Depositor 2", TrackKind::process);
    for (const TrackId track : {m_main, m_worker})
        m_stream->names().track(track).group = "Depositors";
    m_pipe = m_stream->object("Pipe", ObjectKind::pipe);
    m_stream->take({m_stream->begin(m_main, 0), m_stream->begin(m_worker, 0)});
}

void PlotStackProcessesTest::show(const Theme& theme)
{
    m_stream->publish(kLengthNs);
    SyntheticSpec spec;
    spec.depositors = 2;
    spec.withdrawers = 0;
    spec.seconds = 0;
    m_stack = std::make_unique<PlotStack>();
    m_stack->setTheme(theme);
    m_stack->resize(900, 640);
    // The stack keeps the trace, and lives no longer than the stream.
    m_stack->setRun(
        runOf(std::shared_ptr<Trace>(&m_stream->trace(), [](Trace*) {}), syntheticExperiment(spec)));
    m_stack->show();
    m_stack->refresh();
    m_stack->view().setWindow({0, kLengthNs});
}

void PlotStackProcessesTest::sent(std::uint32_t number, std::int64_t atNs)
{
    m_stream->take(messageEvent(m_main, m_pipe, m_stream->ticks(atNs), number, {false, 0, 64}));
}

void PlotStackProcessesTest::received(std::uint32_t number, std::int64_t atNs)
{
    m_stream->take(messageEvent(m_worker, m_pipe, m_stream->ticks(atNs), number, {true, 0, 64}));
}

// Found by its colour, which is that of running.
QRectF PlotStackProcessesTest::lane(int index) const
{
    const QImage image = picture();
    const QColor running = Theme::light().state(State::running).fill;
    const int at = qRound(area().left()) + 3;
    int found = -1;
    int top = 0;
    bool before = false;
    for (int y = qRound(area().top()); y < image.height(); ++y) {
        const bool in = image.pixelColor(at, y) == running;
        if (in && !before && ++found == index)
            top = y;
        if (found == index && (!in || y + 1 == image.height()))
            return {area().left(), double(top), area().width(), double(y - top)};
        before = in;
    }
    return {};
}

// The lower half of the upper lane and the upper half of the lower one.
QRectF PlotStackProcessesTest::between() const
{
    return {QPointF(area().left(), lane(0).center().y()), QPointF(area().right(), lane(1).center().y())};
}

QString PlotStackProcessesTest::told(QPointF inPlot)
{
    QSignalSpy spy(m_stack.get(), &PlotStack::hovered);
    const QPointF at = inPlot + plot()->pos();
    QMouseEvent away(QEvent::MouseMove, QPointF(1, 1), m_stack->mapToGlobal(QPointF(1, 1)), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QMouseEvent move(QEvent::MouseMove, at, m_stack->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QApplication::sendEvent(m_stack.get(), &away);
    QApplication::sendEvent(m_stack.get(), &move);
    return spy.isEmpty() ? QString() : spy.back().front().toString();
}

void PlotStackProcessesTest::messagesAreArrows()
{
    for (const Theme& theme : {Theme::light(), Theme::dark()}) {
        init();
        show(theme);
        const QImage without = picture();
        init();
        sent(1, 400'000);
        received(1, 600'000);
        show(theme);
        const QImage with = picture();
        int changed = 0;
        double leftmost = 1e9;
        double rightmost = 0;
        for (int y = 0; y < with.height(); ++y) {
            for (int px = 0; px < with.width(); ++px) {
                if (with.pixel(px, y) == without.pixel(px, y))
                    continue;
                ++changed;
                leftmost = std::min<double>(leftmost, px);
                rightmost = std::max<double>(rightmost, px);
            }
        }
        QVERIFY(changed > 100);
        QVERIFY(std::fabs(leftmost - x(400'000)) < 8);
        QVERIFY(std::fabs(rightmost - x(600'000)) < 8);
        QVERIFY(countOf(with, theme.text, QRectF(leftmost, 0, rightmost - leftmost, with.height())) >
                countOf(without, theme.text, QRectF(leftmost, 0, rightmost - leftmost, with.height())));
    }
}

void PlotStackProcessesTest::tooManyAreNone()
{
    show();
    const QImage without = picture();
    init();
    for (std::uint32_t i = 0; i < 1000; ++i) {
        sent(i + 1, i * 900);
        received(i + 1, i * 900 + 5000);
    }
    show();
    QCOMPARE(picture(), without);
    m_stack->view().setWindow({400'000, 420'000});
    QVERIFY(countOf(picture(), Theme::light().text, between()) > 20); // nearer by, they are there
}

// Sixty between neighbours are a picture; across a dozen lanes they hide it.
void PlotStackProcessesTest::longOnesAreHairSooner()
{
    const auto arrows = [&](int lanesBetween) {
        m_stack.reset();
        m_stream = std::make_unique<EventStream>();
        m_pipe = m_stream->object("Pipe", ObjectKind::pipe);
        std::vector<TrackId> tracks;
        for (int i = 0; i < lanesBetween + 2; ++i) {
            tracks.push_back(m_stream->track("Process-" + std::to_string(i + 1), TrackKind::process));
            m_stream->take(m_stream->begin(tracks.back(), 0));
        }
        m_main = tracks.front();
        m_worker = tracks.back();
        show();
        const QImage without = picture();
        for (std::uint32_t i = 0; i < 60; ++i) {
            sent(i + 1, i * 16'000);
            received(i + 1, i * 16'000 + 5000);
        }
        show();
        return picture() != without;
    };
    QVERIFY(arrows(0));
    QVERIFY(!arrows(12));
}

void PlotStackProcessesTest::whatIsNotReceivedIsAStub()
{
    show();
    const QImage without = picture();
    init();
    sent(1, 500'000);
    show();
    const QImage with = picture();
    int changed = 0;
    for (int y = 0; y < with.height(); ++y)
        for (int px = 0; px < with.width(); ++px)
            if (with.pixel(px, y) != without.pixel(px, y)) {
                ++changed;
                QVERIFY(std::fabs(px - x(500'000)) < 20);
            }
    QVERIFY(changed > 20);
    QVERIFY2(told({x(500'000), lane(0).bottom() - 8}).contains(QStringLiteral("was never received")),
             qPrintable(told({x(500'000), lane(0).bottom() - 8})));
}

void PlotStackProcessesTest::aMessageIsTold()
{
    sent(1, 400'000);
    received(1, 600'000);
    show();
    const QImage before = picture();
    const QPointF middle(x(500'000), (lane(0).bottom() + lane(1).top()) / 2);
    QCOMPARE(told(middle), QStringLiteral("Message 1 from Depositor 1 to Depositor 2 over Pipe: 64 bytes, "
                                          "took 200 µs"));
    QVERIFY(countOf(picture(), Theme::light().accent, QRectF(plot()->rect())) >
            countOf(before, Theme::light().accent, QRectF(plot()->rect())) + 20); // it is lit
    QCOMPARE(told({x(100'000), lane(0).center().y()}), QStringLiteral("Depositor 1 ran for 1 ms"));
}

void PlotStackProcessesTest::amongTooManyTheNearestIsTold()
{
    for (std::uint32_t i = 0; i < 1000; ++i) {
        sent(i + 1, i * 900);
        received(i + 1, i * 900 + 5000);
    }
    show();
    const QPointF at(x(450'000), lane(0).center().y());
    const QString words = told(at);
    QVERIFY2(
        words.startsWith(QStringLiteral("Depositor 1 ran for 1 ms\nMessage ")) &&
            words.endsWith(QStringLiteral(" from Depositor 1 to Depositor 2 over Pipe: 64 bytes, took 5 µs")),
        qPrintable(words));
    QVERIFY(countOf(picture(), Theme::light().accent, between()) > 10);
}

void PlotStackProcessesTest::aWaitForAMessageShowsIt()
{
    m_stream->take(m_stream->wait(m_worker, State::io, m_pipe, 300'000, 600'000));
    sent(1, 590'000);
    received(1, 601'000);
    show();
    const QString words = told({x(400'000), lane(1).center().y()});
    QCOMPARE(words, QStringLiteral("Depositor 2 waited 300 µs for Pipe\nMessage 1 from Depositor 1 to "
                                   "Depositor 2 over Pipe: 64 bytes, took 11 µs"));
    QVERIFY(countOf(picture(), Theme::light().accent, between()) > 10);
}

void PlotStackProcessesTest::aDeathIsMarked()
{
    for (const Theme& theme : {Theme::light(), Theme::dark()}) {
        for (const std::int32_t code : {0, -9}) {
            init();
            m_stream->take({m_stream->end(m_main, 500'000), m_stream->end(m_worker, 500'000)});
            m_stream->names().track(m_main).exitCode.store(0);
            m_stream->names().track(m_worker).exitCode.store(code);
            show(theme);
            const QImage image = picture();
            const QRectF mark(x(500'000) - 12, area().top(), 24, area().height());
            if (code == 0) {
                QCOMPARE(countOf(image, theme.error, area()), 0);
            } else {
                QVERIFY(countOf(image, theme.error, mark) > 20);
                // And in words beside it.
                QVERIFY(countOf(image, theme.error, area()) > countOf(image, theme.error, mark) + 20);
                QVERIFY(countOf(image, theme.errorBackground, area()) > 100);
            }
        }
    }
}

void PlotStackProcessesTest::aDeathIsToldOnItsMarkAndItsName()
{
    m_stream->take({m_stream->end(m_main, 500'000), m_stream->end(m_worker, 500'000)});
    m_stream->names().track(m_main).exitCode.store(0);
    m_stream->names().track(m_worker).exitCode.store(-9);
    show();
    const QString sentence = QStringLiteral("Depositor 2 was killed after 500 µs: exit code -9");
    QCOMPARE(told({x(500'000), lane(1).center().y()}), sentence);
    QCOMPARE(told({area().left() - 20, lane(1).center().y()}), sentence);
    QCOMPARE(told({area().left() - 20, lane(0).center().y()}), QString());
    QCOMPARE(told({x(300'000), lane(1).center().y()}), QStringLiteral("Depositor 2 ran for 500 µs"));
}

void PlotStackProcessesTest::aFigureHasThem()
{
    const QTemporaryDir folder;
    const auto svgOf = [&] {
        show();
        FigureRequest request;
        request.path = folder.filePath(QStringLiteral("figure.svg")).toStdString();
        request.format = FigureFormat::svg;
        SyntheticSpec spec;
        spec.depositors = 2;
        spec.withdrawers = 0;
        request.run =
            runOf(std::shared_ptr<Trace>(&m_stream->trace(), [](Trace*) {}), syntheticExperiment(spec));
        request.view.following = false;
        request.view.window = {450'000, kLengthNs};
        if (!writeFigure(request))
            return QByteArray();
        QFile file(QString::fromStdString(request.path.string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray without = svgOf();
    QVERIFY(!without.isEmpty() && !without.contains("killed"));
    sent(1, 1000); // before the picture, far to the left of it
    received(1, 600'000);
    const QByteArray arrow = svgOf();
    QCOMPARE(arrow.count("<polygon") + arrow.count("<path"),
             without.count("<polygon") + without.count("<path") + 1);
    QCOMPARE(arrow.count("<polyline"), without.count("<polyline") + 2); // its line, and what sets it off
    QVERIFY(!arrow.contains("points=\"-"));                             // a vector file is not clipped
    m_stream->take(m_stream->end(m_worker, 900'000));
    m_stream->names().track(m_worker).exitCode.store(-9);
    QVERIFY(svgOf().contains(">killed (-9)<"));
}

QTEST_MAIN(PlotStackProcessesTest)
#include "plot_stack_processes_test.moc"
