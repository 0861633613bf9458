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

/// Rectangle of a pattern's name, and its lane or all lanes of its group.
struct PatternPlace {
    QRectF rect;
    std::vector<TrackId> tracks;
};

/// Rectangle of the label of a lane's end.
struct EndPlace {
    QRectF rect;
    LaneEnd end;
};

/// Inputs of a hit test of the lanes: the run, the layout, and what was painted on the lanes. Refers to all of it.
/// Threads: a value type.
struct PaintedLanes {
    const Trace& trace;
    const Snapshot& snapshot;
    const LaneLayout& layout;
    TimeAxis axis; ///< of the layout's area
    double px = 1; ///< one at scale 1
    std::span<const PatternPlace> patterns;
    std::span<const EndPlace> ends;
    std::span<const DrawnMessage> messages; ///< empty: none, or too dense
};

/// A pattern's name.
struct PatternHit {
    std::vector<TrackId> tracks; ///< the lanes of the pattern
};

/// A message, but no span.
struct MessageHit {
    MessageArrow arrow;
};

/// A span of a thread, with the message that belongs to it.
struct SpanHit {
    LaneHit span;
    std::optional<MessageArrow> nearby;  ///< sent or received at the pointer, and not drawn
    std::optional<MessageArrow> endedBy; ///< that the span waited for

    /// The one that the hover text describes.
    const std::optional<MessageArrow>& message() const noexcept { return nearby ? nearby : endedBy; }
};

/// What is under the pointer: one thing, or nothing.
using LanesHit = std::variant<std::monostate, PatternHit, LaneEnd, MessageHit, CoreHit, SpanHit>;

/// The hit test: what is at a point of the picture. The topmost wins; from the top down: the name of a pattern; an
/// abnormal end, by its mark, its label or its lane's name; the arrow of a message; a core's slice, or a span of a
/// thread. Threads: under a Trace::Reader. Cost: the arrows, and what hitLane() or hitCore() costs.
LanesHit hitLanes(const PaintedLanes& lanes, QPointF at);

} // namespace threadscape
