#include "plots/stack/plot_column.h"

#include "plots/plot_kinds.h"

#include <cmath>

namespace threadscape {

template <typename Holds>
Plot* PlotColumn::first(Holds holds) const
{
    const auto found = std::ranges::find_if(m_plots, [&](const Plot* plot) { return holds(*plot); });
    return found != m_plots.end() ? *found : nullptr;
}

void PlotColumn::make(const std::vector<PlotSpec>& specs, ViewModel& view, const Theme& theme)
{
    clear();
    for (const PlotSpec& spec : specs) {
        Plot* const plot = makePlot(spec, m_frame, view, m_parent);
        plot->setTheme(theme);
        plot->setVisible(true);
        m_plots.push_back(plot);
    }
    for (Plot* plot : m_plots)
        plot->raiseControls();
}

void PlotColumn::clear()
{
    qDeleteAll(std::exchange(m_plots, {}));
}

void PlotColumn::setTheme(const Theme& theme)
{
    for (Plot* plot : m_plots)
        plot->setTheme(theme);
}

void PlotColumn::setShared(const std::optional<StackNeeds>& shared)
{
    for (std::size_t i = 0; i < m_plots.size(); ++i)
        m_plots[i]->setShared(shared && i < shared->plots.size() ? shared->plots[i] : PlotNeeds());
}

Plot* PlotColumn::at(QPointF place) const
{
    return first(
        [&](const Plot& plot) { return !plot.isHidden() && QRectF(plot.geometry()).contains(place); });
}

const Plot* PlotColumn::onTimeAxis() const
{
    return first([](const Plot& plot) { return plot.onTimeAxis() && !plot.isHidden(); });
}

Plot* PlotColumn::lanes() const
{
    return first([](const Plot& plot) { return plot.hasLanes(); });
}

Plot* PlotColumn::speedup() const
{
    return first([](const Plot& plot) { return plot.hasPoints(); });
}

Plot* PlotColumn::explained() const
{
    return first([this](const Plot& plot) { return plot.hasLegend() && !isReplaced(plot); });
}

// A summary is of the whole run; zoomed in, the lanes show more.
bool PlotColumn::isReplaced(const Plot& plot) const
{
    const bool both =
        lanes() != nullptr && first([](const Plot& other) { return other.isSummary(); }) != nullptr;
    return both && (m_frame.view.zoomed ? plot.isSummary() : plot.hasLanes());
}

std::vector<StackPlot> PlotColumn::asked() const
{
    const auto summary = std::ranges::find_if(m_plots, [](const Plot* plot) { return plot->isSummary(); });
    std::vector<StackPlot> asked;
    for (const Plot* plot : m_plots) {
        StackPlot part = plot->room();
        part.legend = plot == explained();
        part.shown = !isReplaced(*plot);
        if (plot->hasLanes() && summary != m_plots.end())
            part.inPlaceOf = static_cast<std::size_t>(summary - m_plots.begin());
        asked.push_back(part);
    }
    return asked;
}

void PlotColumn::prepare()
{
    for (Plot* plot : m_plots)
        plot->prepare();
}

// Plots on one axis have one width; those that stand alone have one left edge.
double PlotColumn::arrange(const StackLayout& layout, const std::optional<StackNeeds>& shared)
{
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
        if (shared && i < shared->plots.size()) {
            left = std::max(left, shared->plots[i].left);
            right = std::max(right, shared->plots[i].right);
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
    const Plot* const states = explained();
    return std::ceil(states != nullptr && states->standsAlone() ? leftAlone : left);
}

void PlotColumn::place(const StackLayout& layout, QPoint inset)
{
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        const QRectF& at = layout.plots[i];
        m_plots[i]->setVisible(!at.isNull());
        if (!at.isNull()) // nothing can be painted on a plot without a size
            m_plots[i]->setGeometry(at.toAlignedRect().translated(inset));
    }
}

void PlotColumn::placeControls()
{
    for (Plot* plot : m_plots)
        plot->placeControls();
}

void PlotColumn::paintTo(QCPPainter& painter, const StackLayout& layout)
{
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        if (layout.plots[i].isNull())
            continue;
        painter.save();
        painter.translate(layout.plots[i].topLeft());
        const QSize size = layout.plots[i].size().toSize();
        m_plots[i]->toPainter(&painter, size.width(), size.height());
        painter.restore();
    }
}

void PlotColumn::redrawOverlays()
{
    for (Plot* plot : m_plots)
        plot->redrawOverlay();
}

} // namespace threadscape
