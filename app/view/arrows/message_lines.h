#pragma once

#include "view/arrows/messages.h"
#include "view/lanes/lane_layout.h"

#include <QLineF>
#include <optional>
#include <span>
#include <vector>

namespace threadscape {

/// Where a message's arrow lies.
struct MessageLine {
    QLineF line;          ///< from its sender to its receiver
    bool sent = true;     ///< it begins in the sender's lane
    bool received = true; ///< it leads to the receiver
};

/// Puts messages between the lanes of one picture: from a little inside the sender's lane to a little inside the
/// receiver's. A message with one end gets a stub; a lane that is not shown is beyond the upper edge.
/// Threads: a value, as long as the layout lives.
class MessageLines {
public:
    /// `axis`: of the layout's area; `px`: one at scale 1.
    MessageLines(const LaneLayout& layout, const TimeAxis& axis, double px);

    /// Nothing where no end's lane is shown.
    std::optional<MessageLine> of(const MessageArrow& arrow) const;

private:
    double x(std::int64_t ns) const { return m_layout->area().left() + m_axis.toPixel(ns); }
    std::optional<QRectF> laneOf(const MessageEnd& end) const;
    std::optional<QRectF> laneOf(TrackId track) const;
    MessageLine stub(const QRectF& lane, double atX, bool down, bool sent) const;
    double inside(const QRectF& lane, bool atBottom) const;

    const LaneLayout* m_layout;
    TimeAxis m_axis;
    double m_px;
    QRectF m_all; // lanes that have begun
};

/// A message, and its arrow.
struct DrawnMessage {
    MessageArrow arrow;
    MessageLine line;
};

/// The messages between `tracks` that are drawn: all that the window has, or none when they cannot be told apart.
/// `lanes`: the area that they cross. The rest as in MessageLines. Threads: under a Trace::Reader.
std::vector<DrawnMessage> drawnMessages(const Trace& trace, const Snapshot& snapshot,
                                        std::span<const TrackId> tracks, const LaneLayout& layout,
                                        const QRectF& lanes, const TimeAxis& axis, double px);

/// Whether arrows cross the lanes of `area` closer than `apartPx` on average. Of flat ones many may lie above each other: they
/// are never farther apart, however much is zoomed in.
bool isHair(const std::vector<DrawnMessage>& messages, const QRectF& area, double apartPx);

/// How far `point` is from a line, in pixels.
double distanceTo(const QLineF& line, QPointF point);

/// The part of a line that lies within `area`; nothing: none does. Vector files are not clipped.
std::optional<QLineF> partWithin(const QLineF& line, const QRectF& area);

} // namespace threadscape
