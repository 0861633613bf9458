#include "view/series/holders.h"

#include "base/first_index.h"
#include "view/lanes/lane_view.h"

#include <cmath>

namespace threadscape {

namespace {

// One lock's holds, in the order of acquisition, except thinned ones; the open one is the last.
class Holds {
public:
    Holds(const Trace& trace, const Snapshot& snapshot, ObjectId lock) : m_trace(&trace)
    {
        if (lock < trace.objects()) {
            m_refs = &trace.object(lock).holds;
            m_closed = m_refs->size();
        }
        for (std::size_t t = 0; t < std::min(snapshot.lanes.size(), trace.lanes()); ++t) {
            const LaneView lane(trace, snapshot, static_cast<TrackId>(t));
            for (std::size_t slot = 0; slot < lane.lane().holds.size(); ++slot) {
                const SpanChannel<1>& channel = lane.lane().holds[slot];
                const auto open =
                    lane.openAt(OpenSpans::kFirstHold + static_cast<int>(slot), channel, channel.size());
                if (open && open->object == lock)
                    m_open = Holder{static_cast<TrackId>(t), open->startNs, open->endNs, true};
            }
        }
    }

    std::size_t size() const noexcept { return m_closed + (m_open ? 1 : 0); }
    // Later holds begin after this.
    std::int64_t closedUntilNs() const noexcept
    {
        return m_closed > 0 ? (*this)[m_closed - 1].untilNs : INT64_MIN;
    }

    // A thinned one counts as ended long before.
    Holder operator[](std::size_t index) const noexcept
    {
        if (index == m_closed)
            return *m_open;
        if (index < m_refs->firstKept())
            return {kNoTrack, INT64_MIN, INT64_MIN, false};
        const HoldRef& ref = (*m_refs)[index];
        const SpanChannel<1>& channel = m_trace->lane(ref.track).holds[ref.slot];
        if (ref.index < channel.firstKept())
            return {ref.track, INT64_MIN, INT64_MIN, false};
        const Span& span = channel[ref.index];
        return {ref.track, span.startNs, span.endNs, false};
    }

    // The first of [from, size()) for which `after` holds, galloping.
    template <typename After>
    std::size_t first(std::size_t from, After&& after) const
    {
        return firstIndex(from, size(), [&](std::size_t i) { return after((*this)[i]); });
    }

private:
    const Trace* m_trace;
    const PublishedVector<HoldRef, 512>* m_refs = nullptr;
    std::size_t m_closed = 0;
    std::optional<Holder> m_open;
};

float heldShare(const Holds& holds, std::size_t first, std::size_t last, std::int64_t from, std::int64_t to)
{
    constexpr std::size_t kExact = 64;
    constexpr std::size_t kSampled = 32;
    const std::size_t count = last - first;
    const std::size_t reads = count <= kExact ? count : kSampled;
    double held = 0;
    for (std::size_t r = 0; r < reads; ++r) {
        const Holder hold = holds[first + r * count / reads];
        held += static_cast<double>(
            std::max<std::int64_t>(0, std::min(hold.untilNs, to) - std::max(hold.sinceNs, from)));
    }
    held *= static_cast<double>(count) / static_cast<double>(std::max<std::size_t>(reads, 1));
    return static_cast<float>(
        std::min(1.0, held / static_cast<double>(std::max<std::int64_t>(1, to - from))));
}

// Continues where `band` was settled.
void extend(HolderBand& band, const Holds& holds, const TimeAxis& axis)
{
    const auto pixelNs = static_cast<std::int64_t>(axis.nsPerPixel());
    const TimeWindow window = axis.window();
    const std::int64_t closedUntil = holds.closedUntilNs();
    band.runs.resize(band.settled.runs);
    std::int64_t at = std::max(window.fromNs, band.settled.untilNs);
    std::size_t i = holds.first(band.settled.next, [&](const Holder& hold) { return hold.untilNs > at; });
    while (i < holds.size() && at < window.toNs) {
        const Holder hold = holds[i];
        const std::int64_t from = std::max(hold.sinceNs, at);
        if (from >= window.toNs)
            break;
        if (hold.untilNs - from >= pixelNs || hold.untilNs >= window.toNs) {
            at = std::min(hold.untilNs, window.toNs);
            band.runs.push_back({axis.toPixel(from), axis.toPixel(at), 1, hold.track});
            ++i;
        } else {
            const std::int64_t to = std::min(
                std::max(axis.toNs(std::floor(axis.toPixel(from) + 1e-6) + 1), from + 1), window.toNs);
            const std::size_t next = holds.first(i, [&](const Holder& h) { return h.sinceNs >= to; });
            const TrackId only = next == i + 1 ? hold.track : kNoTrack;
            band.runs.push_back(
                {axis.toPixel(from), axis.toPixel(to), heldShare(holds, i, next, from, to), only});
            at = to;
            // The last one may extend into the next column.
            i = next > i && holds[next - 1].untilNs > to ? next - 1 : next;
        }
        if (at <= closedUntil)
            band.settled = {band.runs.size(), i, at};
    }
}

} // namespace

std::vector<HolderBand> holderBands(const Trace& trace, const Snapshot& snapshot, const TimeAxis& axis,
                                    std::size_t most, std::vector<HolderBand> before)
{
    std::vector<HolderBand> bands;
    const Catalogue& catalogue = trace.catalogue();
    for (std::size_t o = 0; o < catalogue.objects() && bands.size() < most; ++o) {
        if (!isLock(catalogue.object(static_cast<ObjectId>(o)).kind))
            continue;
        const Holds holds(trace, snapshot, static_cast<ObjectId>(o));
        if (holds.size() == 0)
            continue;
        const auto known = std::ranges::find(before, static_cast<ObjectId>(o), &HolderBand::lock);
        bands.push_back(known != before.end() ? std::move(*known)
                                              : HolderBand{static_cast<ObjectId>(o), {}, {}});
        extend(bands.back(), holds, axis);
    }
    return bands;
}

std::optional<Holder> holderAt(const Trace& trace, const Snapshot& snapshot, ObjectId lock, std::int64_t ns)
{
    const Holds holds(trace, snapshot, lock);
    const std::size_t i = holds.first(0, [&](const Holder& hold) { return hold.untilNs > ns; });
    if (i == holds.size() || holds[i].sinceNs > ns)
        return std::nullopt;
    return holds[i];
}

std::map<TrackId, std::size_t> holderColors(const std::vector<LaneRows>& lanes, std::size_t colors)
{
    std::size_t rows = 0;
    std::size_t most = 0;
    for (const LaneRows& group : lanes) {
        rows += group.rows.size();
        most = std::max(most, group.rows.size());
    }
    const bool each =
        rows - most < lanes.size(); // beside the largest there are single lanes at most, such as main's
    std::map<TrackId, std::size_t> result;
    std::size_t next = 0;
    for (const LaneRows& group : lanes) {
        for (const LaneRow& row : group.rows) {
            if (row.track != kNoTrack)
                result[row.track] = next % colors;
            next += each ? 1 : 0;
        }
        next += each ? 0 : 1;
    }
    return result;
}

} // namespace threadscape
