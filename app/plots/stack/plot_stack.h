#pragma once

#include <QWidget> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "measure/speedup_study.h"
#include "plots/stack/plot_column.h"
#include "plots/stack/stack_input.h"
#include "plots/style/frame_meter.h"
#include "plots/style/theme.h"
#include "viewing/run_reader.h"
#include "viewing/stack_layout.h"

namespace threadscape {

class HeldLabel;
class HoverLabel;
class LaneScrollBar;
class LegendStrip;

/// An experiment's plots, one under the other on one time axis, with the legend above: of one run, or of one to come. What the
/// reader chose to see is the view's, which several stacks can share; Gestures says what mouse and keys do.
/// A speedup stands by itself, and below it either the stretches of one number of jobs or, once zoomed, the timeline in their
/// place. Threads: the GUI thread.
class PlotStack final : public QWidget {
    Q_OBJECT

public:
    /// With a view of its own, which begins anew with each run.
    explicit PlotStack(QWidget* parent = nullptr);
    /// `view` is shared, and begun by whoever owns it; it outlives this. `place`: of the run that will be shown.
    PlotStack(ViewModel& view, ViewModel::Place place, QWidget* parent);
    ~PlotStack() override;

    ViewModel& view() { return *m_view; }
    const ViewModel& view() const { return *m_view; }
    /// Shows what another view says from now on.
    void setView(ViewModel& view);
    Gestures& gestures() { return m_input.gestures(); }

    void setTheme(const Theme& theme);
    /// Shows the empty picture: the lanes to come, the axes, and one sentence. What was shown before is let go.
    /// `experiment` is only read here. `onThisMachine`: the lanes of its cores will be there too.
    void setExperiment(const Experiment& experiment, const QString& emptySentence, bool onThisMachine = true);
    /// The sentence of the empty picture that is shown, in other words.
    void setEmptySentence(const QString& sentence);
    /// Shows a run from now on: `refresh` draws what is new of it. It is held until the next one.
    void setRun(std::shared_ptr<const Run> run);

    /// Draws what is new since the last time; nothing when nothing is. Call at frame rate while a run goes on, and
    /// once after its end. Returns whether it drew. Of a speedup what was measured is worked out here and in setRun() alone,
    /// not for a resize or a click: it takes a while, and the run times what it does.
    bool refresh();
    /// Nobody sees it: what changes is drawn when it is seen again.
    void setPaused(bool paused);

    /// What the plots need to show all they have, as last drawn.
    StackNeeds needs() const;
    /// Shows at least that, so that another stack on the same scale can be compared with it; plots that tell less are
    /// left out where there is no room for all. Nothing: on its own again.
    void setShared(std::optional<StackNeeds> shared);
    void setScope(StackScope scope);
    /// A stack that is alone on its screen has the keys always, and needs no frame to tell it.
    void setFocusShown(bool shown);

    /// Draws the same on another device, laid out anew for `area`. The painter's modes decide between vectors and pixels.
    void paintTo(QCPPainter& painter, const QRectF& area);

    const RunFrame& run() const { return m_reader.frame(); }
    /// That of the run; null: the empty picture.
    const std::shared_ptr<const Trace>& trace() const { return run().trace; }
    /// Where a finding can be seen in this run's picture. For any thread: a long run takes a while to search. It keeps the run.
    std::function<std::optional<EvidencePlace>(Evidence)> evidenceFinder();
    /// Outlines those places, and puts a ring around that point of a speedup.
    void setEvidence(std::vector<EvidencePlace> places);
    void setEvidencePoint(const std::optional<PointId>& point);
    /// What a pinned run has measured, to lie behind this run's; null: nothing. Kept from run to run.
    void setPinnedStudy(std::shared_ptr<const SpeedupStudy> study);
    /// Chooses a point, and zooms to the sample of it that can be seen, if one can.
    void openStretch(const PointId& point) { m_input.openStretch(point); }

    const FrameMeter& frameMeter() const { return m_meter; }
    const std::vector<Plot*>& plots() const { return m_plots.all(); }

signals:
    /// What is under the pointer, in words; when that is nothing or what is chosen, all about what is chosen; else empty.
    void hovered(const QString& sentence);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    PlotStack(std::unique_ptr<ViewModel> own, ViewModel* view, ViewModel::Place place, QWidget* parent);

    void take(RunReader reader, const Experiment& experiment);
    void takeView(ViewParts parts);
    bool drawNew(RunReader::Study study);
    void redraw();
    void draw(bool studyIsNew);
    StackLayout layoutFor(QSizeF size);

    std::unique_ptr<ViewModel> m_ownView; // null: it is somebody else's
    ViewModel* m_view;
    ViewModel::Place m_place;
    QMetaObject::Connection m_viewChanges;
    RunReader m_reader;
    PlotFrame m_frame{m_reader.frame(), {}};
    PlotColumn m_plots{m_frame, this};
    Theme m_theme;
    LegendStrip* m_legend;
    LaneScrollBar* m_scrollBar;
    HoverLabel* m_hoverLabel;
    HeldLabel* m_heldLabel;
    StackInput m_input;
    std::optional<StackNeeds> m_shared;
    StackScope m_scope = StackScope::all;
    FrameMeter m_meter;
    bool m_focusShown = true;
    bool m_paused = false;
    bool m_drawing = false;
    bool m_stale = true; // what is drawn, whatever the run says
};

} // namespace threadscape
