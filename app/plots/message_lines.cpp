#include "plots/message_lines.h"

#include <algorithm>
#include <cmath>

namespace threadscape {

namespace {

constexpr double kInside = 8;     // px from a lane's edge to an arrow's end in it
constexpr double kStubAlong = 8;  // px from one end of a stub to the other
constexpr double kStubBeyond = 5; // px that it reaches beyond its lane

} // namespace

MessageLines::MessageLines(const Theme& theme, std::function<double(std::int64_t)> x,
                           std::map<TrackId, QRectF> lanes)
    : m_px(theme.px(1)), m_x(std::move(x)), m_lanes(std::move(lanes))
{
    for (const auto& [track, lane] : m_lanes)
        m_all = m_all.isNull() ? lane : m_all.united(lane);
}

std::optional<QRectF> MessageLines::laneOf(TrackId track) const
{
    const auto lane = m_lanes.find(track);
    return lane != m_lanes.end() ? std::optional(lane->second) : std::nullopt;
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

// Leaves its lane to the right, or comes into it from the left.
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
        return stub(*sender, m_x(message.sent.atNs), down, true);
    }
    if (!message.sent.known())
        return stub(*receiver, m_x(message.received.atNs), receiver->top() <= m_all.top() + 1, false);
    const bool down = !sender || (receiver && receiver->center().y() > sender->center().y());
    const double y0 = sender ? inside(*sender, down) : m_all.top();
    const double y1 = receiver ? inside(*receiver, !down) : m_all.top();
    return MessageLine{QLineF(m_x(message.sent.atNs), y0, m_x(message.received.atNs), y1), sender.has_value(),
                       true};
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
