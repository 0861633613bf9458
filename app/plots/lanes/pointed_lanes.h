#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/lanes/painted_cores.h"
#include "plots/style/qcp.h"
#include "view/lanes/lanes_hit.h"

namespace threadscape {

/// Highlights the hit, which the hover text describes. Under a Trace::Reader.
void paintPointed(QCPPainter& painter, const LaneScene& scene, const LanesHit& hit,
                  const PaintedCores& cores);

/// Frames the selected span, and shows which thread ended it. Under a Trace::Reader.
void paintSelected(QCPPainter& painter, const LaneScene& scene, const LaneHit& span);

} // namespace threadscape
