#include "plots/timeline_plot.h"

#include "plots/message_painter.h"
#include "text/texts.h"
#include "view/hover.h"

namespace threadscape {

const TimelinePlot::Row* TimelinePlot::rowAt(const std::vector<Row>& all, QPointF at) const
{
    const auto found = std::ranges::find_if(all, [&](const Row& row) {
        return row.lane != nullptr && at.y() >= row.rect.top() - 1 && at.y() <= row.rect.bottom() + 1;
    });
    return found != all.end() && area().contains(at) ? &*found : nullptr;
}

const TimelinePlot::Row* TimelinePlot::rowOf(const std::vector<Row>& all, TrackId track) const
{
    const auto found = std::ranges::find_if(
        all, [&](const Row& row) { return row.lane != nullptr && row.lane->track == track; });
    return found != all.end() ? &*found : nullptr;
}

std::optional<LaneHit> TimelinePlot::hitAt(QPointF at) const
{
    if (!frame().run.trace)
        return std::nullopt;
    const std::vector<Row> all = rows(false);
    const Row* row = rowAt(all, at);
    if (row == nullptr)
        return std::nullopt;
    const TimeAxis axis = timeAxis();
    const auto reader = frame().run.trace->reader();
    return hitLane(*frame().run.trace, *frame().run.snapshot, row->lane->track,
                   axis.toNs(at.x() - area().left()), axis.nsPerPixel());
}

QString TimelinePlot::hover(QPointF at)
{
    if (const QString pattern = patternAt(at); !pattern.isEmpty())
        return pattern;
    if (!frame().run.trace)
        return {};
    const Catalogue& catalogue = frame().run.trace->catalogue();
    if (const auto core = coreAt(at))
        return inWords(coreSentence(catalogue, *core));
    if (const auto end = endAt(at))
        return inWords(endSentence(catalogue, *end));
    auto message = messageAt(at);
    if (message && message->drawn)
        return inWords(messageSentence(catalogue, message->arrow));
    QStringList sentences;
    if (const auto hit = hitAt(at)) {
        sentences << inWords(hoverSentence(catalogue, *hit));
        const auto reader = frame().run.trace->reader();
        if (!message)
            message = endedBy(*hit);
    }
    if (message)
        sentences << inWords(messageSentence(catalogue, message->arrow));
    return sentences.join(u'\n');
}

QRectF TimelinePlot::placeOf(const LaneHit& hit, const QRectF& lane) const
{
    const TimeAxis axis = timeAxis();
    const double left = std::max(area().left() + axis.toPixel(hit.fromNs), area().left() - 4);
    const double right = std::min(area().left() + axis.toPixel(hit.toNs), area().right() + 4);
    return {left, lane.top(), right - left, lane.height()};
}

void TimelinePlot::paintHover(QCPPainter& painter, QPointF at)
{
    const std::vector<Row> all = rows(false);
    painter.setClipRect(area());
    if (const auto core = coreAt(at))
        return paintCoreHover(painter, all, *core);
    if (const auto message = messageAt(at)) {
        if (const auto line = messageLines(all).of(message->arrow))
            MessagePainter(painter, theme(), area()).paintLit(*line);
        if (message->drawn)
            return; // it is what is pointed at
    }
    const auto hit = hitAt(at);
    const Row* row = hit ? rowOf(all, hit->track) : nullptr;
    if (row == nullptr)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().text, std::max(1.0, theme().px(1))));
    painter.drawRect(placeOf(*hit, row->rect).adjusted(-1, -1, 1, 1));
    paintCoresOf(painter, all, hit->track);
    paintWakeUp(painter, all, *hit);
}

