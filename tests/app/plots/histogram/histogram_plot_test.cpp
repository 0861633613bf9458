#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "plots/histogram/duration_counts.h"
#include "plots/plot.h"
#include "plots/stack/plot_stack.h"
#include "support/event_stream.h"
#include "support/made_up_run.h"

#include <QTest>

using namespace threadscape;

namespace {

constexpr std::int64_t kUs = 1000;

class Timed final : public Experiment {
public:
    Timed()
        : Experiment({"timed", TS_TEXT("test", "T"), TS_TEXT("test", "Timed"), TS_TEXT("test", "How long?")})
    {
    }
    std::vector<Preset> presets() const override { return {}; }
    std::vector<PlotSpec> plots() const override
    {
        return {{.kind = PlotSpec::Kind::timeline, .share = 1},
                {.kind = PlotSpec::Kind::histogram, .share = 1, .variable = "trip"}};
    }
    std::vector<LaneGroup> lanes() const override { return {}; }
    void run(Lab&) override {}
    Findings findings() const override { return {}; }
    Answer answer(const Findings&, Outcome) const override { return {}; }
};

std::uint64_t totalOf(const std::vector<DurationCounts::Bar>& bars)
{
    std::uint64_t total = 0;
    for (const DurationCounts::Bar& bar : bars)
        total += bar.count;
    return total;
}

} // namespace

class HistogramPlotTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyTripIsCountedOnce();
    void otherOperationsAreNot();
    void barsTouchAndHoldTheirDurations();
    void theWholeRunIsCountedAtEveryZoom();
    void pointedAtABarTellsItself();
    void nothingTimedIsSaid();

private:
    // Trips of the given lengths in us, back to back.
    void play(const std::vector<std::int64_t>& tripsUs, const char* name = "trip")
    {
        for (const std::int64_t us : tripsUs) {
            m_stream->take(m_stream->operation(m_track, name, m_nowNs, m_nowNs + us * kUs));
            m_nowNs += us * kUs + kUs;
        }
    }
    std::shared_ptr<const Trace> trace()
    {
        return {&m_stream->trace(), [](const Trace*) {}};
    }

    std::unique_ptr<EventStream> m_stream;
    TrackId m_track = 0;
    std::int64_t m_nowNs = 0;
};

void HistogramPlotTest::init()
{
    m_stream = std::make_unique<EventStream>();
    m_track = m_stream->track("Thread-1");
    m_nowNs = kUs;
    m_stream->take(m_stream->begin(m_track, 0));
}

void HistogramPlotTest::everyTripIsCountedOnce()
{
    DurationCounts counts;
    play({10, 20});
    m_stream->publish(m_nowNs, false);
    counts.take(m_stream->trace(), "trip");
    QCOMPARE(counts.histogram().total(), std::uint64_t{2});
    play({30, 40, 50});
    m_stream->publish(m_nowNs, true);
    for (int again = 0; again < 3; ++again)
        counts.take(m_stream->trace(), "trip");
    QCOMPARE(counts.histogram().total(), std::uint64_t{5});
    QCOMPARE(totalOf(counts.bars()), std::uint64_t{5});
    // Another run resets it.
    EventStream other;
    other.publish(1000, true);
    counts.take(other.trace(), "trip");
    QVERIFY(counts.bars().empty());
}

void HistogramPlotTest::otherOperationsAreNot()
{
    play({10, 10}, "stop");
    play({20});
    m_stream->publish(m_nowNs, true);
    DurationCounts counts;
    counts.take(m_stream->trace(), "trip");
    QCOMPARE(counts.histogram().total(), std::uint64_t{1});
    DurationCounts none;
    none.take(m_stream->trace(), "journey");
    QVERIFY(none.bars().empty());
}

void HistogramPlotTest::barsTouchAndHoldTheirDurations()
{
    play({3, 100, 101, 5000, 5001, 5002});
    m_stream->publish(m_nowNs, true);
    DurationCounts counts;
    counts.take(m_stream->trace(), "trip");
    const auto bars = counts.bars();
    for (std::size_t i = 1; i < bars.size(); ++i)
        QCOMPARE(bars[i].fromNs, bars[i - 1].toNs);
    QVERIFY(bars.front().count > 0 && bars.back().count > 0);
    QVERIFY(bars.front().fromNs <= 3000 && bars.front().toNs > 3000);
    QVERIFY(bars.back().fromNs <= 5'002'000 && bars.back().toNs > 5'000'000);
}

void HistogramPlotTest::theWholeRunIsCountedAtEveryZoom()
{
    play(std::vector<std::int64_t>(50, 10));
    play(std::vector<std::int64_t>(50, 300));
    m_stream->publish(m_nowNs, true);
    PlotStack stack;
    stack.resize(800, 500);
    stack.setRun(samples::runOf(trace(), std::make_shared<Timed>()));
    stack.show();
    Plot* const plot = stack.plots().back();
    const QImage whole = plot->grab().toImage();
    stack.view().setWindow({0, 100 * kUs});
    QCOMPARE(plot->grab().toImage(), whole);
}

void HistogramPlotTest::pointedAtABarTellsItself()
{
    play(std::vector<std::int64_t>(30, 10));
    play(std::vector<std::int64_t>(10, 300));
    m_stream->publish(m_nowNs, true);
    PlotStack stack;
    stack.resize(800, 500);
    stack.setRun(samples::runOf(trace(), std::make_shared<Timed>()));
    stack.show();
    Plot* const plot = stack.plots().back();
    const QRectF area = plot->area();
    QStringList told;
    for (double x = area.left(); x < area.right(); x += 2)
        if (const QString words = plot->hover({x, area.bottom() - 2});
            !words.isEmpty() && !told.contains(words))
            told << words;
    QCOMPARE(told.size(), 2);
    QVERIFY2(told[0].startsWith(QStringLiteral("30 of 40 took ")), qPrintable(told[0]));
    QVERIFY2(told[1].startsWith(QStringLiteral("10 of 40 took ")), qPrintable(told[1]));
    // The commoner is three times as high.
    const QImage image = plot->grab().toImage();
    const auto heightAt = [&](const QString& words) {
        for (double x = area.left(); x < area.right(); x += 1) {
            if (plot->hover({x, area.bottom() - 2}) != words)
                continue;
            int height = 0;
            for (int y = qRound(area.top()); y < area.bottom(); ++y)
                height += image.pixelColor(qRound(x) + 2, y) == Theme::light().accent ? 1 : 0;
            return height;
        }
        return 0;
    };
    QVERIFY(std::abs(heightAt(told[0]) - 3 * heightAt(told[1])) <= 4);
}

void HistogramPlotTest::nothingTimedIsSaid()
{
    m_stream->publish(1000, true);
    PlotStack stack;
    stack.resize(800, 500);
    stack.setRun(samples::runOf(trace(), std::make_shared<Timed>()));
    stack.show();
    QVERIFY(!stack.grab().isNull());
    QVERIFY(stack.plots().back()->hover(stack.plots().back()->area().center()).isEmpty());
}

QTEST_MAIN(HistogramPlotTest)
#include "histogram_plot_test.moc"
