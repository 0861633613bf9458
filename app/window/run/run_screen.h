#pragma once

#include "session/session.h"
#include "window/run/comparison.h"
#include "window/run/evidence_search.h"
#include "window/run/headline.h"
#include "window/shell/export_menu.h"
#include "window/shell/side_panel.h"
#include "window/shell/status_line.h"
#include "window/shell/top_bar.h"
#include "window/tables/drawer.h"

namespace threadscape {

/// Controller of the window's parts during a run, from its start to its end; and of what they show without a run, or when
/// it is pinned.
/// Threads: the GUI thread.
class RunScreen final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        TopBar& bar;
        Headline& headline;
        Comparison& comparison;
        Drawer& drawer;
        SidePanel& side;
        StatusLine& status;
        ExportMenu& exports;
    };

    /// All outlive this.
    RunScreen(Session& session, Setup& setup, const Parts& parts, QObject* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Called when the language has changed.
    void retranslate();
    void runOrStop();
    /// The empty picture of the next run, whatever ran before.
    void showNext();

    /// The plots show the session's run, not the empty picture.
    bool showsRun() const { return m_showsRun; }
    /// A lazily translated sentence, in terms of the experiment that is chosen when it is evaluated.
    Words later(const Error& error) const;

    EvidenceSearch& evidence() { return m_evidence; }

signals:
    /// Why a start or a change of a setting was refused; empty: that is over.
    void refused(const threadscape::Words& sentence);

private:
    void showRefusal(const Words& sentence);
    void connectSetup();
    void connectSession();
    void connectComparison();

    void showChosen();
    void showSetup();
    void showBlocked();
    void showNoRun();
    void showRun();
    void showWhole();
    void showQuestion();
    void clearAnswer();
    QString wordsOf(const Error& error) const;
    void showResult();
    void finished();
    void showWarnings();
    bool sessionFits() const;

    void pin();
    void unpin();
    void showPin();
    void showMeasured();
    void showFinding(const QString& name);

    Session& m_session;
    Setup& m_setup;
    TopBar& m_bar;
    Headline& m_headline;
    Comparison& m_comparison;
    PlotStack& m_plots; ///< the comparison's, of the session's run
    Drawer& m_drawer;
    SidePanel& m_side;
    StatusLine& m_status;
    ExportMenu& m_exports;
    QColor m_linkColour;
    bool m_showsRun = false;
    EvidenceSearch m_evidence; ///< of the shown run's answer
};

} // namespace threadscape
