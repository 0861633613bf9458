#pragma once

#include "plots/plot.h"
#include "viewing/view_model.h"

#include <memory>
#include <vector>

namespace threadscape {

/// The plots of a stack, from top to bottom: creates, lays out and finds them. Threads: the GUI thread.
class PlotColumn {
public:
    /// `parent`: of the plots. `frame`: what they show. Both outlive this.
    PlotColumn(const PlotFrame& frame, QWidget* parent) : m_frame(frame), m_parent(parent) {}

    /// Replaces the plots.
    void make(const std::vector<PlotSpec>& specs, ViewModel& view, const Theme& theme);
    void clear();
    void setTheme(const Theme& theme);
    void setShared(const std::optional<StackNeeds>& shared);

    const std::vector<Plot*>& all() const { return m_plots; }
    bool empty() const { return m_plots.empty(); }
    /// The plot at a position of the parent; null: none.
    Plot* at(QPointF place) const;
    /// A visible plot on the time axis, all of which have one width; null: there is none.
    const Plot* onTimeAxis() const;
    /// Visible or not; null: there is none.
    Plot* lanes() const;
    Plot* speedup() const;
    /// The plot that the legend of states explains.
    Plot* explained() const;

    /// Their layout hints for the current view.
    std::vector<StackPlot> asked() const;
    /// Updates them from the frame, before layout.
    void prepare();
    /// Arranges their axes, in the sizes of `layout`. Returns the left edge of the legend of states.
    double arrange(const StackLayout& layout, const std::optional<StackNeeds>& shared);
    /// Moves them there; hides those that do not fit. `inset`: of the layout in the parent.
    void place(const StackLayout& layout, QPoint inset);
    void placeControls();
    void paintTo(QCPPainter& painter, const StackLayout& layout);
    void redrawOverlays();

private:
    bool isReplaced(const Plot& plot) const;
    template <typename Holds>
    Plot* first(Holds holds) const;

    const PlotFrame& m_frame;
    QWidget* m_parent;
    std::vector<Plot*> m_plots; // children of the parent
};

} // namespace threadscape
