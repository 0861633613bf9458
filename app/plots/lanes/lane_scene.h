#pragma once

#include "plots/plot_frame.h"
#include "plots/style/theme.h"
#include "view/arrows/message_lines.h"
#include "view/lanes/lane_layout.h"

#include <QImage>

namespace threadscape {

/// Of the height of a name: ascenders and descenders leave that much air.
inline constexpr double kNameShare = 0.75;

/// A lane of a thread that is seen, and what is painted of it.
struct VisibleLane {
    const LaneLayout::Row* row;
    const LanePicture* picture;
};

/// The context that every layer of the lanes paints from: the run as the frame shows it, the layout, the time axis and the
/// theme. Layers read the frame only through it. Lives as long as one painting. Threads: the GUI thread.
class LaneScene {
public:
    /// `right`: the last pixel of the plot around the lanes; `perPixel`: columns of the lanes' pictures for each pixel;
    /// `canvas`: to paint pixels in, kept from one painting to the next.
    LaneScene(const PlotFrame& frame, const PlotSpec& spec, const Theme& theme, const LaneLayout& layout,
              double right, double perPixel, QImage& canvas);

    const Theme& theme() const { return m_theme; }
    double px(double value) const { return m_theme.px(value); }
    const LaneLayout& layout() const { return m_layout; }
    const QRectF& area() const { return m_layout.area(); }
    double right() const { return m_right; }
    QImage& canvas() const { return m_canvas; }
    /// Around the lanes of all threads, as far as they are seen.
    QRectF threadsRect() const;

    /// Of the area, in pixels / in columns of the lanes' pictures.
    TimeAxis axis() const { return TimeAxis(window(), area().width()); }
    TimeAxis columns() const;
    double perColumn() const { return 1 / m_perPixel; }
    double x(std::int64_t ns) const { return area().left() + axis().toPixel(ns); }

    const LaneRow& laneIn(const LaneLayout::Row& row) const;
    QString headingIn(const LaneLayout::Row& row) const;
    QString headingOf(const LaneRows& group) const;
    /// What the numbers of a group's lanes count; empty: not told.
    QString numberWordsOf(const LaneLayout::Row& heading) const;
    /// What a lane's number is now; empty: it has none.
    QString numberOf(const LaneRow& lane) const;

    const std::vector<LaneRows>& groups() const { return m_frame.run.lanes; }
    const LaneRows& cores() const { return m_frame.run.cores; }
    bool coresOpen() const { return m_frame.view.coresOpen; }
    bool coresFold() const { return m_frame.coresFold(); }
    QString coresInWords() const;

    /// The run; not of the empty picture.
    bool hasRun() const { return m_frame.run.trace != nullptr; }
    const Trace& trace() const { return *m_frame.run.trace; }
    const Catalogue& catalogue() const { return m_frame.run.trace->catalogue(); }
    const Snapshot& snapshot() const { return *m_frame.run.snapshot; }
    TimeWindow window() const { return m_frame.view.window; }
    const std::vector<TrackId>& tracks() const { return m_frame.run.tracks; }
    bool hasLocks() const;
    /// The variable whose updates are told in the lanes; kNoObject: none.
    ObjectId variable() const;
    /// Lanes of threads that are seen and in the trace. Under a Trace::Reader.
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

/// The lanes that a frame shows.
LaneList laneListOf(const PlotFrame& frame);
/// How high a theme makes them.
LaneSizes laneSizesOf(const Theme& theme);

} // namespace threadscape
