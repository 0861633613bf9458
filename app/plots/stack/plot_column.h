#pragma once

#include "plots/plot.h"
#include "viewing/view_model.h"

#include <memory>
#include <vector>

namespace threadscape {

/// The plots of a stack, from top to bottom: which there are, where they stand, and what is where. Threads: the GUI thread.
class PlotColumn {
public:
    /// `parent`: of the plots. `frame` is what they show. Both outlive this.
    PlotColumn(const PlotFrame& frame, QWidget* parent) : m_frame(frame), m_parent(parent) {}

    /// Other plots from now on.
    void make(const std::vector<PlotSpec>& specs, ViewModel& view, const Theme& theme);
    void clear();
    void setTheme(const Theme& theme);
    void setShared(const std::optional<StackNeeds>& shared);

    const std::vector<Plot*>& all() const { return m_plots; }
    bool empty() const { return m_plots.empty(); }
    /// That which is at a place of the parent; null: none.
    Plot* at(QPointF place) const;
    /// One of those that are shown on the time axis, all of which are as wide; null: there is none.
    const Plot* onTimeAxis() const;
    /// Null: there is none, whether it is seen or not.
    Plot* lanes() const;
    Plot* speedup() const;
    /// That which the legend of states is about.
    Plot* explained() const;

    /// What they ask for, as things are shown now.
    std::vector<StackPlot> asked() const;
    /// Takes in what there is to show, before it is laid out.
    void prepare();
    /// Lays them out on their axes, in the sizes of `layout`. Returns where the legend of states begins.
    double arrange(const StackLayout& layout, const std::optional<StackNeeds>& shared);
    /// Puts them there; those without room out of sight. `inset`: of the layout in the parent.
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
