#pragma once

#include "measure/speedup_study.h"
#include "plots/stack/plot_stack.h"
#include "session/session.h"
#include "text/difference_words.h"
#include "window/run/run_header.h"
#include "window/settings/setup.h"

namespace threadscape {

/// The plots of the session's run, or the empty picture of the next. A finished run can be pinned: it stays above, the
/// next is drawn below on the same scales, and each has a line that tells what it is. Another experiment hides the pin
/// until its own comes back: a look at the list must not cost the run that one compares with. Of a speedup the pinned run's
/// curves lie in the other's plot, which then has all the room.
/// Threads: the GUI thread. Keeps the pinned run alive.
class Comparison final : public QWidget {
    Q_OBJECT

public:
    /// Both outlive this.
    Comparison(const Session& session, const Setup& setup, QWidget* parent);
    ~Comparison() override;

    /// Those that show the session's run: the lower ones, or the only ones.
    PlotStack* plots() const { return m_plots; }
    /// What the reader sees of one run or both.
    ViewModel& view() { return m_view; }
    /// Those of the pinned run; null when there is none, or it is hidden, or lies in the lower ones.
    PlotStack* pinnedPlots() const { return standsAbove() ? m_pinnedPlots : nullptr; }
    /// The pinned run; null when there is none, or it is hidden.
    std::shared_ptr<const Run> pinned() const { return comparing() ? m_pinned : nullptr; }
    bool comparing() const;
    /// The pinned run has plots of its own.
    bool standsAbove() const { return comparing() && m_pinnedPlots != nullptr; }
    /// The session's run is the one that is pinned, not one to compare with it.
    bool sessionIsPinned() const;
    /// What the lower run, or the next, has other settings than the pinned one.
    QString difference() const { return m_lowerHeader->words(); }

    void setTheme(const Theme& theme);
    QSize minimumSizeHint() const override;

    /// Pins the session's run, which has finished. showNext() follows.
    void pin();
    void unpin();
    /// Shows the empty picture of what the setup would run.
    void showNext();
    /// Shows the session's run from now on.
    void showRun();
    /// At frame rate while it goes on.
    void refresh();
    /// Nobody sees it: it does not draw what is new until it is seen again.
    void setPaused(bool paused);
    /// A few times a second, and at the run's end: what differs.
    void showDifference();
    /// After the end: all of it.
    void showEnd();
    /// Outlines what the answer of the session's run rests on, wherever that stands.
    void setEvidence(std::vector<EvidencePlace> places);
    /// The run that is read when nothing was measured: the session's, or the pinned one while there is none.
    std::shared_ptr<const Run> mainRun() const;

signals:
    /// By the buttons above the runs.
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
    PlotStack* m_pinnedPlots = nullptr; // of a pinned run that does not lie in the other's plot
    RunHeader* m_pinnedHeader;
    RunHeader* m_lowerHeader;
    std::shared_ptr<const Run> m_pinned;               // null: none
    std::shared_ptr<const SpeedupStudy> m_pinnedStudy; // null: it measured no speedup
    bool m_showsRun = false;
    bool m_paused = false;
    RunSettings m_settings; // of the run below
};

} // namespace threadscape
