#include "window/tables/task_table.h"

#include "text/language_change.h"
#include "window/tables/table_copy.h"

#include <QContextMenuEvent>
#include <QHeaderView>

namespace threadscape {

TaskTable::TaskTable(QWidget* parent) : QTableView(parent)
{
    onLanguageChange(this, [this] {
        setToolTip(tr("A click on a heading sorts; Ctrl+C copies as CSV"));
        emit m_model.headerDataChanged(Qt::Horizontal, 0, TaskModel::kColumns - 1);
    });
    setModel(&m_model);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    // Column widths follow the visible lines: creating the texts of ten thousand is expensive.
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
    return tableCsv(*this, TaskModel::kPlainRole);
}

void TaskTable::keyPressEvent(QKeyEvent* event)
{
    if (!handleTableKey(*this, *event, TaskModel::kPlainRole))
        QTableView::keyPressEvent(event);
}

void TaskTable::contextMenuEvent(QContextMenuEvent* event)
{
    showTableMenu(*this, event->globalPos(), TaskModel::kPlainRole);
}

} // namespace threadscape
