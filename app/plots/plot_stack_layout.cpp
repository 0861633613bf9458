#include "plots/legend_strip.h"
#include "plots/plot.h"
#include "plots/plot_stack.h"
#include "plots/timeline_plot.h"

#include <cmath>

namespace threadscape {

namespace {

constexpr double kBetween = 10;         // px between plots
constexpr double kMostOfRoom = 0.7;     // for the lanes, while there are other plots
constexpr double kShareBeside = 0.66;   // for the lanes, where others are to be read in little room
constexpr double kBetweenBeside = 6;    // px between plots, beside another stack
constexpr double kLegendFrom = 240;     // px of a stack beside another that has room for a legend
constexpr double kLanesOnlyBelow = 140; // px beside another stack in which a value axis cannot be read
constexpr double kLeastHeight = 88;     // px of a plot that is not the timeline
constexpr double kFatter = 100;    // px that lanes gain before what is spare is shown beside another stack
constexpr double kTimeLabels = 20; // px of the time's numbers

// Lanes and values show what the contention comes from.
bool isSpare(const Plot& plot)
{
    return plot.spec().kind == PlotSpec::Kind::contention;
}

} // namespace

StackNeeds PlotStack::needs() const
{
    StackNeeds needs;
    needs.time = comparedTime(runTime());
    if (m_timeline != nullptr) {
        needs.legend = m_legend->heightNeeded(width());
        needs.lanesClose = m_timeline->closeHeight();
        needs.lanesLeast = m_timeline->leastHeight();
        needs.lanesMost = m_timeline->mostHeight();
    }
    for (const Plot* plot : m_plots)
        needs.plots.push_back(plot->needs());
    return needs;
}

void PlotStack::setShared(std::optional<StackNeeds> shared)
{
    if (m_shared == shared)
        return;
    m_shared = std::move(shared);
    m_legend->setSparing(m_shared.has_value());
    sharePlots();
    if (m_following)
        m_frame.window = whole();
    redraw();
}

void PlotStack::sharePlots()
{
    for (std::size_t i = 0; i < m_plots.size(); ++i)
        m_plots[i]->setShared(m_shared && i < m_shared->plots.size() ? m_shared->plots[i] : PlotNeeds());
    if (m_timeline != nullptr)
        m_timeline->setClose(sparing());
}

void PlotStack::mirror(const PlotStack& other)
{
    m_zooms = other.m_zooms;
    m_following = other.m_following;
    m_zoomed = other.m_zoomed;
    if (m_frame.window == other.m_frame.window)
        return;
    m_frame.window = other.m_frame.window;
    redraw();
}

void PlotStack::setScope(Scope scope)
{
    m_scope = scope;
    m_legend->setBrief(scope == Scope::essential);
    sharePlots();
    redraw();
}

double PlotStack::leastHeightOf(const Plot& plot) const
{
    if (&plot != m_timeline)
        return m_theme.px(kLeastHeight);
    return std::max(m_timeline->leastHeight(), m_shared ? m_shared->lanesLeast : 0);
}

double PlotStack::mostOfLanes() const
{
    return std::max(m_timeline->mostHeight(), m_shared ? m_shared->lanesMost : 0);
}

// All lanes, close to each other, tell more than some of them and a line. Where not even they fit, lanes are scrolled.
bool PlotStack::lanesComeFirst(double room) const
{
    if (m_timeline == nullptr)
        return false;
    const double close = std::max(m_timeline->closeHeight(), m_shared ? m_shared->lanesClose : 0);
    return m_scope == Scope::essential || room < m_theme.px(kLanesOnlyBelow) ||
           close + m_theme.px(kTimeLabels) <= room;
}

// A graph tells what the contention tells, and cannot be read when it is small.
bool PlotStack::graphNeedsRoom(double room, double between) const
{
    constexpr double kLanes = 0.4; // of the room
    double needed = -between;
    bool hasGraph = false;
    for (const Plot* plot : m_plots) {
        hasGraph = hasGraph || plot->spec().kind == PlotSpec::Kind::graph;
        needed +=
            between + (plot == m_timeline ? std::min(mostOfLanes(), room * kLanes) : plot->leastHeight());
    }
    return hasGraph && needed > room;
}

// On its own a stack shows everything; beside another, or in a small figure, only what can be read.
std::vector<bool> PlotStack::shownIn(double room, double between) const
{
    std::vector<bool> shown(m_plots.size(), true);
    if (!sparing()) {
        if (graphNeedsRoom(room, between))
            for (std::size_t i = 0; i < m_plots.size(); ++i)
                shown[i] = !isSpare(*m_plots[i]);
        return shown;
    }
    std::vector<PlotPart> parts;
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        const Plot& plot = *m_plots[i];
        PlotPart part{leastHeightOf(plot), isSpare(plot)};
        if (&plot == m_timeline)
            part.leastPx = std::min(part.leastPx, room);
        else if (isSpare(plot) && m_shared && m_timeline != nullptr)
            part.leastPx += std::min(m_theme.px(kFatter), mostOfLanes() - leastHeightOf(*m_timeline));
        parts.push_back(part);
    }
    const auto leaveOut = [&] {
        const std::vector<bool> fit = plotsThatFit(parts, room + between, between); // none below the last
        for (std::size_t i = 0; i < parts.size(); ++i) {
            shown[i] = shown[i] && fit[i];
            if (!shown[i])
                parts[i].leastPx = -between;
        }
    };
    if (m_scope == Scope::essential || m_scope == Scope::lecture) // the first, or the lanes, and values
        for (std::size_t i = 0; i < m_plots.size(); ++i)
            shown[i] = m_timeline != nullptr ? m_plots[i] == m_timeline || !isSpare(*m_plots[i])
                                             : i == 0 || !isSpare(*m_plots[i]);
    leaveOut();
    for (std::size_t i = 0; i < parts.size(); ++i)
        parts[i].spare = m_plots[i] != m_timeline && lanesComeFirst(room);
    leaveOut();
    return shown;
}

