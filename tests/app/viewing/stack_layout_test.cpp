#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "viewing/stack_layout.h"

#include <QTest>

using namespace threadscape;

namespace {

constexpr double kLegend = 24;

StackPlot lanes(int count)
{
    StackPlot plot{.share = 5, .leastPx = 20.0 + 22 * count, .legend = true};
    plot.lanes = LanesHeight{20.0 + 8 * count, 20.0 + 22 * count, 20.0 + 30 * count};
    return plot;
}
const StackPlot kContention{.share = 2, .leastPx = 60, .spare = true};
const StackPlot kValues{.share = 3, .leastPx = 60};
const StackPlot kGraph{.share = 3, .leastPx = 190, .large = true};
const StackPlot kSpeedup{.share = 2, .leastPx = 120, .alone = true};
const StackPlot kStretches{.share = 1, .leastPx = 60, .alone = true, .legend = true};

std::size_t shownIn(const StackLayout& layout)
{
    return static_cast<std::size_t>(std::ranges::count(layout.plots, false, &QRectF::isNull));
}

} // namespace

/// The layout of plots in any space.
class StackLayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingOverlapsAndNothingIsBesideTheRoom();
    void manyLanesTakeFromTheOthers();
    void fewLanesLeaveRoom();
    void aLargePlotIsGivenRoom();
    void twoStacksOfOneNeedAreAlike();
    void ofASpeedupTheOpenedPartIsSeen();
    void whatStandsInAnothersPlaceMovesNothing();
    void noPlotIsNoLayout();
};

void StackLayoutTest::nothingOverlapsAndNothingIsBesideTheRoom()
{
    StackNeeds shared;
    shared.legend = 30;
    shared.lanesLeast = 400;
    shared.lanesMost = 600;
    const std::vector<std::vector<StackPlot>> stacks{{lanes(15), kContention, kValues},
                                                     {lanes(2), kContention, kGraph},
                                                     {lanes(100)},
                                                     {kValues},
                                                     {kSpeedup, kStretches},
                                                     {kContention, kContention, kValues}};
    for (const auto& plots : stacks)
        for (const StackScope scope :
             {StackScope::all, StackScope::readable, StackScope::lecture, StackScope::essential})
            for (const StackNeeds* other : {static_cast<const StackNeeds*>(nullptr), &std::as_const(shared)})
                for (const double scale : {1.0, 1.5, 3.0})
                    for (const QSizeF size : {QSizeF(1600, 900), QSizeF(720, 460), QSizeF(302, 227)}) {
                        const StackLayout layout = stackLayout(plots, {.size = size,
                                                                       .legendPx = kLegend,
                                                                       .scale = scale,
                                                                       .scope = scope,
                                                                       .shared = other});
                        QCOMPARE(layout.plots.size(), plots.size());
                        QVERIFY(shownIn(layout) >= 1);
                        double below =
                            layout.legend.isNull() || plots.front().alone ? 0 : layout.legend.bottom();
                        for (const QRectF& plot : layout.plots) {
                            if (plot.isNull())
                                continue;
                            QVERIFY(plot.top() >= below);
                            QCOMPARE(plot.width(), size.width());
                            QVERIFY(plot.height() >= 24);
                            below = plot.bottom();
                        }
                        if (size.height() >= 460 * scale && plots.size() > 1)
                            QVERIFY(below <= size.height() + 1);
                    }
}

void StackLayoutTest::manyLanesTakeFromTheOthers()
{
    const std::vector<StackPlot> plots{lanes(15), kContention, kValues};
    const StackLayout layout = stackLayout(plots, {.size = {900, 640}, .legendPx = kLegend});
    QVERIFY(layout.plots[0].height() >= lanes(15).lanes->least); // each has its name
    QVERIFY(layout.plots[2].height() > layout.plots[1].height());
    const std::vector<StackPlot> crowd{lanes(200), kContention, kValues};
    const StackLayout crowded = stackLayout(crowd, {.size = {900, 640}, .legendPx = kLegend});
    QVERIFY(crowded.plots[0].height() < 0.75 * 640); // they are scrolled, and the others are seen
    QCOMPARE(shownIn(crowded), std::size_t{3});
}

