#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/style/qcp.h"

namespace threadscape {

/// The places of lanes, before anything is known of them.
void paintLaneGrounds(QCPPainter& painter, const LaneScene& scene);

/// What threads did, the locks they held below it, and what was lost of that.
void paintLaneStates(QCPPainter& painter, const LaneScene& scene, const std::vector<VisibleLane>& shown);

/// Veils all that has nothing to do with the lock that is lit.
void paintLitLock(QCPPainter& painter, const LaneScene& scene);

} // namespace threadscape
