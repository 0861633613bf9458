#include "view/arrows/messages.h"

#include <cmath>

namespace threadscape {

namespace {

constexpr std::size_t kAskew = 8; // maximum disorder of the stamps of two cores, or of two senders
constexpr std::size_t kMostVisited = 4096;
constexpr double kApartPx = 3;
constexpr std::size_t kMostLookedAt = 64; // when searching a track's own among those of others

/// One direction of a pipe, as of a snapshot.
class Way {
public:
    Way(const Trace& trace, const Snapshot& snapshot, ObjectId carrier, std::uint8_t way)
        : m_series(trace.object(carrier).messages[way]),
          m_count(m_series.size()),
          m_snapshot(snapshot),
          m_carrier(carrier),
          m_way(way)
    {
    }

    std::size_t count() const { return m_count; }

    MessageArrow operator[](std::size_t index) const
    {
        MessageArrow arrow;
        arrow.carrier = m_carrier;
        arrow.number = static_cast<std::uint32_t>(index + 1);
        arrow.message = m_series[index];
        arrow.way = m_way;
        arrow.over = m_snapshot.finished;
        for (MessageEnd* end : {&arrow.message.sent, &arrow.message.received})
            if (end->known() && end->atNs > m_snapshot.nowNs)
                *end = {};
        return arrow;
    }

    MessageEnd endOf(std::size_t index, bool received) const
    {
        const Message message = m_series[index];
        return received ? message.received : message.sent;
    }

    /// The first message whose end is not before `ns`, approximately: stamps may be slightly out of order. For an unknown
    /// end the next known one is used; messages that are lost, or not received yet, are skipped linearly, and a pipe or
    /// queue holds few.
    std::size_t firstAt(bool received, std::int64_t ns) const
    {
        std::size_t low = 0;
        std::size_t high = m_count;
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            std::size_t known = middle;
            while (known < high && !endOf(known, received).known())
                ++known;
            if (known < high && endOf(known, received).atNs < ns)
                low = known + 1;
            else
                high = middle;
        }
        return low;
    }

    /// The receiver of an earlier message.
    TrackId receiverBefore(std::size_t index) const
    {
        const std::size_t least = index - std::min(index, kMostLookedAt);
        while (index > least)
            if (const MessageEnd end = endOf(--index, true); end.known())
                return end.by;
        return kNoTrack;
    }

private:
    const MessageSeries& m_series;
    std::size_t m_count;
    const Snapshot& m_snapshot;
    ObjectId m_carrier;
    std::uint8_t m_way;
};

// visit(way) returns false to stop.
template <typename Visit>
void forEachWay(const Trace& trace, const Snapshot& snapshot, Visit&& visit)
{
    for (std::size_t o = 0; o < std::min(trace.catalogue().objects(), trace.objects()); ++o) {
        const auto carrier = static_cast<ObjectId>(o);
        if (!carriesMessages(trace.catalogue().object(carrier).kind))
            continue;
        for (std::uint8_t way = 0; way < MessageStep::kWays; ++way)
            if (const Way one(trace, snapshot, carrier, way); one.count() > 0 && !visit(one))
                return;
    }
}

bool isWithin(const Message& message, TimeWindow window)
{
    if (!message.sent.known() && !message.received.known())
        return false;
    const std::int64_t from = message.sent.known() ? message.sent.atNs : message.received.atNs;
    const std::int64_t to = message.received.known() ? message.received.atNs : from;
    return std::min(from, to) < window.toNs && std::max(from, to) >= window.fromNs;
}

bool isBetween(const Message& message, std::span<const TrackId> tracks)
{
    const auto isShown = [&](const MessageEnd& end) {
        return end.known() && std::ranges::find(tracks, end.by) != tracks.end();
    };
    const bool toItself =
        message.sent.known() && message.received.known() && message.sent.by == message.received.by;
    return !toItself && (isShown(message.sent) || isShown(message.received));
}

/// Collects the messages of one picture, up to a limit.
class Gathering {
public:
    Gathering(std::span<const TrackId> tracks, const TimeAxis& axis, std::size_t most)
        : m_tracks(tracks), m_axis(axis), m_most(most)
    {
    }

    // False: too many.
    bool add(const Way& way)
    {
        const TimeWindow window = m_axis.window();
        const std::size_t sent = less(way.firstAt(false, window.fromNs));
        const std::size_t end = std::min(way.count(), way.firstAt(false, window.toNs) + kAskew);
        if (end - sent > kMostVisited)
            return false;
        for (std::size_t i = sent; i < end; ++i)
            if (!take(way, i))
                return false;
        // Sent before the window, and received in it or later. Excludes those never received, of which there may be very
        // many.
        const std::size_t received = less(way.firstAt(true, window.fromNs));
        for (std::size_t i = received; i < sent && i < received + kMostVisited; ++i)
            if (!take(way, i))
                return false;
        return true;
    }

