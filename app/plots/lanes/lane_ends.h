#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/style/qcp.h"
#include "view/lanes/lanes_hit.h"

namespace threadscape {

/// A cross where a process ended abnormally, labelled with how, where it fits. Returns the positions of the labels. Under
/// a Trace::Reader.
std::vector<EndPlace> paintLaneEnds(QCPPainter& painter, const LaneScene& scene);

} // namespace threadscape
