#include "analysis/core_time.h"

#include "analysis/summary.h"

#include <algorithm>

namespace threadscape {

namespace {

/// Adds up over one stretch of time.
class Sum {
public:
    Sum(std::int64_t fromNs, std::int64_t toNs) noexcept : m_fromNs(fromNs), m_toNs(toNs) {}

    void addSlice(std::uint32_t track, std::int64_t fromNs, std::int64_t toNs) noexcept
    {
        (static_cast<TrackId>(track) == kNoTrack ? m_time.otherNs : m_time.ownNs) += inside(fromNs, toNs);
    }
    void addRest(const CoreShares& shares, std::int64_t fromNs, std::int64_t toNs) noexcept
    {
        const std::int64_t ns = inside(fromNs, toNs);
        const auto part = [&](std::uint16_t share) {
            return static_cast<std::int64_t>(static_cast<double>(ns) * share / CoreShares::kWhole);
        };
        m_time.ownNs += part(shares.own);
        m_time.otherNs += part(shares.other);
        m_time.foreignNs += part(shares.other);
        m_time.stolenNs += part(shares.stolen);
        m_time.idleNs += ns - part(shares.own) - part(shares.other) - part(shares.stolen);
    }
    const CoreTime& time() const noexcept { return m_time; }

private:
    std::int64_t inside(std::int64_t fromNs, std::int64_t toNs) const noexcept
    {
        return std::max<std::int64_t>(0, std::min(toNs, m_toNs) - std::max(fromNs, m_fromNs));
    }

    std::int64_t m_fromNs;
    std::int64_t m_toNs;
    CoreTime m_time;
};

} // namespace

CoreTime coreTime(const Trace& trace, const Snapshot& snapshot, TrackId core, std::int64_t fromNs,
                  std::int64_t toNs) noexcept
{
    Sum sum(fromNs, toNs);
    if (core >= trace.lanes())
        return sum.time();
    const Lane& lane = trace.lane(core);
    const auto each = [&](const auto& channel, auto&& add) {
        const std::size_t count = channel.size();
        for (std::size_t i = channel.firstEndingAfter(fromNs, count); i < count && channel[i].startNs < toNs;
             ++i)
            add(channel[i]);
    };
    each(lane.operations[0],
         [&](const Span& slice) { sum.addSlice(slice.detail, slice.startNs, slice.endNs); });
    std::size_t interval = 0;
    const std::size_t intervals = lane.shares.size();
    each(lane.waits, [&](const Span& rest) {
        while (interval < intervals && lane.shares[interval].toNs <= rest.startNs)
            ++interval;
        sum.addRest(interval < intervals ? lane.shares[interval] : CoreShares{}, rest.startNs, rest.endNs);
    });
    const OpenLane* const open = openLane(snapshot, core);
    if (open != nullptr && !snapshot.finished)
        if (const auto& slice = open->spans[OpenSpans::kFirstOperation])
            sum.addSlice(slice->detail, slice->sinceNs, snapshot.nowNs);
    return sum.time();
}

} // namespace threadscape
