#include "window/tables/findings_table.h"

#include "text/finding_words.h"
#include "text/language_change.h"
#include "text/texts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

namespace threadscape {

namespace {
constexpr int kRowGap = 4;
}

FindingsTable::FindingsTable(QWidget* parent) : QTableWidget(0, 2, parent)
{
    onLanguageChange(this, [this] {
        setAccessibleName(tr("Findings"));
        setToolTip(tr("What the run found out; Ctrl+C copies it"));
    });
    horizontalHeader()->hide();
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(
        1, QHeaderView::Stretch); // a long list is elided, with the whole in its tooltip
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setFocusPolicy(Qt::TabFocus);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void FindingsTable::show(const Findings& findings)
{
    const auto& all = findings.all();
    const int rows = static_cast<int>(all.size());
    const bool resized = rows != rowCount();
    setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const Finding& finding = all[static_cast<std::size_t>(row)];
        const QString texts[2] = {inWords(finding.label), valueInWords(finding)};
        for (int column = 0; column < 2; ++column) {
            if (item(row, column) == nullptr) {
                setItem(row, column, new QTableWidgetItem);
                item(row, column)
                    ->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
            }
            item(row, column)->setText(texts[column]);
            item(row, column)->setToolTip(texts[column]);
        }
        setRowHeight(row, fontMetrics().height() + kRowGap);
    }
    if (resized)
        updateGeometry();
}

QSize FindingsTable::sizeHint() const
{
    return {200, rowCount() * (fontMetrics().height() + kRowGap) + 4};
}

void FindingsTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->key() == Qt::Key_Space)
        event->ignore(); // the window's
    else
        QTableWidget::keyPressEvent(event);
}

// The selected lines, or all, in a format for spreadsheets.
void FindingsTable::copy() const
{
    QString lines;
    const bool all = selectedItems().isEmpty();
    for (int row = 0; row < rowCount(); ++row) {
        if (all || item(row, 0)->isSelected())
            lines += item(row, 0)->text() + u'\t' + item(row, 1)->text() + u'\n';
    }
    QGuiApplication::clipboard()->setText(lines);
}

} // namespace threadscape
