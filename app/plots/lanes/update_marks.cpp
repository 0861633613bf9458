#include "plots/lanes/update_marks.h"

#include "plots/lanes/lane_painter.h"
#include "plots/lanes/update_painter.h"

namespace threadscape {

UpdatesPicture laneUpdates(const LaneScene& scene)
{
    const ObjectId variable = scene.variable();
    return variable == kNoObject ? UpdatesPicture()
                                 : updatesPicture(scene.trace(), scene.tracks(), variable, scene.window());
}

void paintUpdateMarks(QCPPainter& painter, const LaneScene& scene, const std::vector<VisibleLane>& shown,
                      const UpdatesPicture& updates)
{
    if (updates.updates.empty())
        return;
    std::map<TrackId, QRectF> places;
    for (const VisibleLane& lane : shown)
        places[lane.row->track] = lane.row->rect;
    const LanePainter lanes(painter, scene.theme(), scene.area(), scene.perColumn(), scene.isolated(),
                            scene.canvas());
    const auto x = [&, axis = scene.columns()](std::int64_t ns) { return lanes.x(axis.toPixel(ns)); };
    painter.save();
    // A cross at the very edge is not clipped.
    painter.setClipRect(scene.area().adjusted(-scene.px(8), 0, scene.px(8), 0));
    UpdatePainter(painter, scene.theme(), x, std::move(places)).paint(updates);
    painter.restore();
}

} // namespace threadscape
