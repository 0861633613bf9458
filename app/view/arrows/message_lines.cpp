#include "view/arrows/message_lines.h"

#include <algorithm>
#include <cmath>

namespace threadscape {

namespace {

constexpr double kInside = 8;     // px from a lane's edge to an arrow's end in it
constexpr double kStubAlong = 8;  // px from one end of a stub to the other
constexpr double kStubBeyond = 5; // px that it extends beyond its lane
constexpr double kRoom = 8;       // px of the picture's width for each message
constexpr double kApart = 20;     // px between arrows, on average

} // namespace

MessageLines::MessageLines(const LaneLayout& layout, const TimeAxis& axis, double px)
    : m_layout(&layout), m_axis(axis), m_px(px)
{
    for (const LaneLayout::Row& row : layout.rows())
        if (row.kind == LaneLayout::Row::Kind::lane && row.track != kNoTrack)
            m_all = m_all.isNull() ? row.rect : m_all.united(row.rect);
}

std::optional<QRectF> MessageLines::laneOf(TrackId track) const
{
    const LaneLayout::Row* lane = m_layout->laneOf(track);
    return lane != nullptr ? std::optional(lane->rect) : std::nullopt;
}

std::optional<QRectF> MessageLines::laneOf(const MessageEnd& end) const
{
    return end.known() ? laneOf(end.by) : std::nullopt;
}

double MessageLines::inside(const QRectF& lane, bool atBottom) const
{
    const double inset = std::min(kInside * m_px, lane.height() / 2);
    return atBottom ? lane.bottom() - inset : lane.top() + inset;
}

// Leaves its lane to the right, or enters it from the left.
MessageLine MessageLines::stub(const QRectF& lane, double atX, bool down, bool sent) const
{
    const QPointF end(atX, inside(lane, down));
    const double edge = (down ? lane.bottom() : lane.top()) + (down ? 1 : -1) * kStubBeyond * m_px;
    const QPointF loose(atX + (sent ? 1 : -1) * kStubAlong * m_px, edge);
    return sent ? MessageLine{QLineF(end, loose), true, false} : MessageLine{QLineF(loose, end), false, true};
}

std::optional<MessageLine> MessageLines::of(const MessageArrow& arrow) const
{
    const Message& message = arrow.message;
    const std::optional<QRectF> sender = laneOf(message.sent);
    const std::optional<QRectF> receiver = laneOf(message.received);
    if (!sender && !receiver)
        return std::nullopt;
    if (!message.received.known()) {
        const std::optional<QRectF> towards = laneOf(arrow.towards);
        const bool down =
            towards ? towards->center().y() > sender->center().y() : sender->bottom() < m_all.bottom() - 1;
        return stub(*sender, x(message.sent.atNs), down, true);
    }
    if (!message.sent.known())
        return stub(*receiver, x(message.received.atNs), receiver->top() <= m_all.top() + 1, false);
    const bool down = !sender || (receiver && receiver->center().y() > sender->center().y());
    const double y0 = sender ? inside(*sender, down) : m_all.top();
    const double y1 = receiver ? inside(*receiver, !down) : m_all.top();
    return MessageLine{QLineF(x(message.sent.atNs), y0, x(message.received.atNs), y1), sender.has_value(),
                       true};
}

std::vector<DrawnMessage> drawnMessages(const Trace& trace, const Snapshot& snapshot,
                                        std::span<const TrackId> tracks, const LaneLayout& layout,
                                        const QRectF& lanes, const TimeAxis& axis, double px)
{
    std::vector<DrawnMessage> drawn;
    const MessageLines lines(layout, axis, px);
    for (const MessageArrow& arrow : messagesIn(trace, snapshot, tracks, axis, kRoom * px))
        if (const auto line = lines.of(arrow))
            drawn.push_back({arrow, *line});
    if (isHair(drawn, lanes, kApart * px))
        drawn.clear();
    return drawn;
}

bool isHair(const std::vector<DrawnMessage>& messages, const QRectF& area, double apartPx)
{
    double height = 0;
    for (const DrawnMessage& message : messages)
        if (const auto part = partWithin(message.line.line, area))
            height += std::fabs(part->dy());
    return height * apartPx > area.width() * area.height();
}

double distanceTo(const QLineF& line, QPointF point)
{
    const QPointF along = line.p2() - line.p1();
    const double length = QPointF::dotProduct(along, along);
    const double share =
        length > 0 ? std::clamp(QPointF::dotProduct(point - line.p1(), along) / length, 0.0, 1.0) : 0;
    const QPointF away = point - (line.p1() + share * along);
    return std::hypot(away.x(), away.y());
}

std::optional<QLineF> partWithin(const QLineF& line, const QRectF& area)
{
    double from = 0;
    double to = 1;
    const auto cut = [&](double at, double by, double low, double high) {
        if (by == 0) {
            if (at < low || at > high)
                to = -1;
            return;
        }
        const auto [first, last] = std::minmax({(low - at) / by, (high - at) / by});
        from = std::max(from, first);
        to = std::min(to, last);
    };
    cut(line.x1(), line.dx(), area.left(), area.right());
    cut(line.y1(), line.dy(), area.top(), area.bottom());
    return from <= to ? std::optional(QLineF(line.pointAt(from), line.pointAt(to))) : std::nullopt;
}

} // namespace threadscape
