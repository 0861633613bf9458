#pragma once

#include "plots/plot_frame.h"
#include "plots/style/qcp.h"
#include "plots/style/theme.h"
#include "plots/style/time_ticker.h"
#include "view/axis/shared_scale.h"
#include "view/lanes/legend.h"
#include "viewing/stack_layout.h"

namespace threadscape {

/// One plot of a stack, on the time axis that all of them share. Handles no input itself: the stack does.
/// Threads: the GUI thread.
class Plot : public QCustomPlot {
public:
    /// `frame` is the stack's and outlives this.
    Plot(PlotSpec spec, const PlotFrame& frame, QWidget* parent);

    /// Its layout hints to the stack.
    virtual StackPlot room() const;
    /// Whether it draws lanes, which grow, and scroll.
    virtual bool hasLanes() const { return false; }
    /// Whether it replaces lanes while the whole run is shown: zoomed in, lanes show more.
    virtual bool isSummary() const { return false; }
    /// Whether it labels marks and measures with their times: the others only draw them.
    virtual bool namesTimes() const { return false; }
    /// Whether it changes in every frame of an active run, not only when more has been measured.
    virtual bool changesWithRun() const { return true; }
    /// Whether the legend of states explains it, and its current entries. Under a Trace::Reader.
    virtual bool hasLegend() const { return false; }
    virtual std::vector<LegendEntry> legend() const { return {}; }
    /// What it had no room for when it was last painted, in a sentence for the legend; empty: nothing, or not known.
    virtual QString note() const { return {}; }
    /// Updates it from the frame. Called before any query and before layout.
    virtual void prepare() {}
    /// Places its buttons with it; hides them when it is hidden.
    virtual void placeControls() {}
    /// Raises its buttons above all plots.
    virtual void raiseControls() {}

    /// The span at a position, to be selected.
    virtual std::optional<LaneHit> hitAt(QPointF /*at*/) const { return std::nullopt; }
    /// Whether it shows points of a speedup that keys can step through.
    virtual bool hasPoints() const { return false; }
    /// The point of a speedup at a position.
    virtual std::optional<PointId> pointAt(QPointF /*at*/) const { return std::nullopt; }
    /// A point's position, for its label; its description; and the point that a step from one leads to (from nullopt: the
    /// first).
    virtual std::optional<QPointF> placeOf(const PointId& /*point*/) const { return std::nullopt; }
    virtual QString wordsOf(const PointId& /*point*/) const { return {}; }
    virtual std::optional<PointId> stepFrom(const std::optional<PointId>& /*from*/, PointStep /*step*/) const
    {
        return std::nullopt;
    }

    /// How far lanes extend beyond the area, in px: 0 when all are visible.
    virtual double hiddenHeight() const { return 0; }
    virtual void setScroll(double /*px*/) {}
    /// Scroll position with the lanes of that group at the top.
    virtual double scrollTo(std::string_view /*group*/) const { return 0; }

    const PlotSpec& spec() const { return m_spec; }
    const Theme& theme() const { return m_theme; }
    void setTheme(const Theme& theme);
    /// Whether the tick labels of the time axis are below this plot.
    void setTimeLabels(bool shown) { m_timeLabels = shown; }
    virtual bool onTimeAxis() const { return true; }
    /// Whether it shares neither axis nor margins with the other plots of its stack.
    virtual bool standsAlone() const { return false; }

    /// What this plot needs to show all its data, as last laid out.
    PlotNeeds needs() const { return {leftMargin(), rightMargin(), bottomExtra(), values()}; }
    /// The minimum it shows, so that a plot of another run is on the same scale. Default: its own needs.
    void setShared(PlotNeeds shared) { m_shared = std::move(shared); }

    /// The size it will have. Called before its margins are queried.
    virtual void setRoom(QSizeF /*size*/) {}
    /// Space above the area.
    virtual double headHeight() const { return titleHeight(); }
    double titleHeight() const;
    /// Space beside the area; the widest of all plots applies to all.
    virtual double leftMargin() const;
    virtual double rightMargin() const;
    /// Minimum useful height: two tick labels and what surrounds the area.
    virtual double leastHeight() const;
    /// Lays the area out for a plot of `size` and sets the axes from the frame.
    void arrange(QSizeF size, double left, double right);

    /// The area of the data, in the plot's own pixels.
    QRectF area() const { return QRectF(m_axisRect->rect()); }
    TimeAxis timeAxis() const { return TimeAxis(m_frame.view.window, area().width()); }

    /// Description of what is at a position; empty: nothing.
    virtual QString hover(QPointF at);
    /// The pointer's time, drawn as a line through all plots, and its position if it is in this one: what is there is
    /// highlighted. Repaints only on a change.
    void setPointer(std::optional<std::int64_t> atNs, std::optional<QPointF> at);
    /// Redraws the pointer, the measured interval, the selection and the highlight.
    void redrawOverlay();

protected:
    const PlotFrame& frame() const { return m_frame; }
    /// Space below the area for what the plot adds.
    virtual double bottomExtra() const { return 0; }
    /// The same, or that of another run's plot if it is larger.
    double below() const { return std::max(bottomExtra(), m_shared.below); }
    /// The ranges of the data on the plot's own axes.
    virtual std::vector<ValueScale> values() const { return {}; }
    /// The range shown on the axis `index` when the data's is `own`.
    ValueScale shown(std::size_t index, ValueScale own) const;
    virtual void styleAxes() {}
    /// Fits the value axis to the data; called before each drawing.
    virtual void fitValues() {}
    /// Behind the grid / over it.
    virtual void paintBehind(QCPPainter& /*painter*/) {}
    virtual void paintData(QCPPainter& painter) = 0;
    /// Highlights what is under the pointer.
    virtual void paintHover(QCPPainter& /*painter*/, QPointF /*at*/) {}
    /// The time under the pointer, in any plot.
    std::optional<std::int64_t> crosshair() const { return m_crosshairNs; }
    /// Highlights that do not depend on the pointer's position: the selection, a lock.
    virtual void paintLit(QCPPainter& /*painter*/) {}
    /// The plot's value at a time, as a short label at the line through all plots; empty: none.
    virtual QString readOut(std::int64_t /*ns*/) { return {}; }

    void paintNotice(QCPPainter& painter, const QString& sentence) const;

private:
    friend class PlotLayerable;
    enum class Pass : std::uint8_t { behind, data, overlay };
    void paint(Pass pass, QCPPainter& painter);
    double leftWithin(double left, double width) const;
    void paintTitle(QCPPainter& painter) const;
    void paintMarks(QCPPainter& painter) const;
    void paintOverlay(QCPPainter& painter);
    void paintHeld(QCPPainter& painter) const;
    void paintMeasure(QCPPainter& painter) const;
    void paintCrosshair(QCPPainter& painter, std::int64_t atNs);

    PlotSpec m_spec;
    PlotNeeds m_shared;
    QCPAxisRect* m_axisRect; // cached: used often, and QCustomPlot searches for it each time
    const PlotFrame& m_frame;
    Theme m_theme;
    QSharedPointer<TimeTicker> m_timeTicker;
    bool m_timeLabels = false;
    std::optional<QPointF> m_hovered;
    std::optional<std::int64_t> m_crosshairNs;
};

} // namespace threadscape
