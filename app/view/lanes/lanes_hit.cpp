#include "view/lanes/lanes_hit.h"

#include <algorithm>
#include <cmath>

namespace threadscape {

namespace {

constexpr double kNearLane = 1;    // px beyond a lane: also hits in the gap between lanes
constexpr double kNearMessage = 5; // px to an arrow
constexpr double kNearEnd = 6;     // px to a message's end, or to the mark of a lane's

std::vector<TrackId> patternsAt(const PaintedLanes& lanes, QPointF at)
{
    std::vector<TrackId> tracks;
    for (const PatternPlace& place : lanes.patterns)
        if (place.rect.contains(at))
            tracks.insert(tracks.end(), place.tracks.begin(), place.tracks.end());
    return tracks;
}

std::optional<LaneEnd> endAt(const PaintedLanes& lanes, QPointF at)
{
    const auto words =
        std::ranges::find_if(lanes.ends, [&](const EndPlace& place) { return place.rect.contains(at); });
    if (words != lanes.ends.end())
        return words->end;
    const LaneLayout::Row* row = lanes.layout.laneAt(at.y());
    if (row == nullptr || row->kind != LaneLayout::Row::Kind::lane || !lanes.layout.isFullyVisible(*row))
        return std::nullopt;
    const std::optional<LaneEnd> end = badEnd(lanes.trace, lanes.snapshot, row->track);
    if (!end)
        return std::nullopt;
    const QRectF& area = lanes.layout.area();
    const double x = area.left() + lanes.axis.toPixel(end->atNs);
    const bool isMarked = x >= area.left() - 1 && x <= area.right() + 1;
    const bool onMark = isMarked && std::abs(x - at.x()) <= kNearEnd * lanes.px;
    const bool onName = at.x() < area.left();
    return onMark || onName ? end : std::nullopt;
}

std::optional<MessageArrow> arrowAt(const PaintedLanes& lanes, QPointF at)
{
    if (lanes.messages.empty())
        return std::nullopt;
    const auto away = [&](const DrawnMessage& message) { return distanceTo(message.line.line, at); };
    const auto nearest = std::ranges::min_element(lanes.messages, {}, away);
    return away(*nearest) <= kNearMessage * lanes.px ? std::optional(nearest->arrow) : std::nullopt;
}

// If there are too many to be drawn, the nearest on the lane.
std::optional<MessageArrow> undrawnAt(const PaintedLanes& lanes, TrackId track, std::int64_t ns)
{
    if (!lanes.messages.empty() || track == kNoTrack)
        return std::nullopt;
    return messageNear(lanes.trace, lanes.snapshot, track, ns,
                       static_cast<std::int64_t>(kNearEnd * lanes.px * lanes.axis.nsPerPixel()));
}

LanesHit spanAt(const PaintedLanes& lanes, TrackId track, std::int64_t ns)
{
    const auto span = hitLane(lanes.trace, lanes.snapshot, track, ns, lanes.axis.nsPerPixel());
    const auto nearby = undrawnAt(lanes, track, ns);
    if (span)
        return SpanHit{*span, nearby, messageThatEnded(lanes.trace, lanes.snapshot, *span)};
    if (nearby)
        return MessageHit{*nearby};
    return {};
}

} // namespace

LanesHit hitLanes(const PaintedLanes& lanes, QPointF at)
{
    if (std::vector<TrackId> tracks = patternsAt(lanes, at); !tracks.empty())
        return PatternHit{std::move(tracks)};
    if (const auto end = endAt(lanes, at))
        return *end;
    const QRectF& area = lanes.layout.area();
    if (!area.contains(at))
        return {};
    if (const auto arrow = arrowAt(lanes, at))
        return MessageHit{*arrow};
    const LaneLayout::Row* row = lanes.layout.laneAt(at.y(), kNearLane);
    if (row == nullptr)
        return {};
    const std::int64_t ns = lanes.axis.toNs(at.x() - area.left());
    if (row->kind == LaneLayout::Row::Kind::lane)
        return spanAt(lanes, row->track, ns);
    const auto core = hitCore(lanes.trace, lanes.snapshot, row->track, ns, lanes.axis.nsPerPixel());
    return core ? LanesHit(*core) : LanesHit();
}

} // namespace threadscape
