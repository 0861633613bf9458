#pragma once

#include "view/arrows/messages.h"
#include "view/lanes/lane_layout.h"

#include <QLineF>
#include <optional>
#include <span>
#include <vector>

namespace threadscape {

/// Geometry of a message's arrow.
struct MessageLine {
    QLineF line;          ///< from its sender to its receiver
    bool sent = true;     ///< it begins in the sender's lane
    bool received = true; ///< it leads to the receiver
};

/// Places messages between the lanes of one picture: from slightly inside the sender's lane to slightly inside the
/// receiver's. A message with one end gets a stub; a hidden lane counts as above the upper edge.
/// Threads: a value type; refers to the layout.
class MessageLines {
public:
    /// `axis`: of the layout's area; `px`: one at scale 1.
    MessageLines(const LaneLayout& layout, const TimeAxis& axis, double px);

    /// nullopt if neither end's lane is shown.
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

/// The messages between `tracks` that are drawn: all in the window, or none when they are too dense. `lanes`: the area
/// that they cross. The rest as in MessageLines. Threads: under a Trace::Reader.
std::vector<DrawnMessage> drawnMessages(const Trace& trace, const Snapshot& snapshot,
                                        std::span<const TrackId> tracks, const LaneLayout& layout,
                                        const QRectF& lanes, const TimeAxis& axis, double px);

/// Whether arrows cross the lanes of `area` closer than `apartPx` on average. Any number of nearly horizontal ones may
/// overlap: zooming in does not separate them.
bool isHair(const std::vector<DrawnMessage>& messages, const QRectF& area, double apartPx);

/// Distance of `point` from a line, in pixels.
double distanceTo(const QLineF& line, QPointF point);

/// The part of a line within `area`; nullopt: none. Vector files are not clipped.
std::optional<QLineF> partWithin(const QLineF& line, const QRectF& area);

} // namespace threadscape
