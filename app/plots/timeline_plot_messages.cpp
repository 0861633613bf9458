// Messages between lanes, and how processes ended.
#include "plots/chip.h"
#include "plots/cross.h"
#include "plots/message_painter.h"
#include "plots/timeline_plot.h"
#include "text/texts.h"

namespace threadscape {

namespace {

constexpr double kRoomOfMessage = 8; // px of the picture's width
constexpr double kApart = 20;        // px between arrows, on average
constexpr double kNearMessage = 5;   // px to an arrow that is pointed at
constexpr double kNearEnd = 6;       // px to a message's end, or to a cross

} // namespace

MessageLines TimelinePlot::messageLines(const std::vector<Row>& all) const
{
    std::map<TrackId, QRectF> lanes;
    for (const Row& row : all)
        if (row.lane != nullptr && row.lane->track != kNoTrack)
            lanes[row.lane->track] = row.rect;
    return {theme(),
            [left = area().left(), axis = timeAxis()](std::int64_t ns) { return left + axis.toPixel(ns); },
            std::move(lanes)};
}

std::vector<DrawnMessage> TimelinePlot::messages(const std::vector<Row>& all) const
{
    std::vector<DrawnMessage> drawn;
    const MessageLines lines = messageLines(all);
    for (const MessageArrow& arrow : messagesIn(*frame().run.trace, *frame().run.snapshot, frame().run.tracks,
                                                timeAxis(), theme().px(kRoomOfMessage)))
        if (const auto line = lines.of(arrow))
            drawn.push_back({arrow, *line});
    if (isHair(drawn, lanesRect(all), theme().px(kApart)))
        drawn.clear();
    return drawn;
}

void TimelinePlot::paintMessages(QCPPainter& painter, const std::vector<Row>& all) const
{
    MessagePainter(painter, theme(), area()).paint(messages(all), frame().view.isolated.has_value());
}

std::optional<TimelinePlot::PointedMessage> TimelinePlot::messageAt(QPointF at) const
{
    if (!frame().run.trace || !area().contains(at))
        return std::nullopt;
    const std::vector<Row> all = rows(false);
    const std::vector<DrawnMessage> drawn = messages(all);
    if (!drawn.empty()) {
        const auto away = [&](const DrawnMessage& message) { return distanceTo(message.line.line, at); };
        const auto nearest = std::ranges::min_element(drawn, {}, away);
        return away(*nearest) <= theme().px(kNearMessage)
                   ? std::optional(PointedMessage{nearest->arrow, true})
                   : std::nullopt;
    }
    const Row* row = rowAt(all, at);
    if (row == nullptr || row->lane->track == kNoTrack)
        return std::nullopt;
    const TimeAxis axis = timeAxis();
    const auto message = messageNear(*frame().run.trace, *frame().run.snapshot, row->lane->track,
                                     axis.toNs(at.x() - area().left()),
                                     static_cast<std::int64_t>(theme().px(kNearEnd) * axis.nsPerPixel()));
    return message ? std::optional(PointedMessage{*message, false}) : std::nullopt;
}

std::optional<TimelinePlot::PointedMessage> TimelinePlot::endedBy(const LaneHit& wait) const
{
    const auto message = messageThatEnded(*frame().run.trace, *frame().run.snapshot, wait);
    return message ? std::optional(PointedMessage{*message, false}) : std::nullopt;
}

void TimelinePlot::paintEnds(QCPPainter& painter, const std::vector<Row>& all) const
{
    const TimeAxis axis = timeAxis();
    const QFont font = theme().font(Theme::Type::small, true);
    const QFontMetricsF metrics(font);
    for (const Row& row : all) {
        if (row.lane == nullptr || row.lane->track == kNoTrack || !seen(row))
            continue;
        const auto end = badEnd(*frame().run.trace, *frame().run.snapshot, row.lane->track);
        if (!end)
            continue;
        const double x = area().left() + axis.toPixel(end->atNs);
        if (x < area().left() - 1 || x > area().right() + 1)
            continue;
        const double middle = row.rect.center().y();
        const double half = std::min(theme().px(5), row.rect.height() / 3);
        painter.setPen(QPen(theme().error, theme().px(2), Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QLineF(x, row.rect.top(), x, row.rect.bottom()));
        paintCross(painter, theme(), {x, middle}, half);
        if (row.rect.height() < metrics.ascent())
            continue;
        // Behind the end nothing follows; before it the words would cover what it did last.
        const QString words = inWords(endWords(*end));
        const QSizeF size(chipWidth(theme(), words, font),
                          std::min(row.rect.height(), metrics.height() + theme().px(2)));
        const double gap = 2 * half + theme().px(3);
        const double left = x + gap + size.width() <= area().right() ? x + gap : x - gap - size.width();
        if (left >= area().left())
            paintErrorChip(painter, theme(), QRectF(QPointF(left, middle - size.height() / 2), size), words,
                           font);
    }
}

std::optional<LaneEnd> TimelinePlot::endAt(QPointF at) const
{
    if (!frame().run.trace)
        return std::nullopt;
    const auto reader = frame().run.trace->reader();
    for (const Row& row : rows(false)) {
        if (row.lane == nullptr || row.lane->track == kNoTrack || !seen(row) || at.y() < row.rect.top() ||
            at.y() > row.rect.bottom())
            continue;
        const auto end = badEnd(*frame().run.trace, *frame().run.snapshot, row.lane->track);
        const double x = end ? area().left() + timeAxis().toPixel(end->atNs) : 0;
        const bool onMark =
            std::abs(x - at.x()) <= theme().px(kNearEnd) && x >= area().left() - 1 && x <= area().right() + 1;
        return end && (onMark || at.x() < area().left()) ? end : std::nullopt;
    }
    return std::nullopt;
}

} // namespace threadscape
