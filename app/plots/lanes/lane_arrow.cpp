#include "plots/lanes/lane_arrow.h"

#include "plots/lanes/message_arrows.h"
#include "view/arrows/awaits.h"

namespace threadscape {

namespace {

// From a moment at the height y0 to a moment of a lane.
void paintArrow(QCPPainter& painter, const LaneScene& scene, std::int64_t fromNs, double y0,
                std::int64_t toNs, const QRectF& to)
{
    const double x0 = scene.x(fromNs);
    const double x = scene.x(toNs);
    const double y1 = y0 < to.center().y() ? to.top() : to.bottom();
    const double tip = scene.px(y0 < y1 ? -6 : 6);
    const double half = scene.px(4);
    painter.setAntialiasing(true);
    painter.setPen(QPen(scene.theme().accent, scene.px(2)));
    painter.drawLine(QLineF(x0, y0, x, y1 + tip));
    painter.setPen(Qt::NoPen);
    painter.setBrush(scene.theme().accent);
    painter.drawPolygon(QPolygonF({{x - half, y1 + tip}, {x + half, y1 + tip}, {x, y1}}));
    painter.drawEllipse(QPointF(x0, y0), half * 0.8, half * 0.8);
    painter.setBrush(Qt::NoBrush);
    painter.setAntialiasing(false);
}

} // namespace

void paintAwaitArrows(QCPPainter& painter, const LaneScene& scene)
{
    constexpr std::size_t kMost = 40;
    const LaneLayout& layout = scene.layout();
    std::vector<TrackId> tracks;
    for (const LaneLayout::Row& row : layout.rows())
        if (row.kind == LaneLayout::Row::Kind::lane && row.track != kNoTrack && layout.isVisible(row))
            tracks.push_back(row.track);
    const auto arrows = awaitsIn(scene.trace(), tracks, scene.window(), kMost);
    if (!arrows)
        return;
    for (const AwaitArrow& arrow : *arrows) {
        const LaneLayout::Row* const from = layout.laneOf(arrow.ended);
        const LaneLayout::Row* const to = layout.laneOf(arrow.awaiting);
        if (from != nullptr && to != nullptr)
            paintArrow(painter, scene, arrow.atNs, from->rect.center().y(), arrow.atNs, to->rect);
    }
}

void paintWakeUpArrow(QCPPainter& painter, const LaneScene& scene, const LaneHit& span,
                      const std::optional<MessageArrow>& endedBy)
{
    const LaneLayout::Row* to = scene.layout().laneOf(span.track);
    if (to == nullptr)
        return;
    const auto arrow = [&](TrackId by, std::int64_t fromNs, std::int64_t toNs, bool fromOutside) {
        const LaneLayout::Row* from = scene.layout().laneOf(by);
        if (by != span.track && (from != nullptr || fromOutside))
            paintArrow(painter, scene, fromNs,
                       from != nullptr ? from->rect.center().y() : scene.threadsRect().top(), toNs, to->rect);
    };
    if (span.task) {
        // The main thread submits, and its lane is often hidden: then the arrow comes from above.
        const TaskRecord& task = span.task->task;
        if (task.submitted.known() && task.started.known())
            arrow(task.submitted.by, task.submitted.atNs, task.started.atNs, true);
    } else if (endedBy) {
        paintLitMessage(painter, scene, *endedBy);
    } else if (span.state == State::ready) { // woken before: waiting for a core since
        arrow(span.endedBy, span.fromNs, span.fromNs, false);
    } else if (!span.open && span.state != State::running) {
        arrow(span.endedBy, span.toNs, span.toNs, false);
    }
}

} // namespace threadscape
