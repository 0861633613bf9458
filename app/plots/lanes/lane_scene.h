#pragma once

#include "plots/plot_frame.h"
#include "plots/style/theme.h"
#include "view/arrows/message_lines.h"
#include "view/lanes/lane_layout.h"

#include <QImage>

namespace threadscape {

/// Fraction of a name's height that is needed: ascenders and descenders leave the rest empty.
inline constexpr double kNameShare = 0.75;

/// A visible lane of a thread, and its picture.
struct VisibleLane {
    const LaneLayout::Row* row;
    const LanePicture* picture;
};

/// The context of every layer of the lanes: the run as the frame shows it, the layout, the time axis and the theme.
/// Layers read the frame only through it. Lives for one painting. Threads: the GUI thread.
class LaneScene {
public:
    /// `right`: the last pixel of the plot around the lanes; `perPixel`: columns of the lanes' pictures per pixel;
    /// `canvas`: pixel buffer, reused across paintings.
    LaneScene(const PlotFrame& frame, const PlotSpec& spec, const Theme& theme, const LaneLayout& layout,
              double right, double perPixel, QImage& canvas);

    const Theme& theme() const { return m_theme; }
    double px(double value) const { return m_theme.px(value); }
    const LaneLayout& layout() const { return m_layout; }
    const QRectF& area() const { return m_layout.area(); }
    double right() const { return m_right; }
    QImage& canvas() const { return m_canvas; }
    /// Visible part of the bounding rectangle of all threads' lanes.
    QRectF threadsRect() const;

    /// Of the area, in pixels / in columns of the lanes' pictures.
    TimeAxis axis() const { return TimeAxis(window(), area().width()); }
    TimeAxis columns() const;
    double perColumn() const { return 1 / m_perPixel; }
    double x(std::int64_t ns) const { return area().left() + axis().toPixel(ns); }

    const LaneRow& laneIn(const LaneLayout::Row& row) const;
    QString headingIn(const LaneLayout::Row& row) const;
    QString headingOf(const LaneRows& group) const;
    /// What the numbers of a group's lanes count; empty: not specified.
    QString numberWordsOf(const LaneLayout::Row& heading) const;
    /// A lane's current number; empty: it has none.
    QString numberOf(const LaneRow& lane) const;

    const std::vector<LaneRows>& groups() const { return m_frame.run.lanes; }
    const LaneRows& cores() const { return m_frame.run.cores; }
    bool coresOpen() const { return m_frame.view.coresOpen; }
    bool coresFold() const { return m_frame.coresFold(); }
    QString coresInWords() const;

    /// The run. Not called for the empty picture.
    bool hasRun() const { return m_frame.run.trace != nullptr; }
    const Trace& trace() const { return *m_frame.run.trace; }
    const Catalogue& catalogue() const { return m_frame.run.trace->catalogue(); }
    const Snapshot& snapshot() const { return *m_frame.run.snapshot; }
    TimeWindow window() const { return m_frame.view.window; }
    const std::vector<TrackId>& tracks() const { return m_frame.run.tracks; }
    bool hasLocks() const;
    /// The variable whose updates are shown in the lanes; kNoObject: none.
    ObjectId variable() const;
    /// Visible lanes of threads that are in the trace. Under a Trace::Reader.
    std::vector<VisibleLane> visibleLanes() const;

    const std::vector<PatternOnLane>& patterns() const { return m_frame.run.patterns; }
    const std::vector<EvidencePlace>& evidence() const { return m_frame.run.evidence; }
    std::optional<State> isolated() const { return m_frame.view.isolated; }
    const LaneHit* selected() const { return m_frame.selected(); }
    ObjectId lit() const { return m_frame.lit; }

private:
    const PlotFrame& m_frame;
    const PlotSpec& m_spec;
    const Theme& m_theme;
    const LaneLayout& m_layout;
    double m_right;
    double m_perPixel;
    QImage& m_canvas;
};

/// The lanes of a frame.
LaneList laneListOf(const PlotFrame& frame);
/// Their sizes in a theme.
LaneSizes laneSizesOf(const Theme& theme);

} // namespace threadscape
