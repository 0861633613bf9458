#pragma once

#include <QTableWidget>

#include <vector>

namespace threadscape {

/// A table of a run's measurements: sorted by a click on a heading, copied as CSV with Ctrl+C (the selected lines, or
/// all). Lines keep their order and selection across updates.
class DataTable final : public QTableWidget {
    Q_OBJECT

public:
    struct Cell {
        QString words;   ///< as it is shown
        double sort = 0; ///< sort key; ties by `words`
        QString plain{}; ///< as it is copied, where that is not `words` (numbers without units)
    };
    struct Line {
        int key = 0; ///< identifies the same item across calls
        std::vector<Cell> cells;
    };

    explicit DataTable(QWidget* parent = nullptr);

    /// `headings`: the first column is left-aligned, the others are numbers.
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
