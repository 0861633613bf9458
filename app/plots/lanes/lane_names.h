#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/style/qcp.h"

namespace threadscape {

/// Width that names and headings need beside the lanes, in px.
double laneNamesWidth(const LaneScene& scene);

/// The lanes' names and the headings, to the left of the area. Where lanes are closer than a line of text only some are
/// named.
void paintLaneNames(QCPPainter& painter, const LaneScene& scene);

} // namespace threadscape
