#pragma once

#include <QAbstractTableModel>

#include "plots/style/theme.h"
#include "view/tables/task_rows.h"

#include <QPixmap>
#include <array>
#include <memory>
#include <vector>

namespace threadscape {

/// The tasks of a trace as a table model: texts are created on demand, so that ten thousand lines cost only the visible
/// ones. Sorted by any column, also across updates.
/// Threads: the GUI thread.
class TaskModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : std::uint8_t { name, state, worker, submitter, submittedAt, waited, ran };
    static constexpr int kColumns = 7;
    static constexpr int kPlainRole = Qt::UserRole; ///< as it is copied: seconds without a unit

    using QAbstractTableModel::QAbstractTableModel;

    void setTheme(const Theme& theme);
    /// Shows the tasks as of `snapshot`. Persistent indexes and selections stay with their tasks.
    void show(const Trace& trace, const Snapshot& snapshot);
    void clear();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Column -1: by pool and number.
    void sort(int column, Qt::SortOrder order) override;

private:
    void arrange();
    double sortKey(const TaskRow& row) const;
    QString words(const TaskRow& row, int column) const;
    QString plain(const TaskRow& row, int column) const;
    QString track(TrackId id) const;

    std::shared_ptr<const Catalogue> m_catalogue;
    std::vector<TaskRow> m_rows;      // by pool and number
    std::vector<std::size_t> m_order; // by line: index into m_rows
    std::int64_t m_nowNs = 0;
    int m_column = -1;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    std::array<QPixmap, kTaskStates> m_dots;
};

} // namespace threadscape
