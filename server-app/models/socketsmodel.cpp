#include "socketsmodel.h"

#include "rowranges.h"
#include "socketcell.h"

#include <algorithm>

static constexpr int MaxChangedRanges = 32;  // past this one dataChanged covers them all
static constexpr int MaxRemovedRanges = 16; // past this the model is reset: each removal costs a view all its rows

static bool isStandingSame(const SocketStatus &before, const SocketStatus &after)
{
    return before.state == after.state && before.readingStopped == after.readingStopped
        && before.acceptingPaused == after.acceptingPaused && before.reason == after.reason;
}

SocketsModel::SocketsModel(QObject *parent, qsizetype maxClosed)
    : QAbstractTableModel(parent)
    , m_maxClosed(maxClosed)
{
}

int SocketsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SocketsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SocketsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SocketStatus &status = m_rows.at(index.row());
    const auto column = Column(index.column());
    if (const QVariant interpretation = interpretationData(status.id, column, role); interpretation.isValid())
        return interpretation;
    switch (role) {
    case Qt::DisplayRole: return SocketCell::text(status, column);
    case Qt::ToolTipRole: return SocketCell::toolTip(status, column);
    case Qt::AccessibleTextRole: return SocketCell::spokenText(status, column);
    case SortRole: return SocketCell::rawValue(status, column);
    case IdRole: return QVariant::fromValue(status.id);
    case ClosedRole: return !status.isOpen();
    case Qt::TextAlignmentRole: return headerData(column, Qt::Horizontal, role);
    default: return {};
    }
}

/// Of the cells that tell of it; else invalid.
QVariant SocketsModel::interpretationData(SocketId id, Column column, int role) const
{
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (id == ListenerId || !isText)
        return {};
    if (column == Framing)
        return SocketCell::interpretationText(m_interpretations.of(id));
    if (column != Number || !m_interpretations.own.contains(id))
        return {};
    return role == Qt::DisplayRole ? SocketCell::markedNumber(id)
                                   : SocketCell::ownInterpretationText(id, m_interpretations.of(id));
}

QVariant SocketsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole)
        return SocketCell::title(Column(section));
    if (role == Qt::ToolTipRole)
        return SocketCell::titleToolTip(Column(section));
    if (role == Qt::TextAlignmentRole && SocketCell::isNumber(Column(section)))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

void SocketsModel::update(const QList<SocketStatus> &statuses)
{
    insertListener(statuses);
    QList<int> rows;
    QList<SocketStatus> added;
    for (const SocketStatus &status : statuses) {
        const int row = rowOf(status.id);
        if (row < 0) {
            added.append(status);
            continue;
        }
        m_standing += isStandingSame(m_rows.at(row), status) ? 0 : 1;
        count(m_rows.at(row), status);
        m_rows[row] = status;
        rows.append(row);
    }
    changed(rows);
    append(added);
    if (m_totals.closed > m_maxClosed)
        dropOldestClosed();
}

void SocketsModel::setInterpretations(const Interpretations &interpretations)
{
    m_interpretations = interpretations;
    ++m_standing;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

void SocketsModel::insertListener(const QList<SocketStatus> &statuses)
{
    if (m_rowOf.contains(ListenerId))
        return;
    const auto listener = std::find_if(statuses.cbegin(), statuses.cend(),
                                       [](const SocketStatus &status) { return status.id == ListenerId; });
    if (listener == statuses.cend())
        return;
    beginInsertRows({}, 0, 0);
    m_rows.prepend(*listener);
    ++m_standing;
    reindex(0);
    endInsertRows();
}

void SocketsModel::append(const QList<SocketStatus> &statuses)
{
    if (statuses.isEmpty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(statuses.size()) - 1);
    for (const SocketStatus &status : statuses)
        count({.id = status.id, .state = SocketState::Closed}, status);
    m_rows += statuses;
    ++m_standing;
    reindex(first);
    endInsertRows();
}

/// Keeps the totals true while a status takes the place of another. A socket that is new was "closed, not listed".
void SocketsModel::count(const SocketStatus &before, const SocketStatus &after)
{
    m_totals.bytesIn += after.bytesIn - before.bytesIn;
    m_totals.bytesOut += after.bytesOut - before.bytesOut;
    if (after.id == ListenerId)
        return;
    m_totals.open += int(after.isOpen()) - int(before.isOpen());
    m_totals.takers += int(after.canSend()) - int(before.canSend());
    const bool isNew = !m_rowOf.contains(after.id);
    if (!after.isOpen() && (isNew || before.isOpen())) {
        m_closedOrder.push_back(after.id);
        ++m_totals.closed;
    }
}

void SocketsModel::changed(const QList<int> &rows)
{
    for (const auto &[first, last] : contiguousRanges(rows, MaxChangedRanges))
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

/// Drops a tenth more than it must, so that not every batch of a busy server has to.
void SocketsModel::dropOldestClosed()
{
    const qsizetype excess = m_totals.closed - m_maxClosed + m_maxClosed / 10;
    QList<int> rows;
    for (; rows.size() < excess; m_closedOrder.pop_front())
        rows.append(m_rowOf.value(m_closedOrder.front()));
    m_totals.closed -= excess;
    m_totals.dropped += quint64(excess);
    remove(rows);
}

void SocketsModel::clearClosed()
{
    QList<int> rows;
    for (const SocketId id : m_closedOrder)
        rows.append(m_rowOf.value(id));
    m_closedOrder.clear();
    m_totals.closed = 0;
    remove(rows);
}

void SocketsModel::remove(const QList<int> &rows)
{
    if (rows.isEmpty())
        return;
    ++m_standing;
    for (const int row : rows)
        m_rowOf.remove(m_rows.at(row).id);
    const QList<RowRange> ranges = contiguousRanges(rows);
    if (ranges.size() > MaxRemovedRanges) {
        beginResetModel();
        m_rows.removeIf([this](const SocketStatus &status) { return !m_rowOf.contains(status.id); });
        reindex(0);
        endResetModel();
        return;
    }
    for (auto range = ranges.crbegin(); range != ranges.crend(); ++range) {
        beginRemoveRows({}, range->first, range->second);
        m_rows.remove(range->first, range->second - range->first + 1);
        reindex(range->first);
        endRemoveRows();
    }
}

void SocketsModel::reindex(int from)
{
    for (int row = from; row < m_rows.size(); ++row)
        m_rowOf.insert(m_rows.at(row).id, row);
}

QList<SocketId> SocketsModel::takerIds() const
{
    QList<SocketId> ids = openIds();
    ids.removeIf([this](SocketId id) { return !at(rowOf(id)).canSend(); });
    return ids;
}

QList<SocketId> SocketsModel::openIds() const
{
    QList<SocketId> ids;
    ids.reserve(m_totals.open);
    for (const SocketStatus &status : m_rows) {
        if (status.id != ListenerId && status.isOpen())
            ids.append(status.id);
    }
    return ids;
}

void SocketsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}
