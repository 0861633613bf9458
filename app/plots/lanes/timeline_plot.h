#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/lanes/painted_cores.h"
#include "plots/plot.h"
#include "view/lanes/lanes_hit.h"
#include "view/lanes/memoized.h"
#include "viewing/view_model.h"

#include <memory>

namespace threadscape {

class FoldButton;

/// A lane for each thread: states, held locks, operations, and the lane's number at the right edge; below them the lanes
/// of the cores. Lays the lanes out and orders the layers that paint them (plots/lanes/). Threads: the GUI thread.
class TimelinePlot final : public Plot {
public:
    /// `view`: changed by its button; outlives this.
    TimelinePlot(PlotSpec spec, const PlotFrame& frame, ViewModel& view, QWidget* parent);
    ~TimelinePlot() override;

    StackPlot room() const override;
    bool hasLanes() const override { return true; }
    bool namesTimes() const override { return true; }
    bool hasLegend() const override { return true; }
    std::vector<LegendEntry> legend() const override;
    QString note() const override;
    void placeControls() override;
    void raiseControls() override;

    double leftMargin() const override;
    double rightMargin() const override;
    QString hover(QPointF at) override;
    /// The span at a position; nullopt if there is something else.
    std::optional<LaneHit> hitAt(QPointF at) const override;

    /// The height below which lanes are scrolled, and the maximum.
    double leastHeight() const override { return heightAt(m_sizes.namedPitch); }
    double mostHeight() const;
    /// The minimum where space is short, and lanes may be close.
    double closeHeight() const { return heightAt(m_sizes.closePitch); }
    double hiddenHeight() const override { return layout().hiddenHeight(); }
    void setScroll(double px) override { m_scroll = layout().clampedScroll(px); }
    double scroll() const { return m_scroll; }
    double scrollTo(std::string_view group) const override;

    /// The numbers of layouts and hit tests computed. For tests: neither may grow needlessly.
    std::int64_t layouts() const { return m_layout.made(); }
    std::int64_t hitTests() const { return m_pointed.made(); }

protected:
    void styleAxes() override;
    void paintBehind(QCPPainter& painter) override;
    void paintData(QCPPainter& painter) override;
    void paintHover(QCPPainter& painter, QPointF at) override;
    void paintLit(QCPPainter& painter) override;

private:
    /// What the result of a hit test depends on.
    struct PointedKey {
        QPointF at;
        std::shared_ptr<const Snapshot> snapshot;
        TimeWindow window;
        std::int64_t layouts = 0;
        std::int64_t paintings = 0;
        friend bool operator==(const PointedKey&, const PointedKey&) = default;
    };
    /// What was painted on the lanes, for hit tests.
    struct Marks {
        PaintedCores cores;
        std::vector<DrawnMessage> messages;
        std::vector<EndPlace> ends;
        std::vector<PatternPlace> patterns;
        std::size_t tooSmall = 0; ///< slices of another program's trace that have no box in this window
    };

    /// The rectangle of the button that expands and collapses the cores; nullopt: none.
    std::optional<QRectF> foldPlace() const;
    void retranslateFoldButton();
    bool isForeign() const;
    double heightAt(double pitch) const;
    const LaneLayout& layout(bool shrink = false) const;
    LaneScene scene(const LaneLayout& layout, double perPixel) const;
    LaneScene unplaced() const;
    const LanesHit& pointedAt(QPointF at) const;
    Marks paintRun(QCPPainter& painter, const LaneScene& lanes) const;

    LaneSizes m_sizes;
    double m_scroll = 0;
    Marks m_marks;                // of the last painting on the screen
    std::int64_t m_paintings = 0; // on the screen
    std::size_t m_tooSmall = 0;   // in the last painting, wherever it was
    mutable Memoized<LaneLayout::Input, LaneLayout> m_layout;
    mutable Memoized<PointedKey, LanesHit> m_pointed;
    mutable QImage m_canvas;
    std::unique_ptr<FoldButton> m_fold; // of the cores
};

} // namespace threadscape
