#pragma once

#include <QKeyEvent>
#include <QTableView>

namespace threadscape {

// Common to all tables of the window: copying as CSV, the selected lines or all.

/// Headings and lines in the displayed order. `plainRole`: the role of a cell's copied text.
QString tableCsv(const QTableView& table, int plainRole);

/// Copies on Ctrl+C, and ignores Space and Escape for the window to handle; false: the table handles the key itself.
bool handleTableKey(const QTableView& table, QKeyEvent& event, int plainRole);

/// The menu with Copy.
void showTableMenu(QTableView& table, const QPoint& globalAt, int plainRole);

} // namespace threadscape
