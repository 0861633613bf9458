#include "view/speedup/stretches.h"

#include <cmath>

namespace threadscape {

namespace {

constexpr int kJobsAtFirst = 2;                 // the fewest that show how workers interact
constexpr std::int64_t kRoomBesideStretch = 25; // of an interval, 1/25 as the margin on each side
constexpr double kMostInside = 3;               // times the longest sample with lanes

StretchPanel panelOf(const SpeedupStudy& study, const Catalogue* catalogue, Backend backend, int jobs)
{
    StretchPanel panel;
    panel.backend = backend;
    panel.inside = isPython(backend);
    panel.lanes = panel.inside ? 1 : static_cast<std::size_t>(std::max(1, jobs));
    const SpeedupPoint* point = study.find(backend, jobs);
    if (point == nullptr || catalogue == nullptr)
        return panel;
    panel.measured = true;
    panel.lengthNs = std::llround(point->medianS * 1e9);
    if (point->group.empty() || point->toNs <= point->fromNs)
        return panel;
    panel.inside = false;
    panel.lanes = static_cast<std::size_t>(std::max(1, jobs));
    panel.fromNs = point->fromNs;
    panel.lengthNs = point->toNs - point->fromNs;
    panel.tracks = tracksOfGroup(*catalogue, point->group, panel.lanes);
    return panel;
}

} // namespace

int stretchJobs(const SpeedupStudy& study, std::optional<int> asked)
{
    int below = 0;
    int fewest = 0;
    for (const SpeedupPoint& point : study.points) {
        if (isBaseline(point.backend) && asked != point.jobs)
            continue; // it has only one
        if (asked == point.jobs)
            return point.jobs;
        if (point.jobs <= kJobsAtFirst)
            below = std::max(below, point.jobs);
        fewest = fewest == 0 ? point.jobs : std::min(fewest, point.jobs);
    }
    if (below > 0)
        return below;
    return fewest > 0 ? fewest : std::clamp(kJobsAtFirst, 1, std::max(1, study.jobsMax));
}

std::optional<PointId> firstPoint(const SpeedupStudy& study)
{
    const int jobs = stretchJobs(study, std::nullopt);
    for (const Backend backend : study.backends)
        if (const SpeedupPoint* point = study.find(backend, jobs); point != nullptr && point->speedup > 0)
            return PointId{backend, jobs, false};
    for (const SpeedupPoint& point : study.points)
        if (point.speedup > 0)
            return PointId{point.backend, point.jobs, false};
    return std::nullopt;
}

StretchesPicture stretchesPicture(const SpeedupStudy& study, const Catalogue* catalogue,
                                  std::optional<int> jobsAsked)
{
    StretchesPicture picture;
    picture.jobs = stretchJobs(study, jobsAsked);
    std::int64_t longest = 0;
    std::int64_t longestInside = 0;
    for (const Backend backend : study.backends) {
        picture.panels.push_back(panelOf(study, catalogue, backend, picture.jobs));
        const StretchPanel& panel = picture.panels.back();
        (panel.inside ? longestInside : longest) =
            std::max(panel.inside ? longestInside : longest, panel.lengthNs);
    }
    const double most = longest > 0 ? kMostInside * static_cast<double>(longest) : INFINITY;
    picture.scaleNs =
        std::max<std::int64_t>({1, longest, static_cast<double>(longestInside) <= most ? longestInside : 0});
    return picture;
}

std::optional<TimeWindow> stretchOf(const SpeedupStudy& study, const PointId& id)
{
    const SpeedupPoint* point = id.before ? nullptr : study.find(id.backend, id.jobs);
    if (point == nullptr || point->group.empty() || point->toNs <= point->fromNs)
        return std::nullopt;
    const std::int64_t beside =
        std::max((point->toNs - point->fromNs) / kRoomBesideStretch, kShortestWindowNs);
    return TimeWindow{point->fromNs - beside, point->toNs + beside};
}

std::vector<TrackId> tracksOfGroup(const Catalogue& catalogue, std::string_view group, std::size_t most)
{
    std::vector<TrackId> tracks;
    for (std::size_t t = 0; t < catalogue.tracks() && tracks.size() < most; ++t)
        if (const auto id = static_cast<TrackId>(t); catalogue.track(id).group == group)
            tracks.push_back(id);
    return tracks;
}

std::vector<LegendEntry> legendOf(const Trace& trace, const Snapshot& snapshot,
                                  const StretchesPicture& stretches)
{
    StateTimes times{};
    for (const StretchPanel& panel : stretches.panels) {
        for (const TrackId track : panel.tracks) {
            if (track >= trace.lanes())
                continue;
            const StateTimes spent = spentIn(LaneView(trace, snapshot, track), panel.window());
            for (std::size_t s = 0; s < spent.size(); ++s)
                times[s] += spent[s];
        }
    }
    return legendOf(times);
}

std::vector<Box> panelPlaces(std::size_t panels, const Box& area, double leastWidth, double gapX, double gapY)
{
    std::vector<Box> places;
    if (panels == 0)
        return places;
    const auto widthOf = [&](std::size_t columns) {
        const auto count = static_cast<double>(columns);
        return std::max(1.0, (area.width - gapX * (count - 1)) / count);
    };
    const std::size_t rows = panels > 1 && widthOf(panels) < leastWidth ? 2 : 1;
    const std::size_t columns = (panels + rows - 1) / rows;
    const double width = widthOf(columns);
    const double height =
        std::max(1.0, (area.height - gapY * static_cast<double>(rows - 1)) / static_cast<double>(rows));
    for (std::size_t i = 0; i < panels; ++i)
        places.push_back({area.left + static_cast<double>(i % columns) * (width + gapX),
                          area.top + static_cast<double>(i / columns) * (height + gapY), width, height});
    return places;
}

} // namespace threadscape
