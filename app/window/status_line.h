#pragma once

#include <QLabel>
#include <QWidget>

#include "session.h"

namespace threadscape {

/// Below everything: how far the run is, how many threads, what the mouse points at, and problems.
class StatusLine final : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void show(const Session& session);
    void clearRun();
    /// A short sentence of no consequence: what is hovered, what was saved.
    void setNote(const QString& note);
    /// What went wrong; an empty text takes it away.
    void setProblem(const QString& problem);
    QString problem() const { return m_problem->text(); }

private:
    QLabel* m_time;
    QLabel* m_threads;
    QLabel* m_note;
    QLabel* m_problem;
    int m_cores;
};

} // namespace threadscape
