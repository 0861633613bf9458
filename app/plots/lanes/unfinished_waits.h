#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/style/qcp.h"

namespace threadscape {

/// An arrow head, and in words how long, where the end of the run found a wait going on. Under a Trace::Reader.
void paintUnfinishedWaits(QCPPainter& painter, const LaneScene& scene, const std::vector<VisibleLane>& shown);

} // namespace threadscape
