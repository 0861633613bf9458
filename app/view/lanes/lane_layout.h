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
        bool heading = false;        ///< it has a name, which stands above its lanes
        std::vector<TrackId> tracks; ///< in their order; kNoTrack: has not begun
        friend bool operator==(const Group&, const Group&) = default;
    };

    std::vector<Group> groups;
    bool coresHeading = false;  ///< the cores have a heading
    std::vector<TrackId> cores; ///< that are shown

    /// The cores' lanes are shown if `coresOpen`; their heading also if it `folds`: a button in it opens and closes them.
    static LaneList of(const std::vector<LaneRows>& groups, const LaneRows& cores, bool coresOpen,
                       bool folds);
    /// How many lanes there are, the cores' among them, and how many headings.
    std::size_t lanes() const noexcept;
    std::size_t headings() const noexcept;

    friend bool operator==(const LaneList&, const LaneList&) = default;
};

/// How high lanes and headings are, in px. A pitch leads from one lane to the next. Threads: a value type.
struct LaneSizes {
    static constexpr std::size_t kFew = 6; ///< lanes that may be fat: their boxes are to be read

    double heading = 0;        ///< the height of a heading
    double closePitch = 0;     ///< the least where there is little room: every other lane has its name
    double namedPitch = 0;     ///< with which every lane has its name
    double mostPitch = 0;      ///< above it lanes get no fatter
    double mostPitchOfFew = 0; ///< the same for few lanes
    double gap = 0;            ///< between lanes, at most

    double mostPitchOf(const LaneList& lanes) const noexcept
    {
        return lanes.lanes() <= kFew ? mostPitchOfFew : mostPitch;
    }
    /// Of all rows, and of what is `above` them.
    double heightAt(double pitch, const LaneList& lanes, double above = 0) const noexcept
    {
        return above + heading * static_cast<double>(lanes.headings()) +
               pitch * static_cast<double>(lanes.lanes());
    }

    friend bool operator==(const LaneSizes&, const LaneSizes&) = default;
};

/// Where each lane and each heading stands. Computed once, when it is constructed. Lanes get as high as the area allows,
/// within limits; those that do not fit reach beyond its lower edge, and can be scrolled. Threads: a value type.
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

    /// All that a layout depends on.
    struct Input {
        LaneList lanes;
        LaneSizes sizes;
        QRectF area;         ///< in px
        double scroll = 0;   ///< px that the rows are moved up
        bool close = false;  ///< lanes get close to each other before they are scrolled
        bool shrink = false; ///< all lanes fit into the area, however thin, and none is scrolled
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
    /// The uppermost lane of a thread or a core that is no farther than `beyondPx` from the height `y`, within the area
    /// or not; null: there is none. Cost: the logarithm of the rows.
    const Row* laneAt(double y, double beyondPx = 0) const noexcept;

    /// Whether no part of the row is scrolled out.
    bool isFullyVisible(const Row& row) const noexcept;
    /// Whether a part of it is in the area.
    bool isVisible(const Row& row) const noexcept { return row.rect.intersects(area()); }
    /// Around the lanes of all threads, without the heading above them, within the area or not.
    const QRectF& threadsRect() const noexcept { return m_threadsRect; }

    /// The pitch with which the lanes would just fill the area, in px; the area's height where there are none.
    double fittingPitch() const noexcept { return m_fitting; }
    /// How far the rows reach beyond the area when they are not scrolled, in px; 0: all are seen.
    double hiddenHeight() const noexcept { return m_hidden; }
    /// `scroll` limited to what can be scrolled, in px.
    double clampedScroll(double scroll) const noexcept;
    /// How far to scroll for the heading of a group to stand at the top; 0 where there is none.
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
