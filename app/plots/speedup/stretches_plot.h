#pragma once

#include "plots/lanes/lane_painter.h"
#include "plots/plot.h"
#include "view/speedup/stretches.h"

#include <map>

namespace threadscape {

/// The workers of each backend in one sample, side by side on one time scale, so that lengths are comparable across
/// panels. A backend without a trace has a plain bar.
class StretchesPlot final : public Plot {
public:
    StretchesPlot(PlotSpec spec, const PlotFrame& frame, QWidget* parent);

    bool onTimeAxis() const override { return false; }
    bool standsAlone() const override { return true; }
    bool isSummary() const override { return true; }
    bool hasLegend() const override { return true; }
    std::vector<LegendEntry> legend() const override;
    double leftMargin() const override;
    double rightMargin() const override;
    double headHeight() const override;
    double leastHeight() const override;
    QString hover(QPointF at) override;

    /// The point whose sample is at a position.
    std::optional<PointId> pointAt(QPointF at) const override;
    /// Where the panel of a point is, in the plot's own pixels.
    std::optional<QRectF> panelOf(const PointId& point) const;
    void prepare() override;
    /// As last prepared.
    const StretchesPicture& picture() const { return m_picture; }

protected:
    double bottomExtra() const override;
    void fitValues() override;
    void paintData(QCPPainter& painter) override;
    void paintHover(QCPPainter& painter, QPointF at) override;
    void paintLit(QCPPainter& painter) override;

private:
    /// The style of names above panels: the same in all.
    struct NameStyle {
        Theme::Type type = Theme::Type::label;
        int lines = 1; // two: the duration is below the name
    };
    struct Place {
        QRectF whole;
        QRectF lanes; // stacked, as wide as the scale
    };

    double nameHeight() const;
    QFont nameFont(Theme::Type type) const;
    double nameWidth(const StretchPanel& panel, NameStyle style) const;
    Place place(std::size_t panel) const;
    std::optional<std::size_t> panelIndexAt(QPointF at) const;
    QRectF laneRect(const Place& place, const StretchPanel& panel, std::size_t lane) const;
    TimeAxis axisOf(const StretchPanel& panel, const QRectF& lanes, double perPixel) const;
    double widthOf(const StretchPanel& panel, const QRectF& lanes) const;
    QString headingInWords() const;
    QString lengthInWords(const StretchPanel& panel) const;
    void paintName(QCPPainter& painter, const StretchPanel& panel, const QRectF& row) const;
    void paintLanes(QCPPainter& painter, const StretchPanel& panel, const Place& place);
    void paintBar(QCPPainter& painter, const StretchPanel& panel, const QRectF& lanes) const;
    std::optional<LaneHit> laneHitAt(const StretchPanel& panel, const Place& place, QPointF at) const;

    StretchesPicture m_picture;
    std::vector<Box> m_places;
    NameStyle m_names;
    std::map<Backend, LanePictures> m_lanes; // of the panels, each on its own axis
    QImage m_image;                          // scratch buffer for lanes
};

} // namespace threadscape
