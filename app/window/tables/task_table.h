#pragma once

#include <QTableView>

#include "window/tables/task_model.h"

namespace threadscape {

/// The table of futures: the state of each task, live. Sorted by a click on a heading, copied as CSV with Ctrl+C (the
/// selected lines, or all).
/// Threads: the GUI thread.
class TaskTable final : public QTableView {
    Q_OBJECT

public:
    explicit TaskTable(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void show(const Trace& trace, const Snapshot& snapshot) { m_model.show(trace, snapshot); }
    void clear() { m_model.clear(); }
    QString csv() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setLineHeight();

    TaskModel m_model;
};

} // namespace threadscape
