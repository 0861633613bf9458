#pragma once

#include <QKeyEvent>
#include <QTableView>

namespace threadscape {

// What every table of the window does besides showing lines: it is copied as CSV, the selected lines or all.

/// The lines in the order in which they are shown, below the headings. `plainRole`: what is copied of a cell.
QString tableCsv(const QTableView& table, int plainRole);

/// Copies on Ctrl+C, and leaves Space and Escape to the window; false: the key is the table's own.
bool handleTableKey(const QTableView& table, QKeyEvent& event, int plainRole);

/// The menu with Copy.
void showTableMenu(QTableView& table, const QPoint& globalAt, int plainRole);

} // namespace threadscape
