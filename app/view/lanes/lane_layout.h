#pragma once

#include "view/lanes/lane_rows.h"

#include <QRectF>
#include <optional>
#include <vector>

namespace threadscape {

/// Which lanes a picture has, without their names: those of threads in groups, and below them those of the cores.
/// Threads: a value type.
struct LaneList {
    struct Group {
        bool heading = false;        ///< it has a name, which is above its lanes
        std::vector<TrackId> tracks; ///< in order; kNoTrack: has not begun
        friend bool operator==(const Group&, const Group&) = default;
    };

    std::vector<Group> groups;
    bool coresHeading = false;  ///< the cores have a heading
    std::vector<TrackId> cores; ///< that are shown

    /// The cores' lanes are shown if `coresOpen`; their heading also if it `folds`: it is a button that expands and
    /// collapses them.
    static LaneList of(const std::vector<LaneRows>& groups, const LaneRows& cores, bool coresOpen,
                       bool folds);
    /// The numbers of lanes, including the cores', and of headings.
    std::size_t lanes() const noexcept;
    std::size_t headings() const noexcept;

    friend bool operator==(const LaneList&, const LaneList&) = default;
};

/// Heights of lanes and headings, in px. A pitch is the distance between the tops of adjacent lanes. Threads: a value
/// type.
struct LaneSizes {
    static constexpr std::size_t kFew = 6; ///< up to so many lanes may be higher, to make their boxes legible

    double heading = 0;        ///< the height of a heading
    double closePitch = 0;     ///< the minimum where space is short: every other lane has its name
    double namedPitch = 0;     ///< the minimum for every lane to have its name
    double mostPitch = 0;      ///< the maximum
    double mostPitchOfFew = 0; ///< the same for few lanes
    double gap = 0;            ///< between lanes, at most

    double mostPitchOf(const LaneList& lanes) const noexcept
    {
        return lanes.lanes() <= kFew ? mostPitchOfFew : mostPitch;
    }
    /// Height of all rows, and of what is `above` them.
    double heightAt(double pitch, const LaneList& lanes, double above = 0) const noexcept
    {
        return above + heading * static_cast<double>(lanes.headings()) +
               pitch * static_cast<double>(lanes.lanes());
    }

    friend bool operator==(const LaneSizes&, const LaneSizes&) = default;
};

/// Geometry of lanes and headings. Computed once, by the constructor. Lanes are as high as the area allows, within
/// limits; those that do not fit extend beyond its lower edge, and can be scrolled. Threads: a value type.
class LaneLayout {
public:
    struct Row {
        enum class Kind : std::uint8_t { heading, lane, coresHeading, core };
        Kind kind = Kind::lane;
        std::size_t group = 0;    ///< headings and lanes: the index of the group
        std::size_t index = 0;    ///< lanes: in the group; cores: among the cores
        TrackId track = kNoTrack; ///< lanes and cores; kNoTrack: has not begun
        QRectF rect{};            ///< across the area, without the gap between lanes
    };

    /// All inputs of a layout.
    struct Input {
        LaneList lanes;
        LaneSizes sizes;
        QRectF area;         ///< in px
        double scroll = 0;   ///< px that the rows are moved up
        bool close = false;  ///< lanes are reduced to closePitch before they are scrolled
        bool shrink = false; ///< all lanes are fitted into the area, however thin
        friend bool operator==(const Input&, const Input&) = default;
    };

    LaneLayout() = default;
    explicit LaneLayout(Input input);

    const Input& input() const noexcept { return m_input; }
    const QRectF& area() const noexcept { return m_input.area; }
    /// From top to bottom.
    const std::vector<Row>& rows() const noexcept { return m_rows; }

    /// The lane of a thread, or of a core; null: it has none. Cost: constant.
    const Row* laneOf(TrackId track) const noexcept { return rowOf(track, Row::Kind::lane); }
    const Row* coreOf(TrackId track) const noexcept { return rowOf(track, Row::Kind::core); }
    /// The heading of the group with that index; null: it has none.
    const Row* headingOf(std::size_t group) const noexcept;
    /// The cores' heading; null: there is none.
    const Row* coresHeading() const noexcept;
    /// The uppermost lane of a thread or a core at most `beyondPx` from `y`, within the area or not; null: there is none.
    /// Cost: logarithmic in the rows.
    const Row* laneAt(double y, double beyondPx = 0) const noexcept;

    /// Whether no part of the row is scrolled out.
    bool isFullyVisible(const Row& row) const noexcept;
    /// Whether part of it is in the area.
    bool isVisible(const Row& row) const noexcept { return row.rect.intersects(area()); }
    /// Bounding rectangle of all threads' lanes, without the heading above them, within the area or not.
    const QRectF& threadsRect() const noexcept { return m_threadsRect; }

    /// The pitch with which the lanes exactly fill the area, in px; the area's height if there are none.
    double fittingPitch() const noexcept { return m_fitting; }
    /// How far unscrolled rows extend beyond the area, in px; 0: all are visible.
    double hiddenHeight() const noexcept { return m_hidden; }
    /// `scroll` clamped to the valid range, in px.
    double clampedScroll(double scroll) const noexcept;
    /// Scroll position with the heading of a group at the top; 0 if there is none.
    double scrollTo(std::size_t group) const noexcept;

private:
    void addHeading(Row row, double& top);
    void addLane(Row row, double& top, double pitch);
    double pitch() const noexcept;
    void placeRows();
    void indexRows();
    const Row* rowOf(TrackId track, Row::Kind kind) const noexcept;

    Input m_input;
    std::vector<Row> m_rows;
    std::vector<std::size_t> m_byTrack; // the row's index + 1; 0: none
    QRectF m_threadsRect;
    double m_fitting = 0;
    double m_hidden = 0;
};

} // namespace threadscape
