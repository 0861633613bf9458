#include "plots/lanes/painted_cores.h"

namespace threadscape {

PaintedCores PaintedCores::paint(QCPPainter& painter, const LaneScene& scene)
{
    PaintedCores painted;
    const LaneLayout& layout = scene.layout();
    CorePainter cores(painter, scene.theme(), scene.area(), scene.perColumn(), scene.tracks(),
                      scene.canvas());
    for (const LaneLayout::Row& row : layout.rows()) {
        if (row.kind != LaneLayout::Row::Kind::core || row.track >= scene.trace().lanes() ||
            !layout.isVisible(row))
            continue;
        CorePicture& picture = painted.m_pictures[row.track];
        picture = corePicture(LaneView(scene.trace(), scene.snapshot(), row.track), scene.columns());
        cores.paint(picture, row.rect, scene.catalogue());
    }
    cores.finish();
    const LaneLayout::Row* heading = layout.coresHeading();
    if (heading != nullptr && layout.isFullyVisible(*heading) && !painted.m_pictures.empty())
        cores.paintKey(painted.m_pictures, heading->rect);
    return painted;
}

void PaintedCores::paintOnly(QCPPainter& painter, const LaneScene& scene, TrackId track) const
{
    if (m_pictures.empty())
        return;
    CorePainter cores(painter, scene.theme(), scene.area(), scene.perColumn(), scene.tracks(),
                      scene.canvas());
    for (const auto& [core, picture] : m_pictures)
        if (const LaneLayout::Row* row = scene.layout().coreOf(core))
            cores.paintOnly(picture, row->rect, track);
}

void PaintedCores::paintPointed(QCPPainter& painter, const LaneScene& scene, const CoreHit& hit) const
{
    if (!hit.oneSlice)
        return;
    const LaneLayout::Row* of = hit.by != kNoTrack ? scene.layout().laneOf(hit.by) : nullptr;
    if (hit.by != kNoTrack) { // others are dimmed, on cores and lanes
        paintOnly(painter, scene, hit.by);
        QColor veil = scene.theme().plot;
        veil.setAlphaF(0.55F);
        for (const LaneLayout::Row& row : scene.layout().rows())
            if (row.kind == LaneLayout::Row::Kind::lane && &row != of)
                painter.fillRect(row.rect, veil);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(scene.theme().text, std::max(1.0, scene.px(1))));
    const double left = scene.x(hit.fromNs);
    for (const LaneLayout::Row* row : {of, scene.layout().coreOf(hit.core)})
        if (row != nullptr)
            painter.drawRect(QRectF(left, row->rect.top(), scene.x(hit.toNs) - left, row->rect.height())
                                 .intersected(scene.area().adjusted(-4, 0, 4, 0))
                                 .adjusted(-1, -1, 1, 1));
}

} // namespace threadscape
