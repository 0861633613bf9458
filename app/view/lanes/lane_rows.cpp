#include "view/lanes/lane_rows.h"

#include "base/text.h"
#include "os/machine.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace threadscape {

namespace {

/// The planned lanes of one group without a track yet, by name: there may be thousands.
class FreePlaces {
public:
    explicit FreePlaces(const LaneRows& group)
    {
        for (std::size_t i = group.rows.size(); i-- > 0;)
            m_places[group.rows[i].name].push_back(i);
    }

    /// Removes and returns the first of that name.
    std::optional<std::size_t> take(const std::string& name)
    {
        const auto found = m_places.find(name);
        if (found == m_places.end() || found->second.empty())
            return std::nullopt;
        const std::size_t place = found->second.back();
        found->second.pop_back();
        return place;
    }

private:
    std::unordered_map<std::string_view, std::vector<std::size_t>> m_places;
};

} // namespace

std::vector<LaneRows> laneRows(const std::vector<LaneRows>& planned, const Catalogue& catalogue)
{
    std::vector<LaneRows> groups = planned;
    std::vector<FreePlaces> free(planned.begin(), planned.end());
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
        const auto index = static_cast<std::size_t>(group - groups.begin());
        const auto place = index < free.size() ? free[index].take(info.name) : std::nullopt;
        if (place)
            group->rows[*place].track = track;
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
