#include "plots/lanes/message_painter.h"

#include <cmath>

namespace threadscape {

namespace {

constexpr double kArrowLine = 1.25; // px
constexpr double kArrowLit = 2;
constexpr double kHalo = 1;         // px beside a line, for contrast with a colour of its own lightness
constexpr double kHeadWidths = 4.5; // a head's length

// Without the tip, which is narrower than a line.
QLineF bodyOf(const MessageLine& line, double width)
{
    const double length = line.line.length();
    const double tip = line.received ? std::min(kHeadWidths * width / 2, length / 2) : 0;
    return length > 0 ? QLineF(line.line.p1(), line.line.pointAt(1 - tip / length)) : line.line;
}

} // namespace

MessagePainter::MessagePainter(QCPPainter& painter, const Theme& theme, const QRectF& area)
    : m_painter(painter), m_theme(theme), m_area(area)
{
}

void MessagePainter::paint(const std::vector<DrawnMessage>& messages, bool faint)
{
    std::vector<MessageLine> lines;
    for (const DrawnMessage& message : messages)
        lines.push_back(message.line);
    paintArrows(lines, faint ? m_theme.faded(m_theme.text) : m_theme.text, m_theme.px(kArrowLine));
}

void MessagePainter::paintLit(const MessageLine& line)
{
    paintArrows({line}, m_theme.accent, m_theme.px(kArrowLit));
}

void MessagePainter::paintArrows(const std::vector<MessageLine>& lines, const QColor& color, double width)
{
    m_painter.setAntialiasing(true);
    m_painter.setBrush(Qt::NoBrush);
    // Halos first, so that no arrow is cut by its neighbour's.
    for (const auto& [pen, ends] : {std::pair(QPen(m_theme.plot, width + 2 * m_theme.px(kHalo)), false),
                                    std::pair(QPen(color, width), true)}) {
        for (const MessageLine& line : lines) {
            if (const auto part = partWithin(bodyOf(line, width), m_area)) {
                m_painter.setPen(pen);
                m_painter.drawLine(*part);
                if (ends)
                    paintEnds(line, color, width);
            }
        }
    }
    m_painter.setAntialiasing(false);
    m_painter.setBrush(Qt::NoBrush);
}

// A dot where it was sent, a head where it was received, a ring where it was not received.
void MessagePainter::paintEnds(const MessageLine& line, const QColor& color, double width)
{
    const QPointF along = line.line.p2() - line.line.p1();
    const double length = std::hypot(along.x(), along.y());
    if (line.sent && m_area.contains(line.line.p1())) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        m_painter.drawEllipse(line.line.p1(), 1.5 * width, 1.5 * width);
    }
    if (!m_area.contains(line.line.p2()) || length <= 0)
        return;
    if (!line.received) {
        m_painter.setPen(QPen(color, width));
        m_painter.setBrush(m_theme.plot);
        m_painter.drawEllipse(line.line.p2(), 2 * width, 2 * width);
        return;
    }
    const QPointF forwards = along / length * std::min(kHeadWidths * width, length);
    const QPointF sideways = QPointF(-along.y(), along.x()) / length * 2.25 * width;
    const QPointF neck = line.line.p2() - forwards;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    m_painter.drawPolygon(QPolygonF({neck + sideways, line.line.p2(), neck - sideways}));
}

} // namespace threadscape
