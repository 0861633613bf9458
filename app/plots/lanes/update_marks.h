#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/style/qcp.h"
#include "view/series/updates.h"

namespace threadscape {

/// The updates of the variable that the lanes show; empty if they show none.
UpdatesPicture laneUpdates(const LaneScene& scene);

/// What threads read and wrote, and which updates were lost.
void paintUpdateMarks(QCPPainter& painter, const LaneScene& scene, const std::vector<VisibleLane>& shown,
                      const UpdatesPicture& updates);

} // namespace threadscape
