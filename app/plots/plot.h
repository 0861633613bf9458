#pragma once

#include "plots/plot_frame.h"
#include "plots/style/qcp.h"
#include "plots/style/theme.h"
#include "plots/style/time_ticker.h"
#include "view/axis/shared_scale.h"
#include "view/lanes/legend.h"
#include "viewing/stack_layout.h"

namespace threadscape {

/// One picture of a stack, on the time axis that all of them share. Takes no input itself: the stack does.
/// Threads: the GUI thread.
class Plot : public QCustomPlot {
public:
    /// `frame` is the stack's and outlives this.
    Plot(PlotSpec spec, const PlotFrame& frame, QWidget* parent);

    /// What it asks of its stack.
    virtual StackPlot room() const;
    /// Whether lanes are drawn, which grow, and scroll.
    virtual bool hasLanes() const { return false; }
    /// It stands for lanes while the whole run is shown: into a part of it they show more.
    virtual bool isSummary() const { return false; }
    /// Whether it tells the times of marks and measures: the others only draw them.
    virtual bool namesTimes() const { return false; }
    /// Whether it is another in every frame of a run that goes on, not only when more has been measured.
    virtual bool changesWithRun() const { return true; }
    /// Whether the legend of states explains it, and what is in it now. Under a Trace::Reader.
    virtual bool hasLegend() const { return false; }
    virtual std::vector<LegendEntry> legend() const { return {}; }
    /// Takes in what there is to show now: before it is asked for anything, and laid out.
    virtual void prepare() {}
    /// Puts the buttons that belong to it where it stands now; out of sight with it.
    virtual void placeControls() {}
    /// Above all plots.
    virtual void raiseControls() {}

    /// What is at a place, to be selected.
    virtual std::optional<LaneHit> hitAt(QPointF /*at*/) const { return std::nullopt; }
    /// Whether it shows points of a speedup that can be gone through.
    virtual bool hasPoints() const { return false; }
    /// The point of a speedup at a place.
    virtual std::optional<PointId> pointAt(QPointF /*at*/) const { return std::nullopt; }
    /// Where a point stands, for its words; all about it; and the one from which a step leads where (nothing: the first).
    virtual std::optional<QPointF> placeOf(const PointId& /*point*/) const { return std::nullopt; }
    virtual QString wordsOf(const PointId& /*point*/) const { return {}; }
    virtual std::optional<PointId> stepFrom(const std::optional<PointId>& /*from*/, PointStep /*step*/) const
    {
        return std::nullopt;
    }

    /// How far lanes reach beyond the area, in px: 0 when all are seen.
    virtual double hiddenHeight() const { return 0; }
    virtual void setScroll(double /*px*/) {}
    /// How far to scroll for the lanes of that group to stand at the top.
    virtual double scrollTo(std::string_view /*group*/) const { return 0; }

    const PlotSpec& spec() const { return m_spec; }
    const Theme& theme() const { return m_theme; }
    void setTheme(const Theme& theme);
    /// Whether the time's numbers stand under this plot.
    void setTimeLabels(bool shown) { m_timeLabels = shown; }
    virtual bool onTimeAxis() const { return true; }
    /// Whether it shares neither axis nor margins with the others of its stack.
    virtual bool standsAlone() const { return false; }

    /// What this plot needs to show all it has, as far as it was laid out.
    PlotNeeds needs() const { return {leftMargin(), rightMargin(), bottomExtra(), values()}; }
    /// What it shows at least, so that a plot of another run is on the same scale. By default: what it needs.
    void setShared(PlotNeeds shared) { m_shared = std::move(shared); }

    /// How large it will be: before it is asked for margins.
    virtual void setRoom(QSizeF /*size*/) {}
    /// What the plot needs above its area.
    virtual double headHeight() const { return titleHeight(); }
    double titleHeight() const;
    /// What the plot needs beside its area; the widest of all plots is then set for all.
    virtual double leftMargin() const;
    virtual double rightMargin() const;
    /// With less it says nothing: two lines of numbers, and what stands around them.
    virtual double leastHeight() const;
    /// Lays the area out for a plot of `size` and puts the axes where the frame says.
    void arrange(QSizeF size, double left, double right);

    /// The area of the data, in the plot's own pixels.
    QRectF area() const { return QRectF(m_axisRect->rect()); }
    TimeAxis timeAxis() const { return TimeAxis(m_frame.view.window, area().width()); }

    /// What is at a place, in words; empty: nothing.
    virtual QString hover(QPointF at);
    /// The pointer's time, drawn as a line through all plots, and its place if it is in this one: what is there is lit
    /// up. Only repaints when they changed.
    void setPointer(std::optional<std::int64_t> atNs, std::optional<QPointF> at);
    /// Draws the pointer, the measured stretch, the selection and what is lit anew.
    void redrawOverlay();

protected:
    const PlotFrame& frame() const { return m_frame; }
    /// Room above the area for the title, below it for what the plot adds.
    virtual double bottomExtra() const { return 0; }
    /// The same, or what another run's plot adds.
    double below() const { return std::max(bottomExtra(), m_shared.below); }
    /// The stretches that the data take on the plot's own axes.
    virtual std::vector<ValueScale> values() const { return {}; }
    /// What is shown on the axis `index` when the data take `own`.
    ValueScale shown(std::size_t index, ValueScale own) const;
    virtual void styleAxes() {}
    /// Puts the value axis where the data are; before each drawing.
    virtual void fitValues() {}
    /// Behind the grid / over it.
    virtual void paintBehind(QCPPainter& /*painter*/) {}
    virtual void paintData(QCPPainter& painter) = 0;
    /// What is lit up at the pointer's place.
    virtual void paintHover(QCPPainter& /*painter*/, QPointF /*at*/) {}
    /// The time that is pointed at, in whichever plot.
    std::optional<std::int64_t> crosshair() const { return m_crosshairNs; }
    /// What is lit up wherever the pointer is: the selection, a lock.
    virtual void paintLit(QCPPainter& /*painter*/) {}
    /// What the plot shows at a time, in a word or two, beside the line through all plots; empty: nothing.
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
    QCPAxisRect* m_axisRect; // asked for often, and QCustomPlot looks for it each time
    const PlotFrame& m_frame;
    Theme m_theme;
    QSharedPointer<TimeTicker> m_timeTicker;
    bool m_timeLabels = false;
    std::optional<QPointF> m_hovered;
    std::optional<std::int64_t> m_crosshairNs;
};

} // namespace threadscape
