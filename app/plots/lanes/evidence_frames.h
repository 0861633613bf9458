#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/style/qcp.h"

namespace threadscape {

/// Frames around the evidence of the answer.
void paintEvidenceFrames(QCPPainter& painter, const LaneScene& scene);

} // namespace threadscape
