// Who went on because another had ended.
#include "plots/timeline_plot.h"
#include "view/awaits.h"

namespace threadscape {

void TimelinePlot::paintAwaits(QCPPainter& painter, const std::vector<Row>& all) const
{
    constexpr std::size_t kMost = 40;
    std::vector<TrackId> tracks;
    for (const Row& row : all)
        if (row.lane != nullptr && row.lane->track != kNoTrack && row.rect.intersects(area()))
            tracks.push_back(row.lane->track);
    const auto arrows = awaitsIn(*frame().run.trace, tracks, frame().view.window, kMost);
    if (!arrows)
        return;
    for (const AwaitArrow& arrow : *arrows) {
        const Row* const from = rowOf(all, arrow.ended);
        const Row* const to = rowOf(all, arrow.awaiting);
        if (from != nullptr && to != nullptr)
            paintArrow(painter, arrow.atNs, from->rect.center().y(), arrow.atNs, to->rect);
    }
}

} // namespace threadscape