    std::vector<MessageArrow> result() &&
    {
        // If most overlap their predecessor they are too dense.
        return 2 * m_crowded > m_arrows.size() ? std::vector<MessageArrow>() : std::move(m_arrows);
    }

private:
    static std::size_t less(std::size_t index) { return index - std::min(index, kAskew); }

    bool take(const Way& way, std::size_t index)
    {
        MessageArrow arrow = way[index];
        if (!isWithin(arrow.message, m_axis.window()) || !isBetween(arrow.message, m_tracks))
            return true;
        if (!arrow.message.received.known())
            arrow.towards = way.receiverBefore(index);
        if (!m_arrows.empty() && isOn(m_arrows.back(), arrow))
            ++m_crowded;
        m_arrows.push_back(arrow);
        return m_arrows.size() <= m_most;
    }

    // Whether it overlaps its predecessor in the same direction.
    bool isOn(const MessageArrow& before, const MessageArrow& arrow) const
    {
        const auto near = [&](const MessageEnd& a, const MessageEnd& b) {
            return a.known() == b.known() &&
                   (!a.known() || std::fabs(m_axis.toPixel(a.atNs) - m_axis.toPixel(b.atNs)) < kApartPx);
        };
        return before.carrier == arrow.carrier && before.way == arrow.way &&
               near(before.message.sent, arrow.message.sent) &&
               near(before.message.received, arrow.message.received);
    }

    std::span<const TrackId> m_tracks;
    const TimeAxis& m_axis;
    std::size_t m_most;
    std::size_t m_crowded = 0;
    std::vector<MessageArrow> m_arrows;
};

} // namespace

std::vector<MessageArrow> messagesIn(const Trace& trace, const Snapshot& snapshot,
                                     std::span<const TrackId> tracks, const TimeAxis& axis, double roomPx)
{
    Gathering gathering(tracks, axis,
                        std::min(kMostMessages, static_cast<std::size_t>(axis.widthPx() / roomPx)));
    bool few = true;
    forEachWay(trace, snapshot, [&](const Way& way) { return few = gathering.add(way); });
    return few ? std::move(gathering).result() : std::vector<MessageArrow>();
}

std::optional<MessageArrow> messageNear(const Trace& trace, const Snapshot& snapshot, TrackId track,
                                        std::int64_t ns, std::int64_t withinNs)
{
    std::optional<MessageArrow> nearest;
    std::int64_t least = withinNs;
    forEachWay(trace, snapshot, [&](const Way& way) {
        for (const bool received : {false, true}) {
            const std::size_t at = way.firstAt(received, ns);
            const std::size_t last = std::min(way.count(), at + kMostLookedAt);
            for (std::size_t i = at - std::min(at, kMostLookedAt); i < last; ++i) {
                const MessageEnd end = way.endOf(i, received);
                if (!end.known() || end.by != track || std::abs(end.atNs - ns) > least ||
                    end.atNs > snapshot.nowNs)
                    continue;
                // Of two equally near the first: later messages do not change it.
                if (nearest && std::abs(end.atNs - ns) == least)
                    continue;
                least = std::abs(end.atNs - ns);
                nearest = way[i];
                if (!nearest->message.received.known())
                    nearest->towards = way.receiverBefore(i);
            }
        }
        return true;
    });
    return nearest;
}

std::optional<MessageArrow> messageThatEnded(const Trace& trace, const Snapshot& snapshot,
                                             const LaneHit& wait)
{
    if (wait.open || wait.spans > 1 || (wait.state != State::io && wait.state != State::queue) ||
        wait.object >= std::min(trace.catalogue().objects(), trace.objects()) ||
        !carriesMessages(trace.catalogue().object(wait.object).kind) || wait.what == WaitFor::room)
        return std::nullopt;
    // It is received from a queue at the wait's very end, from a pipe after it, and before the track waits again.
    const auto& waits = trace.lane(wait.track).waits;
    const std::size_t count = waits.size();
    const std::size_t next = waits.firstEndingAfter(wait.toNs, count);
    const std::int64_t untilNs = next < count ? waits[next].startNs : INT64_MAX;
    std::optional<MessageArrow> found;
    forEachWay(trace, snapshot, [&](const Way& way) {
        const std::size_t at = way.firstAt(true, wait.toNs);
        const std::size_t last = std::min(way.count(), at + kMostLookedAt);
        for (std::size_t i = at - std::min(at, kMostLookedAt); i < last; ++i) {
            const MessageArrow arrow = way[i];
            const MessageEnd& end = arrow.message.received;
            if (arrow.carrier != wait.object || !end.known() || end.by != wait.track ||
                end.atNs <= wait.fromNs || end.atNs > untilNs)
                continue;
            if (!found || end.atNs < found->message.received.atNs)
                found = arrow;
        }
        return true;
    });
    return found;
}

} // namespace threadscape
