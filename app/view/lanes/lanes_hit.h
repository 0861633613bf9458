#pragma once

#include "analysis/patterns.h"
#include "base/text.h"
#include "view/arrows/message_lines.h"
#include "view/lanes/core_hit.h"
#include "view/lanes/hit.h"
#include "view/lanes/lane_end.h"
#include "view/lanes/lane_layout.h"

#include <QPointF>
#include <span>
#include <variant>
#include <vector>

namespace threadscape {

/// Where the name of a pattern stands, and whose it is: a lane's, or that of all lanes of a group.
struct PatternPlace {
    QRectF rect;
    std::vector<TrackId> tracks;
};

/// Where it stands in words how a lane ended.
struct EndPlace {
    QRectF rect;
    LaneEnd end;
};

/// What a hit test of the lanes needs to know: the run, the layout, and what was painted on the lanes. Refers to all of
/// it. Threads: a value type.
struct PaintedLanes {
    const Trace& trace;
    const Snapshot& snapshot;
    const LaneLayout& layout;
    TimeAxis axis; ///< of the layout's area
    double px = 1; ///< one at scale 1
    std::span<const PatternPlace> patterns;
    std::span<const EndPlace> ends;
    std::span<const DrawnMessage> messages; ///< empty: none, or too many to be told apart
};

/// The names of patterns.
struct PatternHit {
    std::vector<TrackId> tracks; ///< whose they are
};

/// A message, but no span.
struct MessageHit {
    MessageArrow arrow;
};

/// A span of a thread, with the message that belongs to it.
struct SpanHit {
    LaneHit span;
    std::optional<MessageArrow> nearby;  ///< sent or received where it is pointed at, and not drawn
    std::optional<MessageArrow> endedBy; ///< that the span waited for

    /// The one that the words name.
    const std::optional<MessageArrow>& message() const noexcept { return nearby ? nearby : endedBy; }
};

/// What is pointed at: one thing, or nothing.
using LanesHit = std::variant<std::monostate, PatternHit, LaneEnd, MessageHit, CoreHit, SpanHit>;

/// The hit test: what is at a point of the picture. What is painted on top wins; from the top down: the name of a pattern;
/// a bad end, by its mark, its words or its lane's name; the arrow of a message; a core's slice, or a span of a thread. Threads: under a Trace::Reader. Cost: the arrows, and what hitLane() or hitCore() costs.
LanesHit hitLanes(const PaintedLanes& lanes, QPointF at);

} // namespace threadscape
