#include "window/task_table.h"

#include "text/every_language.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

namespace threadscape {

TaskTable::TaskTable(QWidget* parent) : QTableView(parent)
{
    inEveryLanguage(this, [this] {
        setToolTip(tr("A click on a heading sorts; Ctrl+C copies as CSV"));
        emit m_model.headerDataChanged(Qt::Horizontal, 0, TaskModel::kColumns - 1);
    });
    setModel(&m_model);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    // What is in sight decides how wide a column is: of ten thousand lines not all are put into words.
    horizontalHeader()->setResizeContentsPrecision(0);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setLineHeight();
}

void TaskTable::setTheme(const Theme& theme)
{
    m_model.setTheme(theme);
}

void TaskTable::setLineHeight()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
}

void TaskTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setLineHeight();
}

QString TaskTable::csv() const
{
    const auto quoted = [](QString field) {
        if (!field.contains(u',') && !field.contains(u'"') && !field.contains(u'\n'))
            return field;
        return QString(u'"' + field.replace(u'"', QLatin1StringView("\"\"")) + u'"');
    };
    QString text;
    const auto addLine = [&](auto&& fieldAt) {
        for (int column = 0; column < TaskModel::kColumns; ++column)
            text += (column > 0 ? QStringLiteral(",") : QString()) + quoted(fieldAt(column));
        text += u'\n';
    };
    addLine(
        [&](int column) { return m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); });
    const bool all = !selectionModel()->hasSelection();
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (all || selectionModel()->isRowSelected(row))
            addLine([&](int column) {
                return m_model.data(m_model.index(row, column), TaskModel::kPlainRole).toString();
            });
    return text;
}

void TaskTable::copy() const
{
    QGuiApplication::clipboard()->setText(csv());
}

void TaskTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Escape)
        event->ignore(); // the window's
    else
        QTableView::keyPressEvent(event);
}

void TaskTable::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(tr("Copy as CSV"), QKeySequence(QKeySequence::Copy), this, [this] { copy(); });
    menu.exec(event->globalPos());
}

} // namespace threadscape
