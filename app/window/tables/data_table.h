#pragma once

#include <QTableWidget>

#include <vector>

namespace threadscape {

/// A table of what a run measured: sorted by a click on a heading, copied as CSV with Ctrl+C (the selected lines, or
/// all). Its lines keep their order and selection while the numbers change.
class DataTable final : public QTableWidget {
    Q_OBJECT

public:
    struct Cell {
        QString words;   ///< as it is shown
        double sort = 0; ///< what lines are sorted by; equal ones by their words
        QString plain{}; ///< as it is copied, where that is not `words` (numbers without units)
    };
    struct Line {
        int key = 0; ///< the same thing has the same key from one call to the next
        std::vector<Cell> cells;
    };

    explicit DataTable(QWidget* parent = nullptr);

    /// `headings`: first column to the left, the others are numbers.
    void show(const QStringList& headings, const std::vector<Line>& lines);
    /// The key of the current line; -1: none.
    int currentKey() const;
    QString csv() const;

signals:
    void currentKeyChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
};

} // namespace threadscape
