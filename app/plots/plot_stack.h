#pragma once

#include "plots/frame_meter.h"
#include "plots/plot_frame.h"
#include "plots/theme.h"
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
class LegendStrip;
class Plot;
class TimelinePlot;

/// An experiment's plots, one under the other on one time axis, with the legend above. Wheel zooms at the pointer, drag
/// pans, Shift+wheel scrolls lanes, Shift+drag measures, a click selects; with the focus: F fits (the selection, or
/// all), W/S zoom, A/D and arrows pan, H holds the view, Backspace goes one zoom back, End returns to now, Escape lets
/// selection and measure go, C opens and closes the cores below the lanes (letters by their place on the keyboard).
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
    /// once after its end. Returns whether it drew.
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
    /// Zooms to one of them.
    void showEvidence(const EvidencePlace& place);

    /// Whether who ran on each core is shown below the lanes. Kept from run to run; at first as the experiment says.
    bool coresOpen() const { return m_frame.coresOpen; }
    void setCoresOpen(bool open);

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

    void putWords();
    void showHeld();
    void sharePlots();
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
    void draw();
    void redraw();
    void showWindow(TimeWindow window, bool remember, bool following = false);
    void zoom(double factor, std::optional<std::int64_t> anchorNs);
    void pan(double share);
    void hoverAt(std::optional<QPointF> at);
    void tell(QString sentence, const std::optional<LaneHit>& hit);
    void showHoverLabel(const QString& sentence, QPointF at);
    void isolate(int state);
    void redrawOverlays();
    void setLit(ObjectId lock);
    void measureTo(QPointF at);
    void fit();
    Plot* plotAt(QPointF at) const;
    std::optional<std::int64_t> timeAt(QPointF at) const;
    void scrollLanes(double px);

    PlotFrame m_frame;
    Theme m_theme;
    std::vector<LaneRows> m_plannedLanes;
    std::vector<Plot*> m_plots; // children
    TimelinePlot* m_timeline = nullptr;
    LegendStrip* m_legend;
    QScrollBar* m_scrollBar;
    FoldButton* m_fold; // of the cores
    QLabel* m_hoverLabel;
    std::optional<StackNeeds> m_shared;
    bool m_still = false;
    bool m_focusShown = true;
    Scope m_scope = Scope::all;
    double m_plannedSeconds = 0;
    int m_cores = 0;
    bool m_patternsFound = false;
    bool m_following = true;
    std::shared_ptr<const Snapshot> m_drawn; // what the last frame showed
    FrameMeter m_meter;
    std::vector<TimeWindow> m_zooms; // to go back to
    QElapsedTimer m_lastZoom;
    std::array<std::optional<bool>, 2> m_coresWanted; // by the reader, where they are closed or open at first
    std::size_t m_coresFirst = 0;
    bool m_stale = true; // what is drawn, whatever the trace says
    QString m_sentence;
    std::optional<QPointF> m_pointer;
    std::optional<QPointF> m_dragFrom;
    std::optional<std::int64_t> m_measureFrom;
    QLabel* m_heldLabel;
    TimeWindow m_dragWindow;
};

} // namespace threadscape
