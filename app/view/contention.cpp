#include "view/contention.h"

#include "view/span_walk.h"

#include <numeric>

namespace threadscape {

WaitingPicture waitingPicture(const Trace& trace, const Snapshot& snapshot, std::span<const TrackId> tracks,
                              const TimeAxis& axis)
{
    WaitingPicture picture;
    picture.columns.resize(static_cast<std::size_t>(std::max(axis.columns(), 1)));
    picture.knownUntilPx = std::clamp(axis.toPixel(snapshot.nowNs), 0.0, axis.widthPx());
    const std::size_t known =
        std::min(picture.columns.size(), static_cast<std::size_t>(picture.knownUntilPx + 1));
    const auto tolerance = kTolerancePx * static_cast<std::int64_t>(axis.nsPerPixel());
    for (const TrackId track : tracks) {
        const LaneView lane(trace, snapshot, track);
        if (!lane.begun())
            continue;
        SpanSums<kStates> sums(lane.lane().waits, lane.waits(), lane.openWait(), tolerance);
        std::int64_t from = axis.window().fromNs;
        for (std::size_t c = 0; c < known; ++c) {
            const std::int64_t to = axis.toNs(static_cast<double>(c) + 1);
            const StateTimes waits = sums.between(from, to);
            const auto length =
                static_cast<double>(std::max<std::int64_t>(1, std::min(to, snapshot.nowNs) - from));
            for (std::size_t k = 0; k < kWaitingStates.size(); ++k) {
                const auto state = static_cast<std::size_t>(kWaitingStates[k]);
                picture.columns[c][k] +=
                    static_cast<float>(std::min(1.0, static_cast<double>(waits[state]) / length));
            }
            from = to;
        }
    }
    for (const WaitingPicture::Column& column : picture.columns)
        picture.most = std::max(picture.most, std::accumulate(column.begin(), column.end(), 0.0F));
    return picture;
}

} // namespace threadscape
