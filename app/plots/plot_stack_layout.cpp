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
        needs.lanesLeast = m_timeline->closeHeight();
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
    if (m_frame.window == other.m_frame.window)
        return;
    m_frame.window = other.m_frame.window;
    redraw();
}

void PlotStack::setEssential(bool essential)
{
    m_essential = essential;
    m_legend->setBrief(essential);
    sharePlots();
    redraw();
}

double PlotStack::leastHeightOf(const Plot& plot, double room) const
{
    if (&plot != m_timeline)
        return m_theme.px(kLeastHeight);
    if (!sparing())
        return std::min(m_timeline->leastHeight(), room * kMostOfRoom);
    return std::max(m_timeline->closeHeight(), m_shared ? m_shared->lanesLeast : 0);
}

double PlotStack::mostOfLanes() const
{
    return std::max(m_timeline->mostHeight(), m_shared ? m_shared->lanesMost : 0);
}

// On its own a stack shows everything; beside another, or in a small figure, only what can be read.
std::vector<bool> PlotStack::shownIn(double room, double between) const
{
    if (!sparing())
        return std::vector<bool>(m_plots.size(), true);
    const double lanes = m_timeline != nullptr ? leastHeightOf(*m_timeline, room) : 0;
    // All lanes tell more than some of them and a line: if they fit alone, they come first.
    const bool lanesFirst = m_timeline != nullptr && (m_essential || room < m_theme.px(kLanesOnlyBelow) ||
                                                      lanes + m_theme.px(20) <= room);
    std::vector<PlotPart> parts;
    for (const Plot* plot : m_plots) {
        if (plot == m_timeline) {
            parts.push_back({std::min(lanes, room), false});
            continue;
        }
        PlotPart part{leastHeightOf(*plot, room), lanesFirst || isSpare(*plot)};
        if (isSpare(*plot) && m_timeline != nullptr) // first the lanes become as fat as they can
            part.leastPx += std::max(0.0, mostOfLanes() - lanes);
        parts.push_back(part);
    }
    std::vector<bool> shown = plotsThatFit(parts, room + between, between); // none below the last
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        const bool first = m_timeline != nullptr ? m_plots[i] == m_timeline : i == 0;
        if (m_essential && !first && m_plots[i]->spec().kind != PlotSpec::Kind::values)
            shown[i] = false;
    }
    return shown;
}

PlotStack::Layout PlotStack::layoutFor(QSizeF size) const
{
    Layout layout;
    double top = 0;
    if (m_timeline != nullptr && (!m_shared || size.height() >= m_theme.px(kLegendFrom))) {
        layout.legend = QRectF(0, 0, size.width(), m_legend->heightNeeded(size.width()));
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
        const double least = leastHeightOf(*m_timeline, room);
        double wanted = room * m_timeline->spec().share / shares;
        if (sparing())
            wanted = std::min(std::max(wanted, room * kShareBeside),
                              room - m_theme.px(kLeastHeight) * static_cast<double>(count - 1));
        lanes = std::min(std::max(wanted, least), mostOfLanes());
        if (sparing() &&
            lanes > room * kMostOfRoom) // many are scrolled: what the others tell is compared, too
            lanes = std::max(room * kMostOfRoom,
                             room - m_theme.px(kLeastHeight) * static_cast<double>(count - 1));
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
    double left = 0;
    double right = 0;
    Plot* lowest = nullptr;
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        if (layout.plots[i].isNull())
            continue;
        left = std::max(left, m_plots[i]->leftMargin());
        right = std::max(right, m_plots[i]->rightMargin());
        if (m_shared && i < m_shared->plots.size()) {
            left = std::max(left, m_shared->plots[i].left);
            right = std::max(right, m_shared->plots[i].right);
        }
        m_plots[i]->setTimeLabels(false);
        if (m_plots[i]->onTimeAxis())
            lowest = m_plots[i];
    }
    if (lowest != nullptr)
        lowest->setTimeLabels(true);
    for (std::size_t i = 0; i < m_plots.size(); ++i)
        if (!layout.plots[i].isNull())
            m_plots[i]->arrange(layout.plots[i].size(), std::ceil(left), std::ceil(right));
    m_legend->setLeft(std::ceil(left));
}

} // namespace threadscape
