#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/style/qcp.h"

namespace threadscape {

/// Width that numbers need beside the lanes, in px.
double laneNumbersWidth(const LaneScene& scene);

/// The lanes' numbers, to the right of the area, and what they count.
void paintLaneNumbers(QCPPainter& painter, const LaneScene& scene);

} // namespace threadscape
