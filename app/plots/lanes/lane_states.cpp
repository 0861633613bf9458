#include "plots/lanes/lane_states.h"

#include "plots/lanes/lane_painter.h"
#include "plots/lanes/lock_colors.h"

namespace threadscape {

void paintLaneGrounds(QCPPainter& painter, const LaneScene& scene)
{
    using Kind = LaneLayout::Row::Kind;
    for (const LaneLayout::Row& row : scene.layout().rows())
        if ((row.kind == Kind::lane || row.kind == Kind::core) && scene.layout().isVisible(row))
            painter.fillRect(row.rect.intersected(scene.area()), scene.theme().lane);
}

void paintLaneStates(QCPPainter& painter, const LaneScene& scene, const std::vector<VisibleLane>& shown)
{
    const bool locks = scene.hasLocks();
    const std::vector<QColor> colors = lockColors(scene.theme(), scene.catalogue());
    LanePainter lanes(painter, scene.theme(), scene.area(), scene.perColumn(), scene.isolated(),
                      scene.canvas());
    for (const auto& [row, picture] : shown) {
        const LanePainter::Parts parts = LanePainter::partsOf(scene.theme(), row->rect, locks);
        lanes.paintStates(*picture, parts.states);
        lanes.paintHolds(*picture, parts.holds, colors);
        lanes.paintLost(*picture, row->rect);
    }
    lanes.finish();
}

void paintLitLock(QCPPainter& painter, const LaneScene& scene)
{
    const Theme& theme = scene.theme();
    QColor veil = theme.plot;
    veil.setAlphaF(0.55F);
    painter.fillRect(scene.area(), veil);
    const std::vector<QColor> colors = lockColors(theme, scene.catalogue());
    LanePainter lanes(painter, theme, scene.area(), scene.perColumn(), scene.isolated(), scene.canvas());
    for (const auto& [row, picture] : scene.visibleLanes())
        lanes.paintLit(*picture, LanePainter::partsOf(theme, row->rect, true), scene.lit(), colors);
}

} // namespace threadscape
