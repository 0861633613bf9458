#pragma once

#include "plots/frame_meter.h"
#include "plots/plot_frame.h"
#include "plots/theme.h"
#include "view/legend.h"
#include "view/shared_scale.h"

#include <QElapsedTimer>
#include <QWidget>
#include <functional>
#include <vector>

class QCPPainter;
class QLabel;
class QScrollBar;

namespace threadscape {

class FoldButton;
class LawButton;
class LegendStrip;
class Plot;
class SpeedupPlot;
class StretchesPlot;
class TimelinePlot;

/// An experiment's plots, one under the other on one time axis, with the legend above. Wheel zooms at the pointer, drag
/// pans, Shift+wheel scrolls lanes, Shift+drag measures, a click selects; with the focus: F fits (the selection, or
/// all), W/S zoom, A/D and arrows pan, H holds the view, Backspace goes one zoom back, End returns to now, Escape lets
/// selection and measure go, C opens and closes the cores below the lanes (letters by their place on the keyboard).
/// A speedup stands by itself, and below it either the stretches of one number of jobs or, once zoomed, the timeline in
/// their place. A click on a point, or on a panel, zooms to its stretch; arrows choose a point while stretches are shown,
/// which is told beside it, Enter opens it, U draws the curves of the USL.
/// Threads: the GUI thread.
class PlotStack final : public QWidget {
    Q_OBJECT

public:
    explicit PlotStack(QWidget* parent = nullptr);
    ~PlotStack() override;

    void setTheme(const Theme& theme);
    /// Shows the empty picture: the lanes to come, the axes, and one sentence. What was shown before is let go.
    /// `experiment` is only read here.
    void setExperiment(const Experiment& experiment, const QString& emptySentence);
    /// The sentence of the empty picture that is shown, in other words.
    void setEmptySentence(const QString& sentence);
    /// Shows a run from now on: `refresh` draws what is new of it. Both are kept alive until the next one.
    /// `plannedSeconds`, or the `cores` of the machine that it runs or ran on, 0: not known.
    void setRun(std::shared_ptr<const Trace> trace, std::shared_ptr<const Experiment> experiment,
                double plannedSeconds, int cores = 0);

    /// Draws what is new since the last time; nothing when nothing is. Call at frame rate while a run goes on, and
    /// once after its end. Returns whether it drew. Of a speedup what was measured is worked out here and in setRun() alone,
    /// not for a resize or a click: it takes a while, and the run times what it does.
    bool refresh();

    /// Shows everything, and follows a run that goes on.
    void fitAll();
    /// Lets a held view go, and shows everything.
    void showNow();
    /// Back to what was shown before the last zoom.
    void zoomBack();
    TimeWindow window() const { return m_frame.window; }
    /// Shows that stretch, and no longer follows the run.
    void setWindow(TimeWindow window);
    bool following() const { return m_following; }

    /// What the plots need to show all they have, as last drawn.
    StackNeeds needs() const;
    /// Shows at least that, so that another stack on the same scale can be compared with it; plots that tell less are
    /// left out where there is no room for all. Nothing: on its own again.
    void setShared(std::optional<StackNeeds> shared);
    /// How much is shown: everything; what can be read in the room there is; for a lecture hall, only the lanes, or the
    /// first plot, and the values where there is room; or, for a small figure, that with a legend of words alone.
    enum class Scope : std::uint8_t { all, readable, lecture, essential };
    void setScope(Scope scope);
    /// A stack that is alone on its screen has the keys always, and needs no frame to tell it.
    void setFocusShown(bool shown);
    /// Takes over the other's window, and its zooms to go back to.
    void mirror(const PlotStack& other);
    /// Scrolls the lanes to there, as far as they go.
    void scrollTo(int px);
    /// Draws the line at a time as if pointed at; nothing: none.
    void setCrosshair(std::optional<std::int64_t> atNs);
    /// A run that stands beside another, which goes on: holding the view and going back to now is not for this one, and
    /// asked of others by holdAsked() and nowAsked().
    void setStill(bool still) { m_still = still; }

