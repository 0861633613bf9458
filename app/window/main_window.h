#pragma once

#include <QMainWindow>

#include "session.h"
#include "window/appearance.h"
#include "window/comparison.h"
#include "window/drawer.h"
#include "window/evidence_search.h"
#include "window/experiment_list.h"
#include "window/export_menu.h"
#include "window/findings_table.h"
#include "window/headline.h"
#include "window/memory.h"
#include "window/settings_panel.h"
#include "window/status_line.h"
#include "window/top_bar.h"

class QFrame;
class QHBoxLayout;

namespace threadscape {

/// The window: puts the parts together and leads what they tell to where it belongs.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// With a file, what was chosen last comes back, and is kept there; without, it begins anew and keeps nothing.
    explicit MainWindow(std::optional<MemoryFile> file);
    ~MainWindow() override;

    /// Shows a run that somebody else made.
    void showRun(const RunRequest& request, std::shared_ptr<Runner> runner, Scheme scheme);
    /// Shows one from a file; what is wrong with the file stands in the status line. A run that goes on is stopped.
    void showOpened(const OpenedRun& opened);
    /// Shows what a settings file asks for, not run. A run that goes on is stopped.
    void showSettings(const RunRequest& request);
    /// Opens a file of a run or of settings and shows it; when that cannot be, says why and leaves everything as it is.
    void openFile(const QString& path);

    Session& session() { return m_session; }
    Setup& setup() { return m_setup; }
    Appearance& appearance() { return m_appearance; }
    EvidenceSearch& evidence() { return m_evidence; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void compose();
    QWidget* makeCentre();
    QWidget* makeSide();
    void connectSetup();
    void connectSession();
    void connectPlots();
    void showFinding(const QString& name);
    void addShortcuts();

    void runOrStop();
    void pin();
    void unpin();
    void showPin();
    void showMeasured(PlotStack& plots);
    bool sessionFits() const;
    void showChosen();
    void showNoRun();
    void showSetup();
    void showCurrentRun();
    void told();
    void finished();

    void setCompact(bool compact);
    void arrange();
    void openList(QWidget* below);
    void recall();
    void remember();

    std::optional<MemoryFile> m_file;
    Memory m_memory;
    QTimer m_rememberSoon;
    Session m_session;
    Setup m_setup;
    Appearance m_appearance;
    bool m_showsRun = false; ///< the picture is the session's run, not an empty one
    bool m_compact = false;
    EvidenceSearch m_evidence; ///< of the shown run's answer

    TopBar* m_topBar;
    QWidget* m_body;
    QHBoxLayout* m_columns;
    ExperimentList* m_experiments;
    QFrame* m_popup;
    Headline* m_headline;
    Comparison* m_comparison;
    PlotStack* m_plots; ///< the comparison's, of the session's run
    Drawer* m_drawer;
    QWidget* m_side;
    SettingsPanel* m_settings;
    FindingsTable* m_findings;
    QWidget* m_findingsBox;
    StatusLine* m_status;
    ExportMenu* m_exports;
};

} // namespace threadscape
