#pragma once

#include <QToolButton>
#include <QWidget>

#include "lab/run/run.h"
#include "plots/style/theme.h"
#include "view/tables/table_rows.h"
#include "window/tables/data_table.h"
#include "window/tables/histogram_view.h"
#include "window/tables/task_table.h"

#include <QPlainTextEdit>
#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QStackedWidget;

namespace threadscape {

/// Below the plots, closed by default: tables of threads and locks, the experiment's output, and, if pools have tasks,
/// these, and, if the system reports it, the use of the cores' time. Threads, locks and cores of the whole run, or of the
/// measured interval.
/// Threads: the GUI thread.
class Drawer final : public QWidget {
    Q_OBJECT

public:
    enum class Page : std::uint8_t { threads, locks, log, futures, cores };
    static constexpr int kPages = 5;

    explicit Drawer(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Shows that run; null: nothing. `pinned`: it is the one above.
    void setRun(std::shared_ptr<const Run> run, bool pinned = false);
    const std::shared_ptr<const Run>& run() const { return m_run; }
    void setStretch(std::optional<TimeWindow> stretch);
    /// Updates from the trace. No-op while the drawer is closed.
    void refresh();
    /// Opens that page, or closes it if it is open.
    void toggle(Page page);
    std::optional<Page> open() const { return m_open; }

    DataTable& threads() { return *m_threads; }
    DataTable& locks() { return *m_locks; }
    TaskTable& futures() { return *m_futures; }
    DataTable& cores() { return *m_cores; }
    /// Whether that page is available.
    bool offers(Page page) const;
    QString log() const { return m_log->toPlainText(); }

signals:
    void toggled();

private:
    void retranslate();
    QString nameOfRun() const;
    static QString kindInWords(TrackKind kind);
    void openPage(std::optional<Page> page);
    void showThreads(const Snapshot& snapshot);
    void showLocks(const Snapshot& snapshot);
    void showHistograms();
    void showLog();
    void showCores(const Snapshot& snapshot);
    void offerPages();

    std::shared_ptr<const Run> m_run;
    std::shared_ptr<const Trace> m_trace; // the run's
    bool m_pinned = false;
    std::optional<TimeWindow> m_stretch;
    std::optional<Page> m_open;
    std::vector<QToolButton*> m_buttons;
    QLabel* m_about;
    QStackedWidget* m_pages;
    DataTable* m_threads;
    DataTable* m_locks;
    HistogramView* m_waits;
    HistogramView* m_holds;
    QPlainTextEdit* m_log;
    TaskTable* m_futures;
    DataTable* m_cores;
    std::vector<LockRow> m_lockRows;
    std::size_t m_notes = 0; // that the log contains
};

} // namespace threadscape