    /// Draws the same on another device, laid out anew for `area`. The painter's modes decide between vectors and
    /// pixels.
    void paintTo(QCPPainter& painter, const QRectF& area);

    /// Holds what is shown while the run goes on: what comes later stays out of sight until the view is let go.
    void setHeld(bool held);
    bool held() const { return m_frame.heldNs.has_value(); }

    /// The stretch that was measured with Shift-drag.
    std::optional<TimeWindow> measured() const { return m_frame.measured; }
    void setMeasured(std::optional<TimeWindow> measured);
    /// The span that was clicked.
    const std::optional<LaneHit>& selected() const { return m_frame.selected; }
    void select(const std::optional<LaneHit>& hit);

    /// Where a finding can be seen in this run's picture, if anywhere.
    std::optional<EvidencePlace> evidenceOf(Evidence evidence) const { return evidenceFinder()(evidence); }
    /// The same for any thread, since a long run takes a while to search. It keeps the run.
    std::function<std::optional<EvidencePlace>(Evidence)> evidenceFinder() const;
    const std::vector<EvidencePlace>& evidence() const { return m_frame.evidence; }
    /// The run that is shown; null: the empty picture.
    const std::shared_ptr<const Trace>& trace() const { return m_frame.trace; }
    /// Outlines those places.
    void setEvidence(std::vector<EvidencePlace> places);
    const std::optional<PointId>& evidencePoint() const { return m_frame.evidencePoint; }
    /// Puts a ring around that point of a speedup.
    void setEvidencePoint(const std::optional<PointId>& point);
    /// Zooms to one of the places.
    void showEvidence(const EvidencePlace& place);

    /// Whether who ran on each core is shown below the lanes. Kept from run to run; at first as the experiment says.
    bool coresOpen() const { return m_frame.coresOpen; }
    void setCoresOpen(bool open);

    /// A speedup is shown, over which a pinned run's can lie.
    bool overlays() const { return m_speedup != nullptr; }
    /// What a pinned run has measured, to lie behind this run's; null: nothing. Kept from run to run.
    void setPinnedStudy(std::shared_ptr<const SpeedupStudy> study);
    /// Whether the curves of the USL are drawn. Kept from run to run.
    bool usl() const { return m_frame.usl; }
    void setUsl(bool shown);
    /// The point whose number of jobs the stretches show; nothing: two, see stretchJobs().
    const std::optional<PointId>& chosen() const { return m_frame.chosen; }
    void choose(std::optional<PointId> point);
    /// Chooses a point, and zooms to the sample of it that can be seen, if one can.
    void openStretch(const PointId& point);

    const FrameMeter& frameMeter() const { return m_meter; }
    const std::vector<Plot*>& plots() const { return m_plots; }

signals:
    /// What is under the pointer, in words; when that is nothing or what is chosen, all about what is chosen; else empty.
    void hovered(const QString& sentence);
    void windowChanged();
    /// The time under the pointer; nothing when it points at none.
    void crosshairMoved(std::optional<std::int64_t> atNs);
    void scrolled(int px);
    void heldChanged(bool held);
    /// By the reader.
    void coresToggled(bool open);
    /// By whomever.
    void coresOpenChanged(bool open);
    void holdAsked();
    void nowAsked();
    void measuredChanged();
    void selectedChanged();
    void uslChanged(bool shown);
    /// Also when what was shown before is let go.
    void chosenChanged(std::optional<threadscape::PointId> point);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Layout {
        QRectF legend;
        std::vector<QRectF> plots; // null: there is no room for it
    };
    /// What part of the run is shown.
    struct View {
        TimeWindow window;
        bool following = true;
        bool zoomed = false; // it is not the whole
    };