void TimelinePlot::paintLit(QCPPainter& painter)
{
    const std::vector<Row> all = rows(false);
    painter.save();
    painter.setClipRect(area());
    if (frame().lit != kNoObject)
        paintLitLock(painter, all);
    if (const LaneHit* selected = frame().selected()) {
        if (const Row* row = rowOf(all, selected->track)) {
            const QRectF place = placeOf(*selected, row->rect);
            const double line = theme().px(2);
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme().plot, 3 * line));
            painter.drawRect(place.adjusted(-1, -1, 1, 1));
            painter.setPen(QPen(theme().accent, line));
            painter.drawRect(place.adjusted(-1, -1, 1, 1));
            paintWakeUp(painter, all, *selected);
        }
    }
    painter.restore();
}

void TimelinePlot::paintLitLock(QCPPainter& painter, const std::vector<Row>& all)
{
    QColor veil = theme().plot;
    veil.setAlphaF(0.55F);
    painter.fillRect(area(), veil);
    const double perPixel = painter.device()->devicePixelRatioF();
    const TimeAxis axis(frame().view.window, std::max(1.0, area().width() * perPixel));
    const std::vector<QColor> colors = lockColors(theme(), frame().run.trace->catalogue());
    QImage none;
    LanePainter lanes(painter, theme(), area(), 1 / perPixel, frame().view.isolated, none);
    for (const Row& row : all) {
        if (row.lane == nullptr || row.lane->track >= frame().run.trace->lanes() ||
            !row.rect.intersects(area()))
            continue;
        const LanePicture& picture =
            frame().pictures->of(*frame().run.trace, frame().run.snapshot, row.lane->track, axis);
        lanes.paintLit(picture, LanePainter::partsOf(theme(), row.rect, true), frame().lit, colors);
    }
}

void TimelinePlot::paintWakeUp(QCPPainter& painter, const std::vector<Row>& all, const LaneHit& hit) const
{
    const Row* to = rowOf(all, hit.track);
    if (to == nullptr)
        return;
    const auto arrow = [&](TrackId by, std::int64_t fromNs, std::int64_t toNs, bool fromOutside) {
        const Row* from = rowOf(all, by);
        if (by != hit.track && (from != nullptr || fromOutside))
            paintArrow(painter, fromNs, from != nullptr ? from->rect.center().y() : lanesRect(all).top(),
                       toNs, to->rect);
    };
    if (hit.task) {
        // Main submits, and its lane is often not shown: the arrow comes from above then.
        const TaskRecord& task = hit.task->task;
        if (task.submitted.known() && task.started.known())
            arrow(task.submitted.by, task.submitted.atNs, task.started.atNs, true);
    } else if (const auto message = endedBy(hit)) {
        if (const auto line = messageLines(all).of(message->arrow))
            MessagePainter(painter, theme(), area()).paintLit(*line);
    } else if (hit.state == State::ready) { // woken before: since then it wants a core
        arrow(hit.endedBy, hit.fromNs, hit.fromNs, false);
    } else if (!hit.open && hit.state != State::running) {
        arrow(hit.endedBy, hit.toNs, hit.toNs, false);
    }
}

// From a moment at the height y0 to a moment of a lane.
void TimelinePlot::paintArrow(QCPPainter& painter, std::int64_t fromNs, double y0, std::int64_t toNs,
                              const QRectF& to) const
{
    const double x0 = area().left() + timeAxis().toPixel(fromNs);
    const double x = area().left() + timeAxis().toPixel(toNs);
    const double y1 = y0 < to.center().y() ? to.top() : to.bottom();
    const double tip = theme().px(y0 < y1 ? -6 : 6);
    const double half = theme().px(4);
    painter.setAntialiasing(true);
    painter.setPen(QPen(theme().accent, theme().px(2)));
    painter.drawLine(QLineF(x0, y0, x, y1 + tip));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().accent);
    painter.drawPolygon(QPolygonF({{x - half, y1 + tip}, {x + half, y1 + tip}, {x, y1}}));
    painter.drawEllipse(QPointF(x0, y0), half * 0.8, half * 0.8);
    painter.setBrush(Qt::NoBrush);
    painter.setAntialiasing(false);
}

} // namespace threadscape
