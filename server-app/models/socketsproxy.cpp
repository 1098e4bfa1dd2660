#include "socketsproxy.h"

#include "socketcell.h"

SocketsProxy::SocketsProxy(SocketsModel *sockets, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_sockets(sockets)
{
    setDynamicSortFilter(false);
    setSourceModel(sockets);
    m_settling.setSingleShot(true);
    connect(&m_settling, &QTimer::timeout, this, &SocketsProxy::settle);
    connect(sockets, &SocketsModel::dataChanged, this, &SocketsProxy::onChanged);
    connect(sockets, &SocketsModel::rowsInserted, this, &SocketsProxy::onChanged);
}

/// Counters matter only where one sorts by them.
void SocketsProxy::onChanged()
{
    const bool standsOtherwise = m_sockets->standing() != m_standing;
    if (!standsOtherwise && !dependsOnCounters())
        return;
    m_isUnsettled = true;
    const auto interval = standsOtherwise ? SettleInterval : CalmInterval;
    if (!m_isHeld && (!m_settling.isActive() || m_settling.remainingTimeAsDuration() > interval))
        m_settling.start(interval);
}

bool SocketsProxy::dependsOnCounters() const
{
    switch (sortColumn()) {
    case SocketsModel::Received:
    case SocketsModel::Sent:
    case SocketsModel::Queued: return true;
    default: return false;
    }
}

void SocketsProxy::setHeld(bool held)
{
    m_isHeld = held;
    if (held)
        m_settling.stop();
    else if (m_isUnsettled && !m_settling.isActive())
        m_settling.start(SettleInterval);
}

void SocketsProxy::setFilterText(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    invalidateFilter();
    settle();
}

void SocketsProxy::settle()
{
    if (!m_filter.isEmpty() && m_sockets->standing() != m_standing)
        invalidateFilter();
    m_standing = m_sockets->standing();
    m_isUnsettled = false;
    if (!isInOrder())
        sort(sortColumn(), sortOrder());
}

/// To look takes a step for each row, to sort many, and then all that shows the rows has to begin anew.
bool SocketsProxy::isInOrder() const
{
    if (sortColumn() < 0)
        return true;
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    QModelIndex before;
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex here = mapToSource(index(row, sortColumn()));
        if (before.isValid() && (ascending ? lessThan(here, before) : lessThan(before, here)))
            return false;
        before = here;
    }
    return true;
}

bool SocketsProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const SocketStatus &a = m_sockets->at(left.row());
    const SocketStatus &b = m_sockets->at(right.row());
    if (a.id == ListenerId || b.id == ListenerId)
        return (a.id < b.id) == (sortOrder() == Qt::AscendingOrder) && a.id != b.id;
    if (left.column() == SocketsModel::Framing)
        return compareFramings(a.id, b.id) < 0;
    return SocketCell::isBefore(a, b, SocketsModel::Column(left.column()));
}

/// Mostly both are the usual one.
int SocketsProxy::compareFramings(SocketId left, SocketId right) const
{
    const Interpretations &all = m_sockets->interpretations();
    if (!all.own.contains(left) && !all.own.contains(right))
        return 0;
    return SocketCell::interpretationText(all.of(left)).compare(SocketCell::interpretationText(all.of(right)));
}

bool SocketsProxy::filterAcceptsRow(int row, const QModelIndex &) const
{
    const SocketStatus &status = m_sockets->at(row);
    if (m_filter.isEmpty() || status.id == ListenerId)
        return true;
    for (const auto column : {SocketsModel::Number, SocketsModel::Peer, SocketsModel::Local, SocketsModel::State,
                              SocketsModel::Reason}) {
        if (SocketCell::text(status, column).contains(m_filter, Qt::CaseInsensitive))
            return true;
    }
    return false;
}