    void putWords();
    void showHeld();
    void sharePlots();
    void beginFrame();
    void takeExperiment(const Experiment& experiment);
    void putFold();
    void toggleCores();
    void makePlots(const std::vector<PlotSpec>& specs);
    RunTime runTime() const;
    TimeWindow extent() const;
    /// What is shown while nobody has zoomed.
    TimeWindow whole() const;
    Layout layoutFor(QSizeF size) const;
    std::vector<bool> shownIn(double room, double between) const;
    bool graphNeedsRoom(double room, double between) const;
    double leastHeightOf(const Plot& plot) const;
    bool lanesComeFirst(double room) const;
    double mostOfLanes() const;
    bool sparing() const { return m_shared || m_scope != Scope::all; } // there is little room
    void arrange(const Layout& layout);
    enum class Study : std::uint8_t { asKnown, asMeasured };
    bool drawNew(Study which);
    void draw(bool measured = false);
    void redraw();
    void showWindow(TimeWindow window, bool remember, bool following = false);
    void showView(View view, bool remember);
    void zoom(double factor, std::optional<std::int64_t> anchorNs);
    void pan(double share);
    void hoverAt(std::optional<QPointF> at);
    void tell(QString sentence, const std::optional<LaneHit>& hit);
    void showHoverLabel(const QString& sentence, QPointF at);
    void isolate(int state);
    void redrawOverlays();
    std::optional<QPointF> keyedPlace() const;
    void setLit(ObjectId lock);
    void measureTo(QPointF at);
    void fit();
    Plot* plotAt(QPointF at) const;
    const Plot* timePlot() const;
    std::optional<std::int64_t> timeAt(QPointF at) const;
    void scrollLanes(double px);

    // A speedup and what belongs to it (plot_stack_speedup.cpp).
    void plan(const Experiment& experiment);
    bool takeStudy();
    bool isReplaced(const Plot& plot) const;
    bool showsTime() const;
    const Plot* lanesPlot() const;
    std::vector<LegendEntry> legendNow() const;
    std::vector<bool> shownBesideSpeedup(QSizeF size) const;
    Layout speedupLayout(QSizeF size) const;
    void putUsl();
    void putUslWords();
    std::optional<PointId> pointAt(QPointF at) const;
    void click(QPointF at);
    void showPointer(QPointF at);
    bool takeKey(int key);
    void step(PointStep step);

    PlotFrame m_frame;
    Theme m_theme;
    std::vector<LaneRows> m_plannedLanes;
    std::size_t m_tracksPlaced = 0; // so many of the run's tracks are in the lanes
    std::vector<Plot*> m_plots;     // children
    TimelinePlot* m_timeline = nullptr;
    SpeedupPlot* m_speedup = nullptr;
    StretchesPlot* m_stretches = nullptr;
    LegendStrip* m_legend;
    QScrollBar* m_scrollBar;
    FoldButton* m_fold; // of the cores
    LawButton* m_usl;
    QLabel* m_hoverLabel;
    std::optional<StackNeeds> m_shared;
    bool m_still = false;
    bool m_focusShown = true;
    Scope m_scope = Scope::all;
    double m_plannedSeconds = 0;
    int m_cores = 0;
    bool m_patternsFound = false;
    bool m_following = true;
    bool m_zoomed = false; // into a part of the run
    QElapsedTimer m_studyRead;
    bool m_studyComplete = false;            // nothing will be new in it
    std::shared_ptr<const Snapshot> m_drawn; // what the last frame showed
    FrameMeter m_meter;
    std::vector<View> m_zooms; // to go back to
    QElapsedTimer m_lastZoom;
    std::array<std::optional<bool>, 2> m_coresWanted; // by the reader, where they are closed or open at first
    std::size_t m_coresFirst = 0;
    bool m_stale = true; // what is drawn, whatever the trace says
    QString m_sentence;
    std::optional<QPointF> m_pointer;
    bool m_keyed = false; // a point was chosen by keys, and nothing has been pointed at since
    std::optional<QPointF> m_dragFrom;
    std::optional<QPointF> m_pressed; // on a plot that stands by itself
    QElapsedTimer m_opened;           // by a click, which may be the first of two
    std::optional<std::int64_t> m_measureFrom;
    QLabel* m_heldLabel;
    TimeWindow m_dragWindow;
};

} // namespace threadscape
