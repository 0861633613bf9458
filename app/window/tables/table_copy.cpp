#include "window/tables/table_copy.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

namespace threadscape {

namespace {

QString csvField(QString field)
{
    if (!field.contains(u',') && !field.contains(u'"') && !field.contains(u'\n'))
        return field;
    return u'"' + field.replace(u'"', QLatin1StringView("\"\"")) + u'"';
}

void copyTable(const QTableView& table, int plainRole)
{
    QGuiApplication::clipboard()->setText(tableCsv(table, plainRole));
}

} // namespace

QString tableCsv(const QTableView& table, int plainRole)
{
    const QAbstractItemModel& model = *table.model();
    QString text;
    const auto addLine = [&](auto&& fieldAt) {
        for (int column = 0; column < model.columnCount(); ++column)
            text += (column > 0 ? QStringLiteral(",") : QString()) + csvField(fieldAt(column));
        text += u'\n';
    };
    addLine([&](int column) { return model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); });
    const bool all = !table.selectionModel()->hasSelection();
    for (int row = 0; row < model.rowCount(); ++row)
        if (all || table.selectionModel()->isRowSelected(row))
            addLine([&](int column) { return model.data(model.index(row, column), plainRole).toString(); });
    return text;
}

bool handleTableKey(const QTableView& table, QKeyEvent& event, int plainRole)
{
    if (event.matches(QKeySequence::Copy))
        copyTable(table, plainRole);
    else if (event.key() == Qt::Key_Space || event.key() == Qt::Key_Escape)
        event.ignore(); // the window's
    else
        return false;
    return true;
}

void showTableMenu(QTableView& table, const QPoint& globalAt, int plainRole)
{
    QMenu menu(&table);
    menu.addAction(QCoreApplication::translate("Table", "Copy as CSV"), QKeySequence(QKeySequence::Copy),
                   &table, [&] { copyTable(table, plainRole); });
    menu.exec(globalAt);
}

} // namespace threadscape
