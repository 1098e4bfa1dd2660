#pragma once

#include "socketsmodel.h"

#include <QSortFilterProxyModel>
#include <QTimer>

#include <chrono>

/// The table of sockets sorted and filtered. The listening socket is always there and always first. Counters change many
/// times a second, so the order settles a moment after a change, not with every one.
class SocketsProxy final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds SettleInterval{300};

    explicit SocketsProxy(SocketsModel *sockets, QObject *parent = nullptr);

    /// Shows the rows whose number, addresses, state or reason contain this. Empty: all.
    void setFilterText(const QString &text);
    const QString &filterText() const { return m_filter; }

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    void settle();

    const SocketsModel *m_sockets;
    QString m_filter;
    QTimer m_settling;
};
