#include "socketsproxy.h"

#include "socketcell.h"

SocketsProxy::SocketsProxy(SocketsModel *sockets, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_sockets(sockets)
{
    setDynamicSortFilter(false);
    setSourceModel(sockets);
    m_settling.setSingleShot(true);
    m_settling.setInterval(SettleInterval);
    connect(&m_settling, &QTimer::timeout, this, &SocketsProxy::settle);
    const auto unsettled = [this] {
        if (!m_settling.isActive())
            m_settling.start();
    };
    connect(sockets, &SocketsModel::dataChanged, this, unsettled);
    connect(sockets, &SocketsModel::rowsInserted, this, unsettled);
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
    if (!m_filter.isEmpty())
        invalidateFilter();
    sort(sortColumn(), sortOrder());
}

bool SocketsProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const SocketStatus &a = m_sockets->at(left.row());
    const SocketStatus &b = m_sockets->at(right.row());
    if (a.id == ListenerId || b.id == ListenerId)
        return (a.id < b.id) == (sortOrder() == Qt::AscendingOrder) && a.id != b.id;
    if (left.column() == SocketsModel::Framing) {
        const Interpretations &interpretations = m_sockets->interpretations();
        return SocketCell::interpretationText(interpretations.of(a.id)) < SocketCell::interpretationText(interpretations.of(b.id));
    }
    return SocketCell::isBefore(a, b, SocketsModel::Column(left.column()));
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
