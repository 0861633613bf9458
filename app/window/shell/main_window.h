#pragma once

#include <QMainWindow>
#include <QPointer>

#include "window/present/presentation.h"
#include "window/run/run_screen.h"
#include "window/shell/app_state_store.h"
#include "window/shell/columns.h"
#include "window/shell/file_opener.h"

namespace threadscape {

/// The main window: creates the parts, lays them out and connects them. RunScreen updates them during a run; Columns lays
/// them out; AppStateStore saves and restores their state.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// With a file, restores the last state and saves it there; without, starts with the default and saves nothing.
    /// `language`, if given, overrides the saved one.
    explicit MainWindow(std::optional<AppStateFile> file, std::optional<Language> language = std::nullopt);
    ~MainWindow() override;

    /// Shows a run that was made elsewhere, or read from a file; problems of the file are shown in the status line. Stops
    /// an active run.
    void showOpened(const OpenedRun& opened);
    /// Shows the configuration of a settings file, without running it. Stops an active run.
    void showSettings(const RunRequest& request);
    /// Reads a file of a run or of settings, and then shows it; on failure shows the reason and changes nothing.
    void openFile(const QString& path) { m_files.open(path); }
    /// Opens the fullscreen presentation, or returns the one that is open.
    Presentation* present(Presentation::From from);

    Session& session() { return m_session; }
    Setup& setup() { return m_setup; }
    Appearance& appearance() { return m_appearance; }
    ViewModel& view() { return m_comparison->view(); }
    EvidenceSearch& evidence() { return m_screen->evidence(); }
    FileOpener& files() { return m_files; }

protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void compose();
    QWidget* makeCentre(QWidget* parent);
    void connectParts();
    void connectFiles();
    void addShortcuts();
    void cycleFocus(int by);
    void retranslate();

    Session m_session;
    Setup m_setup;
    Appearance m_appearance;
    FileOpener m_files;
    AppStateStore m_appState;

    TopBar* m_topBar;
    Columns* m_columns;
    ExperimentList* m_experiments;
    Headline* m_headline;
    Comparison* m_comparison;
    PlotStack* m_plots; ///< the comparison's, of the session's run
    Drawer* m_drawer;
    SidePanel* m_side;
    StatusLine* m_status;
    ExportMenu* m_exports;
    std::unique_ptr<RunScreen> m_screen; ///< destroyed before the parts, which it controls
    QPointer<Presentation> m_presentation;
};

} // namespace threadscape
