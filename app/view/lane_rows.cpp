#include "view/lane_rows.h"

#include "os/machine.h"
#include "trace/text.h"

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

LaneRows coreRows(const Catalogue& catalogue)
{
    LaneRows cores;
    for (std::size_t t = 0; t < catalogue.tracks(); ++t) {
        const TrackInfo& info = catalogue.track(static_cast<TrackId>(t));
        if (info.kind != TrackKind::core)
            continue;
        cores.group = info.group;
        cores.rows.push_back({info.name, static_cast<TrackId>(t)});
    }
    return cores;
}

bool knowsCores(const Catalogue& catalogue)
{
    for (std::size_t t = 0; t < catalogue.tracks(); ++t)
        if (catalogue.track(static_cast<TrackId>(t)).kind == TrackKind::core)
            return true;
    return false;
}

LaneRows plannedCoreRows()
{
    LaneRows cores{"Cores", {}};
    for (const int number : usableCores())
        cores.rows.push_back({std::string(TS_NAME("name", "Core")) + " " + std::to_string(number), kNoTrack});
    return cores;
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
