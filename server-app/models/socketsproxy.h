#pragma once

#include "socketsmodel.h"

#include <QSortFilterProxyModel>
#include <QTimer>

#include <chrono>

/// The table of sockets sorted and filtered. The listening socket is always there and always first. Counters change many
/// times a second, so the order settles a moment after a change, not with every one, and not while it is held. Where it is
/// right as it is, nothing is sorted.
class SocketsProxy final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds SettleInterval{300}; ///< from a socket that came or ended
    static constexpr std::chrono::milliseconds CalmInterval{1000};  ///< from a mere change of counters

    explicit SocketsProxy(SocketsModel *sockets, QObject *parent = nullptr);

    /// Shows the rows whose number, addresses, state or reason contain this. Empty: all.
    void setFilterText(const QString &text);
    const QString &filterText() const { return m_filter; }
    /// While it is held, no row that is there moves or goes; then the order settles.
    void setHeld(bool held);

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    void onChanged();
    void settle();
    bool dependsOnCounters() const;
    bool isInOrder() const;
    int compareFramings(SocketId left, SocketId right) const;

    const SocketsModel *m_sockets;
    QString m_filter;
    QTimer m_settling;
    quint64 m_standing = 0; // of the sockets when the order settled
    bool m_isHeld = false;
    bool m_isUnsettled = false;
};
