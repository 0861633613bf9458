#include "view/lane_rows.h"

#include <algorithm>

namespace threadscape {

std::vector<LaneRows> laneRows(const std::vector<LaneRows>& planned, const Catalogue& catalogue)
{
    std::vector<LaneRows> groups = planned;
    for (std::size_t t = 0; t < catalogue.tracks(); ++t) {
        const auto track = static_cast<TrackId>(t);
        const TrackInfo& info = catalogue.track(track);
        if (info.kind == TrackKind::core)
            continue;
        const bool isMain = info.kind == TrackKind::main;
        auto group = std::ranges::find(groups, info.group, &LaneRows::group);
        if (group == groups.end() && isMain)
            continue;
        if (group == groups.end())
            group = groups.insert(groups.end(), LaneRows{info.group, {}});
        const auto place = std::ranges::find_if(
            group->rows, [&](const LaneRow& row) { return row.track == kNoTrack && row.name == info.name; });
        if (place != group->rows.end())
            place->track = track;
        else if (!isMain)
            group->rows.push_back({info.name, track});
    }
    std::erase_if(groups, [](const LaneRows& group) { return group.rows.empty(); });
    return groups;
}

std::vector<TrackId> tracksOf(const std::vector<LaneRows>& groups)
{
    std::vector<TrackId> tracks;
    for (const LaneRows& group : groups)
        for (const LaneRow& row : group.rows)
            if (row.track != kNoTrack)
                tracks.push_back(row.track);
    return tracks;
}

} // namespace threadscape
