#pragma once

#include <QLabel>
#include <QWidget>

#include "lab/run/run.h"
#include "window/run/problem_line.h"
#include "window/widgets/elided_label.h"

namespace threadscape {

/// Below everything: how far the run is, how many threads, what the mouse points at, and problems.
class StatusLine final : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    /// How far the run is. Events that were lost are a problem, until the user closes it or another run is shown.
    void show(const Run& run);
    /// There is no run; what was said about one, or about a file, is over.
    void clearRun();
    /// A short sentence of no consequence: what is hovered, what was saved.
    void setNote(const QString& note);
    /// There is no run, in words.
    void showReady();
    /// What could go wrong in the run, or stands still: shown until it is over, or until the user closes it.
    void setWarnings(const std::vector<Text>& warnings);
    /// What went wrong with a file that was opened or saved; no words: it is well.
    void setFileProblem(const Words& problem) { m_problem->set(ProblemLine::About::file, problem); }
    /// The same for what the window remembers.
    void setAppStateProblem(const Words& problem) { m_problem->set(ProblemLine::About::appState, problem); }
    QString problem() const { return m_problem->sentence(); }

    /// What is missing in the recording of a run, and what helps; empty: nothing is.
    static Words lossesInWords(const Trace& trace);

private:
    void showLosses(const Trace& trace);
    void showAccount(const Run& run);

    QLabel* m_time;
    QLabel* m_threads;
    QLabel* m_account;
    ElidedLabel* m_note;
    ProblemLine* m_problem;
    std::vector<Text> m_warnings;       // as last told
    bool m_lossesRead = false;          ///< the user has closed them
    const Trace* m_accountOf = nullptr; ///< whose account of the cores was asked for last
    bool m_byClocks = false;
    Text m_advice;
    int m_cores;
};

} // namespace threadscape
