#include "plots/lanes/pointed_lanes.h"

#include "plots/lanes/lane_arrow.h"
#include "plots/lanes/message_arrows.h"

namespace threadscape {

namespace {

QRectF frameAround(const LaneScene& scene, const LaneHit& span, const QRectF& lane)
{
    const double left = std::max(scene.x(span.fromNs), scene.area().left() - 4);
    const double right = std::min(scene.x(span.toNs), scene.area().right() + 4);
    return QRectF(left, lane.top(), right - left, lane.height()).adjusted(-1, -1, 1, 1);
}

void paintPointedSpan(QCPPainter& painter, const LaneScene& scene, const SpanHit& hit,
                      const PaintedCores& cores)
{
    if (hit.nearby)
        paintLitMessage(painter, scene, *hit.nearby);
    const LaneLayout::Row* row = scene.layout().laneOf(hit.span.track);
    if (row == nullptr)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(scene.theme().text, std::max(1.0, scene.px(1))));
    painter.drawRect(frameAround(scene, hit.span, row->rect));
    cores.paintOnly(painter, scene, hit.span.track);
    paintWakeUpArrow(painter, scene, hit.span, hit.endedBy);
}

} // namespace

void paintPointed(QCPPainter& painter, const LaneScene& scene, const LanesHit& hit, const PaintedCores& cores)
{
    if (const auto* core = std::get_if<CoreHit>(&hit))
        cores.paintPointed(painter, scene, *core);
    else if (const auto* message = std::get_if<MessageHit>(&hit))
        paintLitMessage(painter, scene, message->arrow);
    else if (const auto* span = std::get_if<SpanHit>(&hit))
        paintPointedSpan(painter, scene, *span, cores);
    // The name of a pattern, or an end, is on top anyway.
}

void paintSelected(QCPPainter& painter, const LaneScene& scene, const LaneHit& span)
{
    const LaneLayout::Row* row = scene.layout().laneOf(span.track);
    if (row == nullptr)
        return;
    const QRectF frame = frameAround(scene, span, row->rect);
    const double line = scene.px(2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(scene.theme().plot, 3 * line));
    painter.drawRect(frame);
    painter.setPen(QPen(scene.theme().accent, line));
    painter.drawRect(frame);
    paintWakeUpArrow(painter, scene, span, messageThatEnded(scene.trace(), scene.snapshot(), span));
}

} // namespace threadscape
