#include "view/lanes/lane_layout.h"

#include <algorithm>
#include <cmath>

namespace threadscape {

namespace {

std::vector<TrackId> tracksIn(const LaneRows& group)
{
    std::vector<TrackId> tracks;
    tracks.reserve(group.rows.size());
    for (const LaneRow& row : group.rows)
        tracks.push_back(row.track);
    return tracks;
}

bool isLane(const LaneLayout::Row& row)
{
    return row.kind == LaneLayout::Row::Kind::lane || row.kind == LaneLayout::Row::Kind::core;
}

} // namespace

LaneList LaneList::of(const std::vector<LaneRows>& groups, const LaneRows& cores, bool coresOpen, bool folds)
{
    LaneList list;
    list.groups.reserve(groups.size());
    for (const LaneRows& group : groups)
        list.groups.push_back({!group.group.empty(), tracksIn(group)});
    list.coresHeading = !cores.rows.empty() && (coresOpen || folds);
    if (coresOpen)
        list.cores = tracksIn(cores);
    return list;
}

std::size_t LaneList::lanes() const noexcept
{
    std::size_t lanes = cores.size();
    for (const Group& group : groups)
        lanes += group.tracks.size();
    return lanes;
}

std::size_t LaneList::headings() const noexcept
{
    return static_cast<std::size_t>(std::ranges::count_if(groups, &Group::heading)) + (coresHeading ? 1 : 0);
}

LaneLayout::LaneLayout(Input input) : m_input(std::move(input))
{
    const std::size_t lanes = m_input.lanes.lanes();
    const double headings = m_input.sizes.heading * static_cast<double>(m_input.lanes.headings());
    m_fitting = lanes > 0 ? (area().height() - headings) / static_cast<double>(lanes) : m_input.area.height();
    placeRows();
    indexRows();
    const double least = m_input.close ? m_input.sizes.closePitch : m_input.sizes.namedPitch;
    if (!m_input.shrink && lanes > 0 && m_fitting < least)
        m_hidden = std::max(0.0, m_rows.back().rect.bottom() + m_input.scroll - area().bottom());
}

double LaneLayout::pitch() const noexcept
{
    const LaneSizes& sizes = m_input.sizes;
    const double least = m_input.close ? sizes.closePitch : sizes.namedPitch;
    double pitch = std::max(0.0, m_fitting);
    if (pitch >= least || !m_input.shrink)
        pitch = std::max(least, std::min(pitch, sizes.mostPitchOf(m_input.lanes)));
    if (pitch >= sizes.namedPitch && (!m_input.shrink || pitch >= sizes.namedPitch + 1))
        pitch = std::floor(pitch); // equal heights to the pixel; close ones need every fraction
    return pitch;
}

void LaneLayout::placeRows()
{
    const LaneList& lanes = m_input.lanes;
    const double pitch = this->pitch();
    double top = area().top() - (m_input.shrink ? 0 : m_input.scroll);
    m_rows.reserve(lanes.lanes() + lanes.headings());
    for (std::size_t g = 0; g < lanes.groups.size(); ++g) {
        if (lanes.groups[g].heading)
            addHeading({.kind = Row::Kind::heading, .group = g}, top);
        const std::vector<TrackId>& tracks = lanes.groups[g].tracks;
        for (std::size_t i = 0; i < tracks.size(); ++i)
            addLane({.kind = Row::Kind::lane, .group = g, .index = i, .track = tracks[i]}, top, pitch);
    }
    if (lanes.coresHeading)
        addHeading({.kind = Row::Kind::coresHeading}, top);
    for (std::size_t i = 0; i < lanes.cores.size(); ++i)
        addLane({.kind = Row::Kind::core, .index = i, .track = lanes.cores[i]}, top, pitch);
}

void LaneLayout::addHeading(Row row, double& top)
{
    row.rect = QRectF(area().left(), top, area().width(), m_input.sizes.heading);
    m_rows.push_back(row);
    top += m_input.sizes.heading;
}

// On a screen lanes are aligned to pixels.
void LaneLayout::addLane(Row row, double& top, double pitch)
{
    const double gap = std::min(m_input.sizes.gap, pitch / 5);
    const double head = m_input.shrink ? top : std::round(top);
    const double foot = m_input.shrink ? top + pitch : std::round(top + pitch);
    row.rect = QRectF(area().left(), head + gap / 2, area().width(), foot - head - gap);
    m_rows.push_back(row);
    top += pitch;
}

void LaneLayout::indexRows()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        if (row.kind == Row::Kind::lane)
            m_threadsRect |= row.rect;
        if (!isLane(row) || row.track == kNoTrack)
            continue;
        if (row.track >= m_byTrack.size())
            m_byTrack.resize(std::size_t{row.track} + 1);
        if (m_byTrack[row.track] == 0)
            m_byTrack[row.track] = i + 1;
    }
}

const LaneLayout::Row* LaneLayout::rowOf(TrackId track, Row::Kind kind) const noexcept
{
    if (track >= m_byTrack.size() || m_byTrack[track] == 0)
        return nullptr;
    const Row& row = m_rows[m_byTrack[track] - 1];
    return row.kind == kind ? &row : nullptr;
}

const LaneLayout::Row* LaneLayout::headingOf(std::size_t group) const noexcept
{
    const auto heading = std::ranges::find_if(
        m_rows, [&](const Row& row) { return row.kind == Row::Kind::heading && row.group == group; });
    return heading != m_rows.end() ? &*heading : nullptr;
}

const LaneLayout::Row* LaneLayout::coresHeading() const noexcept
{
    const auto heading = std::ranges::find(m_rows, Row::Kind::coresHeading, &Row::kind);
    return heading != m_rows.end() ? &*heading : nullptr;
}

const LaneLayout::Row* LaneLayout::laneAt(double y, double beyondPx) const noexcept
{
    const auto isAbove = [&](const Row& row) { return row.rect.bottom() + beyondPx < y; };
    for (auto row = std::ranges::partition_point(m_rows, isAbove);
         row != m_rows.end() && row->rect.top() - beyondPx <= y; ++row)
        if (isLane(*row))
            return &*row;
    return nullptr;
}

bool LaneLayout::isFullyVisible(const Row& row) const noexcept
{
    return row.rect.top() >= area().top() - 1 && row.rect.bottom() <= area().bottom() + 1;
}

double LaneLayout::clampedScroll(double scroll) const noexcept
{
    return std::clamp(scroll, 0.0, m_hidden);
}

double LaneLayout::scrollTo(std::size_t group) const noexcept
{
    const Row* heading = headingOf(group);
    return heading != nullptr ? heading->rect.top() + m_input.scroll - area().top() : 0;
}

} // namespace threadscape
