#pragma once

#include "measure/speedup_study.h"
#include "plots/stack/plot_stack.h"
#include "session/session.h"
#include "text/difference_words.h"
#include "window/run/run_header.h"
#include "window/settings/setup.h"

namespace threadscape {

/// The plots of the session's run, or the empty picture of the next. A finished run can be pinned: it stays above, the
/// next is drawn below on the same scales, and each has a header line. Another experiment hides the pinned run until its
/// own is chosen again: browsing the list must not lose it. A pinned speedup's curves are drawn in the other's plot,
/// which then has all the space.
/// Threads: the GUI thread. Shares the pinned run.
class Comparison final : public QWidget {
    Q_OBJECT

public:
    /// Both outlive this.
    Comparison(const Session& session, const Setup& setup, QWidget* parent);
    ~Comparison() override;

    /// The plots of the session's run: the lower ones, or the only ones.
    PlotStack* plots() const { return m_plots; }
    /// The view state of one run or both.
    ViewModel& view() { return m_view; }
    /// The plots of the pinned run; null when there is none, or it is hidden, or drawn in the lower ones.
    PlotStack* pinnedPlots() const { return standsAbove() ? m_pinnedPlots : nullptr; }
    /// The pinned run; null when there is none, or it is hidden.
    std::shared_ptr<const Run> pinned() const { return comparing() ? m_pinned : nullptr; }
    bool comparing() const;
    /// The pinned run has its own plots.
    bool standsAbove() const { return comparing() && m_pinnedPlots != nullptr; }
    /// The session's run is the pinned one, not one to compare with it.
    bool sessionIsPinned() const;
    /// The settings in which the lower run, or the next, differs from the pinned one.
    QString difference() const { return m_lowerHeader->words(); }

    void setTheme(const Theme& theme);
    QSize minimumSizeHint() const override;

    /// Pins the session's run, which has finished. showNext() follows.
    void pin();
    void unpin();
    /// Shows the empty picture of what the setup would run.
    void showNext();
    /// Shows the session's run.
    void showRun();
    /// Called at frame rate while it is active.
    void refresh();
    /// Not visible: changes are drawn when it is visible again.
    void setPaused(bool paused);
    /// Updates what differs; called a few times a second, and at the run's end.
    void showDifference();
    /// Called after the end: draws all of it.
    void showEnd();
    /// Outlines the evidence of the answer of the session's run, in whichever plots show it.
    void setEvidence(std::vector<EvidencePlace> places);
    /// The run of the tables when nothing was measured: the session's, or the pinned one while there is none.
    std::shared_ptr<const Run> mainRun() const;

signals:
    /// Emitted for user input only: the buttons above the runs.
    void pinAsked();
    void unpinAsked();
    /// Of any of the plots.
    void hovered(const QString& sentence);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void showPinnedWords();
    void connectPlots(PlotStack* plots);
    void makePinnedPlots();
    void showPinned();
    void begin(const Experiment& experiment, bool keepWindow);
    void placeBeside();
    void compose();
    void arrange();
    void share();
    RunSettings lowerSettings() const;
    QString nextInWords() const;

    const Session& m_session;
    const Setup& m_setup;
    Theme m_theme;
    ViewModel m_view;
    PlotStack* m_plots;
    PlotStack* m_pinnedPlots = nullptr; // of a pinned run that is not drawn in the other's plot
    RunHeader* m_pinnedHeader;
    RunHeader* m_lowerHeader;
    std::shared_ptr<const Run> m_pinned;               // null: none
    std::shared_ptr<const SpeedupStudy> m_pinnedStudy; // null: it measured no speedup
    bool m_showsRun = false;
    bool m_paused = false;
    RunSettings m_settings; // of the run below
};

} // namespace threadscape
