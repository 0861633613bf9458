#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/style/qcp.h"

namespace threadscape {

/// Boxes around operations, and marks where a thread woke others. `named`: with the operations' names, where they fit.
/// Returns the number of boxes.
std::size_t paintOperationBoxes(QCPPainter& painter, const LaneScene& scene,
                                const std::vector<VisibleLane>& shown, bool named);

} // namespace threadscape
