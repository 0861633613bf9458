#include "plots/lanes/message_arrows.h"

#include "plots/lanes/message_painter.h"

namespace threadscape {

std::vector<DrawnMessage> laneMessages(const LaneScene& scene)
{
    return drawnMessages(scene.trace(), scene.snapshot(), scene.tracks(), scene.layout(), scene.threadsRect(),
                         scene.axis(), scene.px(1));
}

void paintMessageArrows(QCPPainter& painter, const LaneScene& scene,
                        const std::vector<DrawnMessage>& messages)
{
    MessagePainter(painter, scene.theme(), scene.area()).paint(messages, scene.isolated().has_value());
}

void paintLitMessage(QCPPainter& painter, const LaneScene& scene, const MessageArrow& message)
{
    if (const auto line = MessageLines(scene.layout(), scene.axis(), scene.px(1)).of(message))
        MessagePainter(painter, scene.theme(), scene.area()).paintLit(*line);
}

} // namespace threadscape