void StackLayoutTest::fewLanesLeaveRoom()
{
    const std::vector<StackPlot> plots{lanes(2), kContention, kValues};
    const StackLayout layout = stackLayout(plots, {.size = {900, 640}, .legendPx = kLegend});
    QCOMPARE(layout.plots[0].height(), lanes(2).lanes->most);
    QVERIFY(layout.plots[2].bottom() > 630);
}

void StackLayoutTest::aLargePlotIsGivenRoom()
{
    const std::vector<StackPlot> plots{lanes(5), kContention, kGraph};
    QVERIFY(stackLayout(plots, {.size = {900, 900}, .legendPx = kLegend}).plots[1].height() > 0);
    const StackLayout small = stackLayout(plots, {.size = {900, 380}, .legendPx = kLegend});
    QVERIFY(small.plots[1].isNull() && !small.plots[2].isNull());
}

void StackLayoutTest::twoStacksOfOneNeedAreAlike()
{
    StackNeeds shared;
    shared.legend = 40;
    shared.lanesClose = 20 + 8 * 15;
    shared.lanesLeast = 20 + 22 * 15;
    shared.lanesMost = 20 + 30 * 15;
    const std::vector<StackPlot> few{lanes(5), kContention, kValues};
    const std::vector<StackPlot> many{lanes(15), kContention, kValues};
    for (const double height : {300.0, 420.0, 700.0}) {
        const StackRoom one{.size = {900, height}, .legendPx = 24, .shared = &shared};
        const StackRoom other{.size = {900, height}, .legendPx = 40, .shared = &shared};
        const StackLayout a = stackLayout(few, one);
        const StackLayout b = stackLayout(many, other);
        QCOMPARE(a.legend, b.legend);
        QVERIFY(a.plots == b.plots);
    }
}

void StackLayoutTest::ofASpeedupTheOpenedPartIsSeen()
{
    const std::vector<StackPlot> plots{kSpeedup, kStretches};
    const StackLayout small = stackLayout(plots, {.size = {600, 170}, .legendPx = kLegend});
    QVERIFY(!small.plots[0].isNull() && small.plots[1].isNull());
    const StackLayout opened = stackLayout(plots, {.size = {600, 170}, .legendPx = kLegend, .zoomed = true});
    QVERIFY(opened.plots[0].isNull() && !opened.plots[1].isNull() && !opened.legend.isNull());
    const StackLayout figure =
        stackLayout(plots, {.size = {302, 227}, .legendPx = kLegend, .scope = StackScope::essential});
    QVERIFY(!figure.plots[0].isNull() && figure.plots[1].isNull() && figure.legend.isNull());
}

void StackLayoutTest::whatStandsInAnothersPlaceMovesNothing()
{
    std::vector<StackPlot> plots{kSpeedup, kStretches, lanes(8)};
    plots[2].share = 9;
    plots[2].inPlaceOf = 1;
    plots[2].legend = false;
    plots[2].shown = false;
    const StackLayout whole = stackLayout(plots, {.size = {900, 680}, .legendPx = kLegend});
    std::swap(plots[1].shown, plots[2].shown);
    std::swap(plots[1].legend, plots[2].legend);
    const StackLayout zoomed = stackLayout(plots, {.size = {900, 680}, .legendPx = kLegend, .zoomed = true});
    QVERIFY(whole.plots[2].isNull() && zoomed.plots[1].isNull());
    QCOMPARE(zoomed.plots[0], whole.plots[0]);
    QCOMPARE(zoomed.plots[2], whole.plots[1]);
    QCOMPARE(zoomed.legend, whole.legend);
}

void StackLayoutTest::noPlotIsNoLayout()
{
    QVERIFY(stackLayout({}, {.size = {900, 640}, .legendPx = kLegend}).plots.empty());
}

QTEST_GUILESS_MAIN(StackLayoutTest)
#include "stack_layout_test.moc"
