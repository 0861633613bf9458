#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/style/qcp.h"
#include "view/lanes/lanes_hit.h"

namespace threadscape {

/// A cross where a process ended that did not end well, and in words how, where there is room. Tells where those words
/// stand. Under a Trace::Reader.
std::vector<EndPlace> paintLaneEnds(QCPPainter& painter, const LaneScene& scene);

} // namespace threadscape