PlotStack::Layout PlotStack::layoutFor(QSizeF size) const
{
    if (m_speedup != nullptr || m_stretches != nullptr)
        return speedupLayout(size);
    Layout layout;
    double top = 0;
    if (m_timeline != nullptr && (!m_shared || size.height() >= m_theme.px(kLegendFrom))) {
        const double needed = m_legend->heightNeeded(size.width());
        layout.legend = QRectF(0, 0, size.width(), std::max(needed, m_shared ? m_shared->legend : 0));
        top = layout.legend.bottom() + m_theme.px(2);
    }
    const double between = m_theme.px(sparing() ? kBetweenBeside : kBetween);
    const std::vector<bool> shown = shownIn(size.height() - top, between);
    const auto count = std::ranges::count(shown, true);
    const double room = size.height() - top - between * static_cast<double>(count - 1);
    double shares = 0;
    for (std::size_t i = 0; i < m_plots.size(); ++i)
        shares += shown[i] ? m_plots[i]->spec().share : 0;
    // What few lanes leave free goes to the other plots; many take from them, so that each can have its name.
    double lanes = 0;
    double rest = room;
    if (m_timeline != nullptr && count > 1) {
        const double least = leastHeightOf(*m_timeline);
        double wanted = room * m_timeline->spec().share / shares;
        double most = mostOfLanes();
        if (sparing()) {
            const double others = m_theme.px(kLeastHeight) * static_cast<double>(count - 1);
            wanted = std::max(wanted, room * kShareBeside);
            most = std::min(most, std::max(room * kShareBeside, room - others));
            wanted = std::min(wanted, room - others);
        } else {
            most = std::min(most, std::max(wanted, room * kMostOfRoom));
        }
        lanes = std::min(std::max(wanted, least), most);
        rest -= lanes;
        shares -= m_timeline->spec().share;
    }
    const auto sharesRest = [&](std::size_t i) {
        return shown[i] && (m_plots[i] != m_timeline || lanes <= 0);
    };
    double needed = 0;
    for (std::size_t i = 0; i < m_plots.size(); ++i)
        needed += sharesRest(i) ? m_plots[i]->leastHeight() : 0;
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        if (!shown[i]) {
            layout.plots.emplace_back();
            continue;
        }
        double part = lanes;
        if (sharesRest(i))
            part = m_plots[i]->leastHeight() * std::min(1.0, rest / needed) +
                   std::max(0.0, rest - needed) * m_plots[i]->spec().share / shares;
        const double height = std::max(m_theme.px(40), std::floor(part));
        layout.plots.emplace_back(0, top, size.width(), height);
        top += height + between;
    }
    return layout;
}

void PlotStack::arrange(const Layout& layout)
{
    // Plots on one axis are as wide as each other; those that stand by themselves begin together.
    double left = 0;
    double right = 0;
    double leftAlone = 0;
    Plot* lowest = nullptr;
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        if (layout.plots[i].isNull())
            continue;
        Plot& plot = *m_plots[i];
        plot.setRoom(layout.plots[i].size());
        plot.setTimeLabels(false);
        if (plot.standsAlone()) {
            leftAlone = std::max(leftAlone, plot.leftMargin());
            continue;
        }
        left = std::max(left, plot.leftMargin());
        right = std::max(right, plot.rightMargin());
        if (m_shared && i < m_shared->plots.size()) {
            left = std::max(left, m_shared->plots[i].left);
            right = std::max(right, m_shared->plots[i].right);
        }
        if (plot.onTimeAxis())
            lowest = &plot;
    }
    if (lowest != nullptr)
        lowest->setTimeLabels(true);
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        if (layout.plots[i].isNull())
            continue;
        Plot& plot = *m_plots[i];
        const bool alone = plot.standsAlone();
        plot.arrange(layout.plots[i].size(), std::ceil(alone ? leftAlone : left),
                     std::ceil(alone ? plot.rightMargin() : right));
    }
    const Plot* lanes = lanesPlot();
    m_legend->setLeft(std::ceil(lanes != nullptr && lanes->standsAlone() ? leftAlone : left));
}

} // namespace threadscape
