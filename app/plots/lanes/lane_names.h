#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/style/qcp.h"

namespace threadscape {

/// How much room names and headings need beside the lanes, in px.
double laneNamesWidth(const LaneScene& scene);

/// The lanes' names and the headings, to the left of the area. Of lanes closer than their names only some are named.
void paintLaneNames(QCPPainter& painter, const LaneScene& scene);

} // namespace threadscape
