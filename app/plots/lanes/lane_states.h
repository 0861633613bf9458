#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/style/qcp.h"

namespace threadscape {

/// The background of the lanes.
void paintLaneGrounds(QCPPainter& painter, const LaneScene& scene);

/// The states of threads, the locks they held below them, and lost events.
void paintLaneStates(QCPPainter& painter, const LaneScene& scene, const std::vector<VisibleLane>& shown);

/// Dims everything unrelated to the highlighted lock.
void paintLitLock(QCPPainter& painter, const LaneScene& scene);

} // namespace threadscape
