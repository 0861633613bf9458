#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/style/qcp.h"

namespace threadscape {

/// An arrow head, and the length in words, at each wait that was unfinished when the run ended. Under a Trace::Reader.
void paintUnfinishedWaits(QCPPainter& painter, const LaneScene& scene, const std::vector<VisibleLane>& shown);

} // namespace threadscape
