#pragma once

#include <QLabel>
#include <QWidget>

#include "lab/run/run.h"
#include "window/run/problem_line.h"
#include "window/shell/load_light.h"
#include "window/widgets/elided_label.h"

namespace threadscape {

/// The status bar: progress of the run, number of threads, the hover text, and problems.
class StatusLine final : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    /// Progress of the run. Lost events are a problem, until the user closes it or another run is shown.
    void show(const Run& run);
    /// There is no run; clears problems of a run or a file.
    void clearRun();
    /// A transient note: the hover text, what was saved.
    void setNote(const QString& note);
    /// Shows that there is no run.
    void showReady();
    /// Warnings of the run, such as a standstill: shown until they are over, or until the user closes them.
    void setWarnings(const std::vector<Text>& warnings);
    /// A problem of a file that was opened or saved; null: none.
    void setFileProblem(const Words& problem) { m_problem->set(ProblemLine::About::file, problem); }
    /// The same for the file of the AppState.
    void setAppStateProblem(const Words& problem) { m_problem->set(ProblemLine::About::appState, problem); }
    QString problem() const { return m_problem->sentence(); }

    /// What is missing in the recording of a run, and the remedy; empty: nothing.
    static Words lossesInWords(const Trace& trace);

private:
    void showLosses(const Trace& trace);
    void showAccount(const Run& run);

    QLabel* m_time;
    QLabel* m_threads;
    QLabel* m_account;
    LoadLight* m_load; ///< while no run is active
    ElidedLabel* m_note;
    ProblemLine* m_problem;
    std::vector<Text> m_warnings;       // as last set
    bool m_lossesRead = false;          ///< the user has closed them
    const Trace* m_accountOf = nullptr; ///< the trace whose account of the cores was last computed
    bool m_byClocks = false;
    Text m_advice;
    int m_cores;
};

} // namespace threadscape
