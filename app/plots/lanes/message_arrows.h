#pragma once

#include "plots/lanes/lane_scene.h"
#include "plots/style/qcp.h"

namespace threadscape {

/// The messages that are drawn: all, or none where they are too dense. Under a Trace::Reader.
std::vector<DrawnMessage> laneMessages(const LaneScene& scene);

/// Arrows from senders to receivers.
void paintMessageArrows(QCPPainter& painter, const LaneScene& scene,
                        const std::vector<DrawnMessage>& messages);

/// The arrow of one message, drawn or not.
void paintLitMessage(QCPPainter& painter, const LaneScene& scene, const MessageArrow& message);

} // namespace threadscape
