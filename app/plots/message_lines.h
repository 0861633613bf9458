#pragma once

#include "plots/theme.h"
#include "view/messages.h"

#include <QLineF>
#include <QRectF>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace threadscape {

/// Where a message's arrow lies.
struct MessageLine {
    QLineF line;          ///< from its sender to its receiver
    bool sent = true;     ///< it begins in the sender's lane
    bool received = true; ///< it leads to the receiver
};

/// Puts messages between the lanes of one picture: from a little inside the sender's lane to a little inside the
/// receiver's. A message with one end gets a stub; a lane that is not shown is beyond the upper edge. Threads: a value.
class MessageLines {
public:
    /// `x`: a time's place; `lanes`: where each track's lane is.
    MessageLines(const Theme& theme, std::function<double(std::int64_t)> x, std::map<TrackId, QRectF> lanes);

    /// Nothing where no end's lane is shown.
    std::optional<MessageLine> of(const MessageArrow& arrow) const;

private:
    std::optional<QRectF> laneOf(const MessageEnd& end) const;
    std::optional<QRectF> laneOf(TrackId track) const;
    MessageLine stub(const QRectF& lane, double atX, bool down, bool sent) const;
    double inside(const QRectF& lane, bool atBottom) const;

    double m_px; // one at scale 1
    std::function<double(std::int64_t)> m_x;
    std::map<TrackId, QRectF> m_lanes;
    QRectF m_all;
};

/// A message, and its arrow.
struct DrawnMessage {
    MessageArrow arrow;
    MessageLine line;
};

/// Whether arrows cross the lanes of `area` closer than `apartPx` on average. Of flat ones many may lie above each other: they
/// are never farther apart, however much is zoomed in.
bool isHair(const std::vector<DrawnMessage>& messages, const QRectF& area, double apartPx);

/// How far `point` is from a line, in pixels.
double distanceTo(const QLineF& line, QPointF point);

/// The part of a line that lies within `area`; nothing: none does. Vector files are not clipped.
std::optional<QLineF> partWithin(const QLineF& line, const QRectF& area);

} // namespace threadscape
