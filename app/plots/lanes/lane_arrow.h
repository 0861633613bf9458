#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/style/qcp.h"
#include "view/arrows/messages.h"

namespace threadscape {

/// From tasks that ended to those that awaited them, where they can be told apart.
void paintAwaitArrows(QCPPainter& painter, const LaneScene& scene);

/// Who ended a wait, or gave the thread its task: an arrow from there to where `span` went on. `endedBy`: the message that
/// it waited for, whose arrow then says it.
void paintWakeUpArrow(QCPPainter& painter, const LaneScene& scene, const LaneHit& span,
                      const std::optional<MessageArrow>& endedBy);

} // namespace threadscape
