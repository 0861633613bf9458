#include "view/lanes/core_picture.h"

#include "base/first_index.h"
#include "view/lanes/span_walk.h"

#include <cmath>

namespace threadscape {

namespace {

// The shares for the time that no slice covers, read from left to right.
class Rest {
public:
    explicit Rest(const Lane& lane) : m_shares(lane.shares), m_count(lane.shares.size()) {}

    // The interval at `ns`, or null: it is not known yet.
    const CoreShares* at(std::int64_t ns)
    {
        while (m_index < m_count && m_shares[m_index].toNs <= ns)
            m_index = std::max(m_index + 1, firstIndex(m_index, m_count,
                                                       [&](std::size_t i) { return m_shares[i].toNs > ns; }));
        return m_index < m_count && m_shares[m_index].fromNs <= ns ? &m_shares[m_index] : nullptr;
    }
    // The next boundary of the intervals of at().
    std::int64_t until(std::int64_t ns)
    {
        const CoreShares* interval = at(ns);
        if (interval != nullptr)
            return interval->toNs;
        return m_index < m_count ? m_shares[m_index].fromNs : INT64_MAX;
    }

private:
    const PublishedVector<CoreShares, 16>& m_shares;
    std::size_t m_count;
    std::size_t m_index = 0;
};

CoreStretch stretchOf(const CoreShares* rest, double share)
{
    if (rest == nullptr)
        return {};
    const auto part = [&](std::uint16_t of) { return static_cast<float>(share * of / CoreShares::kWhole); };
    return {0, 0, part(rest->own), part(rest->other), part(rest->stolen)};
}

// The run's part of the time that slices cover in an interval. Many are sampled.
double ownPart(const SpanChannel<1>& slices, std::size_t count, std::size_t& hint, TimeWindow stretch)
{
    constexpr std::size_t kMost = 16;
    hint = slices.firstEndingAfter(stretch.fromNs, count, hint);
    const std::size_t last = slices.firstEndingAfter(stretch.toNs, count, hint);
    const std::size_t end = last < count && slices[last].startNs < stretch.toNs ? last + 1 : last;
    const std::size_t all = end - hint;
    const std::size_t reads = std::min(all, kMost);
    std::int64_t ownNs = 0;
    std::int64_t allNs = 0;
    for (std::size_t r = 0; r < reads; ++r) {
        const Span& slice = slices[hint + r * all / reads];
        const std::int64_t ns = std::min(slice.endNs, stretch.toNs) - std::max(slice.startNs, stretch.fromNs);
        allNs += ns;
        ownNs += static_cast<TrackId>(slice.detail) != kNoTrack ? ns : 0;
    }
    return allNs > 0 ? static_cast<double>(ownNs) / static_cast<double>(allNs) : 1;
}

} // namespace

CorePicture corePicture(const LaneView& core, const TimeAxis& axis)
{
    CorePicture picture;
    if (!core.begun())
        return picture;
    const TimeWindow visible{std::max(axis.window().fromNs, core.life().fromNs),
                             std::min(axis.window().toNs, core.life().toNs)};
    if (visible.lengthNs() <= 0)
        return picture;
    const SpanChannel<1>& slices = core.lane().operations[0];
    const std::size_t count = slices.size();
    const std::optional<Span> open = core.openAt(OpenSpans::kFirstOperation, slices, count);
    Rest rest(core.lane());
    const auto onRest = [&](std::int64_t from, std::int64_t to) {
        const auto pixelNs = std::max<std::int64_t>(1, static_cast<std::int64_t>(axis.nsPerPixel()));
        while (from < to) {
            // Intervals narrower than a pixel are extended to its end.
            const std::int64_t until = std::min(to, std::max(rest.until(from), from + pixelNs));
            CoreStretch stretch = stretchOf(rest.at(from), 1);
            if (stretch.own + stretch.other + stretch.stolen > 0) {
                stretch.fromPx = axis.toPixel(from);
                stretch.toPx = axis.toPixel(until);
                picture.stretches.push_back(stretch);
            }
            from = until;
        }
    };
    const auto onRun = [&](const Span* slice, bool, std::int64_t from, std::int64_t to) {
        if (slice == nullptr)
            onRest(from, to);
        else
            picture.slices.push_back(
                {axis.toPixel(from), axis.toPixel(to), static_cast<TrackId>(slice->detail), slice->object});
    };
    std::size_t hint = 0;
    const auto onMixed = [&](std::int64_t from, std::int64_t to, const std::array<std::int64_t, 1>& covered) {
        const double had = static_cast<double>(covered[0]) / static_cast<double>(to - from);
        CoreStretch column = stretchOf(rest.at(from), 1 - had);
        const double own = had * ownPart(slices, count, hint, {from, to});
        column.own += static_cast<float>(own);
        column.other += static_cast<float>(had - own);
        column.fromPx = axis.toPixel(from);
        column.toPx = axis.toPixel(to);
        picture.stretches.push_back(column);
    };
    walkSpans(slices, count, open, visible, axis, onRun, onMixed);
    return picture;
}

} // namespace threadscape
