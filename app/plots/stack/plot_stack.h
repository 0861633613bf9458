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

/// An experiment's plots in a column on one time axis, with the legend above: of one run, or of the next. The view state
/// is in a ViewModel, which several stacks can share; Gestures maps mouse and keys to actions. A speedup has its own
/// axes, and below it are either the stretches of one number of jobs or, once zoomed, the timeline in their place.
/// Threads: the GUI thread.
class PlotStack final : public QWidget {
    Q_OBJECT

public:
    /// With its own view, which is reset with each run.
    explicit PlotStack(QWidget* parent = nullptr);
    /// `view` is shared, and reset by its owner; it outlives this. `place`: of the run that will be shown.
    PlotStack(ViewModel& view, ViewModel::Place place, QWidget* parent);
    ~PlotStack() override;

    ViewModel& view() { return *m_view; }
    const ViewModel& view() const { return *m_view; }
    /// Replaces the shared view.
    void setView(ViewModel& view);
    Gestures& gestures() { return m_input.gestures(); }

    void setTheme(const Theme& theme);
    /// Shows the empty picture: the planned lanes, the axes, and one sentence. Releases the run shown before.
    /// `experiment` is not stored. `onThisMachine`: with the lanes of its cores.
    void setExperiment(const Experiment& experiment, const QString& emptySentence, bool onThisMachine = true);
    /// Replaces the sentence of the empty picture.
    void setEmptySentence(const QString& sentence);
    /// Shows a run: `refresh` draws its changes. Shares the run until the next one.
    void setRun(std::shared_ptr<const Run> run);

    /// Draws the changes since the last call, if any. Call at frame rate while a run is active, and once after its end.
    /// Returns whether it drew. A speedup's measurements are evaluated only here and in setRun(), not for a resize or a
    /// click: that is expensive, and would disturb what the run times.
    bool refresh();
    /// Not visible: changes are drawn when it is visible again.
    void setPaused(bool paused);

    /// What the plots need to show all their data, as last drawn.
    StackNeeds needs() const;
    /// Shows at least that, so that another stack on the same scale can be compared with it; less important plots are
    /// hidden where not all fit. nullopt: on its own again.
    void setShared(std::optional<StackNeeds> shared);
    void setScope(StackScope scope);
    /// Whether the focus frame is drawn: a stack that is alone on its screen always has the focus.
    void setFocusShown(bool shown);

    /// Draws the same on another device, laid out for `area`. The painter's modes select vectors or pixels.
    void paintTo(QCPPainter& painter, const QRectF& area);

    const RunFrame& run() const { return m_reader.frame(); }
    /// That of the run; null: the empty picture.
    const std::shared_ptr<const Trace>& trace() const { return run().trace; }
    /// Finds where a finding can be seen in this run's plots. For any thread: a long run takes a while to search. Shares
    /// the run.
    std::function<std::optional<EvidencePlace>(Evidence)> evidenceFinder();
    /// Outlines those places, and rings that point of a speedup.
    void setEvidence(std::vector<EvidencePlace> places);
    void setEvidencePoint(const std::optional<PointId>& point);
    /// What a pinned run has measured, drawn behind this run's; null: nothing. Kept from run to run.
    void setPinnedStudy(std::shared_ptr<const SpeedupStudy> study);
    /// Selects a point, and zooms to the sample of it that was traced, if any.
    void openStretch(const PointId& point) { m_input.openStretch(point); }

    const FrameMeter& frameMeter() const { return m_meter; }
    const std::vector<Plot*>& plots() const { return m_plots.all(); }

signals:
    /// Description of what is under the pointer; if that is nothing or the selection, the details of the selection; else
    /// empty.
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
    void showNote();
    StackLayout layoutFor(QSizeF size);

    std::unique_ptr<ViewModel> m_ownView; // null: shared
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
    bool m_stale = true; // what is drawn, even if the run has not changed
};

} // namespace threadscape
