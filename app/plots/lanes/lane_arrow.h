#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/style/qcp.h"
#include "view/arrows/messages.h"

namespace threadscape {

/// Arrows from tasks that ended to those that awaited them, unless too dense.
void paintAwaitArrows(QCPPainter& painter, const LaneScene& scene);

/// An arrow from the thread that ended a wait, or submitted the task, to where `span` continues. `endedBy`: the message
/// that it waited for, whose arrow is drawn instead.
void paintWakeUpArrow(QCPPainter& painter, const LaneScene& scene, const LaneHit& span,
                      const std::optional<MessageArrow>& endedBy);

} // namespace threadscape
