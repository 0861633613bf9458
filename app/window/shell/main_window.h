#pragma once

#include <QMainWindow>
#include <QPointer>

#include "window/present/presentation.h"
#include "window/run/run_screen.h"
#include "window/shell/app_state_store.h"
#include "window/shell/columns.h"
#include "window/shell/file_opener.h"

namespace threadscape {

/// The window: makes the parts, puts them in their places and connects them. What a run does to them is RunScreen's;
/// where they stand is Columns'; what is remembered is AppStateStore's.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// With a file, what was chosen last comes back, and is kept there; without, it begins anew and keeps nothing.
    /// `language`, where it is given, is chosen instead of the last one.
    explicit MainWindow(std::optional<AppStateFile> file, std::optional<Language> language = std::nullopt);
    ~MainWindow() override;

    /// Shows a run that somebody else made, or that comes from a file; what is wrong with the file stands in the status
    /// line. A run that goes on is stopped.
    void showOpened(const OpenedRun& opened);
    /// Shows what a settings file asks for, not run. A run that goes on is stopped.
    void showSettings(const RunRequest& request);
    /// Reads a file of a run or of settings, and then shows it; when that cannot be, says why and leaves everything as it
    /// is.
    void openFile(const QString& path) { m_files.open(path); }
    /// Shows it to a lecture hall, over the whole screen; until that is left there is no other.
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
    std::unique_ptr<RunScreen> m_screen; ///< before the parts go, which it leads
    QPointer<Presentation> m_presentation;
};

} // namespace threadscape
