#include "window/tables/task_model.h"

#include "text/task_words.h"
#include "text/texts.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <numeric>
#include <ranges>
#include <utility>

namespace threadscape {

namespace {

QString taskSeconds(std::int64_t ns)
{
    return QString::number(static_cast<double>(ns) * 1e-9, 'g', 9);
}

double orLast(std::optional<std::int64_t> ns)
{
    return ns ? static_cast<double>(*ns) : 1e300;
}

QPixmap dotOf(const QColor& color, double size)
{
    constexpr double kFine = 2;
    QPixmap dot(qRound(size * kFine), qRound(size * kFine));
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(dot.rect()).adjusted(1, 1, -1, -1));
    painter.end();
    dot.setDevicePixelRatio(kFine);
    return dot;
}

} // namespace

void TaskModel::setTheme(const Theme& theme)
{
    const std::array<QColor, kTaskStates> colors{
        theme.state(State::idle).fill.isValid() ? theme.state(State::idle).fill : theme.secondary,
        theme.state(State::running).fill, theme.accent, theme.error, theme.grid};
    for (std::size_t i = 0; i < colors.size(); ++i)
        m_dots[i] = dotOf(colors[i], theme.px(9));
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

void TaskModel::show(const Trace& trace, const Snapshot& snapshot)
{
    std::vector<TaskRow> rows = taskRows(trace, snapshot);
    m_catalogue = trace.sharedCatalogue();
    m_nowNs = snapshot.nowNs;
    if (rows.size() < m_rows.size())
        clear();
    // With several pools a new task may precede old ones: then the model is reset.
    const bool grows = std::ranges::equal(
        m_rows, rows | std::views::take(m_rows.size()), {},
        [](const TaskRow& row) { return std::pair(row.pool, row.number); },
        [](const TaskRow& row) { return std::pair(row.pool, row.number); });
    if (!grows)
        clear();
    if (const std::size_t before = m_rows.size(); rows.size() > before) {
        beginInsertRows({}, static_cast<int>(before), static_cast<int>(rows.size()) - 1);
        m_rows = std::move(rows);
        m_order.resize(m_rows.size());
        std::iota(m_order.begin() + static_cast<std::ptrdiff_t>(before), m_order.end(), before);
        endInsertRows();
    } else {
        m_rows = std::move(rows);
    }
    if (m_rows.empty())
        return;
    emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    if (m_column >= 0)
        arrange();
}

void TaskModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_order.clear();
    endResetModel();
}

int TaskModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TaskModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString TaskModel::track(TrackId id) const
{
    return id < m_catalogue->tracks() ? nameInWords(m_catalogue->track(id).name) : QStringLiteral("–");
}

QString TaskModel::words(const TaskRow& row, int column) const
{
    const auto length = [](std::optional<std::int64_t> ns) {
        return ns ? durationInWords(*ns) : QStringLiteral("–");
    };
    switch (column) {
    case name: return inWords(taskWords(*m_catalogue, row));
    case state: return inWords(taskStateWords(row.task.state()));
    case worker: return track(row.task.started.by);
    case submitter: return track(row.task.submitted.by);
    case submittedAt:
        return row.task.submitted.known() ? tr("%1 s").arg(QLocale().toString(
                                                static_cast<double>(row.task.submitted.atNs) * 1e-9, 'f', 6))
                                          : QStringLiteral("–");
    case waited: return length(row.waitedNs(m_nowNs));
    default: return length(row.ranNs(m_nowNs));
    }
}

QString TaskModel::plain(const TaskRow& row, int column) const
{
    const auto length = [](std::optional<std::int64_t> ns) { return ns ? taskSeconds(*ns) : QString(); };
    switch (column) {
    case submittedAt: return row.task.submitted.known() ? taskSeconds(row.task.submitted.atNs) : QString();
    case waited: return length(row.waitedNs(m_nowNs));
    case ran: return length(row.ranNs(m_nowNs));
    default: return words(row, column);
    }
}

QVariant TaskModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= m_order.size())
        return {};
    const TaskRow& row = m_rows[m_order[static_cast<std::size_t>(index.row())]];
    switch (role) {
    case Qt::DisplayRole: return words(row, index.column());
    case kPlainRole: return plain(row, index.column());
    case Qt::DecorationRole:
        return index.column() == state ? QVariant(m_dots[static_cast<std::size_t>(row.task.state())])
                                       : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (index.column() < submittedAt ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::ToolTipRole: return inWords(taskSentence(*m_catalogue, row, m_nowNs));
    default: return {};
    }
}

QVariant TaskModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (section < submittedAt ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    const std::array<QString, kColumns> headings{
        tr("Task"), tr("State"), tr("Worker"), tr("Submitted by"), tr("Submitted"), tr("Waited"), tr("Ran")};
    return headings[static_cast<std::size_t>(section)];
}

void TaskModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_direction = order;
    arrange();
}

double TaskModel::sortKey(const TaskRow& row) const
{
    switch (m_column) {
    case state: return static_cast<double>(row.task.state());
    case worker: return row.task.started.by;
    case submitter: return row.task.submitted.by;
    case submittedAt: return static_cast<double>(row.task.submitted.atNs);
    case waited: return orLast(row.waitedNs(m_nowNs));
    case ran: return orLast(row.ranNs(m_nowNs));
    default: return 0; // by number
    }
}

// Stable by number; selections follow their tasks.
void TaskModel::arrange()
{
    std::vector<double> keys(m_rows.size());
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        keys[i] = sortKey(m_rows[i]);
    std::vector<std::size_t> order(m_rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const bool ascending = m_direction == Qt::AscendingOrder;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        if (keys[a] != keys[b])
            return ascending ? keys[a] < keys[b] : keys[a] > keys[b];
        return m_column == name && !ascending ? a > b : a < b;
    });
    if (order == m_order)
        return;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    std::vector<int> lineOf(order.size());
    for (std::size_t line = 0; line < order.size(); ++line)
        lineOf[order[line]] = static_cast<int>(line);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex& one : before)
        after << index(lineOf[m_order[static_cast<std::size_t>(one.row())]], one.column());
    m_order = std::move(order);
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace threadscape
