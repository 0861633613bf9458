#include "plots/lanes/evidence_frames.h"

#include "plots/lanes/lane_painter.h"

namespace threadscape {

void paintEvidenceFrames(QCPPainter& painter, const LaneScene& scene)
{
    const QRectF& area = scene.area();
    const double line = scene.px(2);
    const TimeAxis axis = scene.columns();
    const LanePainter lanes(painter, scene.theme(), area, scene.perColumn(), scene.isolated(),
                            scene.canvas());
    painter.setBrush(Qt::NoBrush);
    for (const EvidencePlace& place : scene.evidence()) {
        const double left = std::max(lanes.x(axis.toPixel(place.stretch.fromNs)), area.left() - line);
        const double right = std::min(lanes.x(axis.toPixel(place.stretch.toNs)), area.right() + line);
        const LaneLayout::Row* row = scene.layout().laneOf(place.track);
        if (right < area.left() || left > area.right() ||
            (place.track != kNoTrack && (row == nullptr || !scene.layout().isVisible(*row))))
            continue;
        QRectF rect = row != nullptr ? row->rect : scene.threadsRect();
        rect.setLeft(left);
        rect.setRight(std::max(right, left + 2 * line));
        const QRectF outline = rect.adjusted(-line / 2, -line / 2, line / 2, line / 2);
        painter.setPen(QPen(scene.theme().plot, 2 * line, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.drawRect(outline); // contrasts with its surroundings
        painter.setPen(QPen(scene.theme().text, line, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.drawRect(outline);
    }
}

} // namespace threadscape
