#include "window/tables/data_table.h"

#include "text/language_change.h"
#include "window/tables/table_copy.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <algorithm>
#include <map>

namespace threadscape {

namespace {

constexpr int kSortRole = Qt::UserRole;
constexpr int kPlainRole = Qt::UserRole + 1;
constexpr int kKeyRole = Qt::UserRole + 2;

class SortedItem final : public QTableWidgetItem {
public:
    bool operator<(const QTableWidgetItem& other) const override
    {
        const double mine = data(kSortRole).toDouble();
        const double its = other.data(kSortRole).toDouble();
        return mine != its ? mine < its : text().localeAwareCompare(other.text()) < 0;
    }
};

} // namespace

DataTable::DataTable(QWidget* parent) : QTableWidget(parent)
{
    onLanguageChange(this, [this] { setToolTip(tr("A click on a heading sorts; Ctrl+C copies as CSV")); });
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
    setWordWrap(false);
    connect(this, &QTableWidget::currentItemChanged, this, &DataTable::currentKeyChanged);
}

void DataTable::show(const QStringList& headings, const std::vector<Line>& lines)
{
    setSortingEnabled(false);
    const int columns = static_cast<int>(headings.size());
    if (columnCount() != columns)
        setColumnCount(columns);
    setHorizontalHeaderLabels(headings);
    if (columns > 0)
        horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    std::map<int, int> rowOf;
    for (int row = rowCount() - 1; row >= 0; --row)
        if (item(row, 0) != nullptr)
            rowOf[item(row, 0)->data(kKeyRole).toInt()] = row;
    // Removed lines are replaced by new ones; the others keep their position.
    std::vector<bool> used(static_cast<std::size_t>(rowCount()), false);
    for (const Line& line : lines)
        if (const auto found = rowOf.find(line.key); found != rowOf.end())
            used[static_cast<std::size_t>(found->second)] = true;
    if (std::ranges::find(used, false) != used.end()) {
        setRowCount(0);
        rowOf.clear();
    }
    for (const Line& line : lines) {
        const auto found = rowOf.find(line.key);
        const int row = found != rowOf.end() ? found->second : rowCount();
        if (row == rowCount()) {
            insertRow(row);
            setRowHeight(row, fontMetrics().height() + 6);
        }
        for (int column = 0; column < columns; ++column) {
            if (item(row, column) == nullptr) {
                setItem(row, column, new SortedItem);
                item(row, column)
                    ->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
            }
            const Cell& cell = line.cells[static_cast<std::size_t>(column)];
            QTableWidgetItem* const place = item(row, column);
            place->setText(cell.words);
            place->setData(kSortRole, cell.sort);
            place->setData(kPlainRole, cell.plain.isEmpty() ? cell.words : cell.plain);
            place->setData(kKeyRole, line.key);
        }
    }
    setSortingEnabled(true);
}

int DataTable::currentKey() const
{
    return currentItem() != nullptr ? currentItem()->data(kKeyRole).toInt() : -1;
}

QString DataTable::csv() const
{
    return tableCsv(*this, kPlainRole);
}

void DataTable::keyPressEvent(QKeyEvent* event)
{
    if (!handleTableKey(*this, *event, kPlainRole))
        QTableWidget::keyPressEvent(event);
}

void DataTable::contextMenuEvent(QContextMenuEvent* event)
{
    showTableMenu(*this, event->globalPos(), kPlainRole);
}

} // namespace threadscape
