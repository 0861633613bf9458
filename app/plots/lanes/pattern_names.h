#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/style/qcp.h"
#include "view/lanes/lanes_hit.h"

namespace threadscape {

/// The names of patterns, on their lanes; one that all lanes of a group share, in its heading. Returns their positions.
std::vector<PatternPlace> paintPatternNames(QCPPainter& painter, const LaneScene& scene);

} // namespace threadscape
