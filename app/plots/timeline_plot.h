#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/lanes/painted_cores.h"
#include "plots/plot.h"
#include "view/kept.h"
#include "view/lanes_hit.h"

namespace threadscape {

/// A lane for each thread: states, held locks, operations, and the lane's number at the right edge; below them the lanes
/// of the cores. Lays the lanes out and orders the layers that paint them (plots/lanes/). Threads: the GUI thread.
class TimelinePlot final : public Plot {
public:
    TimelinePlot(PlotSpec spec, const PlotFrame& frame, QWidget* parent);

    double leftMargin() const override;
    double rightMargin() const override;
    QString hover(QPointF at) override;
    /// The span that is pointed at; nothing where that is something else.
    std::optional<LaneHit> hitAt(QPointF at) const;

    /// The height below which lanes are scrolled, and the one above which they get no fatter.
    double leastHeight() const override { return heightAt(m_sizes.namedPitch); }
    double mostHeight() const;
    /// The least where there is little room, and lanes may be close.
    double closeHeight() const { return heightAt(m_sizes.closePitch); }
    /// Whether lanes get closer before they are scrolled.
    void setClose(bool close) { m_close = close; }
    /// How far the lanes reach beyond the area, in pixels: 0 when all are seen.
    double hiddenHeight() const { return layout().hiddenHeight(); }
    void setScroll(double px) { m_scroll = layout().clampedScroll(px); }
    double scroll() const { return m_scroll; }
    /// How far to scroll for the lanes of that group to stand at the top; 0 where there is none.
    double scrollTo(std::string_view group) const;
    /// Where the button stands that opens and closes the cores; nothing: nowhere.
    std::optional<QRectF> foldPlace() const;
    /// What stands in the heading of the cores.
    QString coresInWords() const { return unplaced().coresInWords(); }

    /// Of the lock at `index` in the catalogue, the colour of its bar.
    static std::vector<QColor> lockColors(const Theme& theme, const Catalogue& catalogue);

    /// How often the lanes were laid out, and how many hit tests were made. For tests: neither may grow needlessly.
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
    /// What was painted on the lanes, and can be pointed at.
    struct Marks {
        PaintedCores cores;
        std::vector<DrawnMessage> messages;
        std::vector<EndPlace> ends;
        std::vector<PatternPlace> patterns;
    };

    double heightAt(double pitch) const;
    const LaneLayout& layout(bool shrink = false) const;
    LaneScene scene(const LaneLayout& layout, double perPixel) const;
    LaneScene unplaced() const;
    const LanesHit& pointedAt(QPointF at) const;
    Marks paintRun(QCPPainter& painter, const LaneScene& lanes) const;

    LaneSizes m_sizes;
    double m_scroll = 0;
    bool m_close = false;
    Marks m_marks;                // of the last painting on the screen
    std::int64_t m_paintings = 0; // on the screen
    mutable Kept<LaneLayout::Input, LaneLayout> m_layout;
    mutable Kept<PointedKey, LanesHit> m_pointed;
    mutable QImage m_canvas;
};

} // namespace threadscape
