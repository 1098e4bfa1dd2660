#pragma once

#include "interpretation.h"
#include "socketstatus.h"

#include <QAbstractTableModel>
#include <QHash>

#include <deque>

/// The server's sockets as a table: the listening socket in row 0, below it every accepted one in order of arrival. The
/// closed ones stay until they are cleared, at most `MaxClosed`; then those that closed first are dropped and counted.
class SocketsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Number, Peer, Local, State, Received, Sent, Queued, Since, Reason, Framing, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< raw values
        IdRole,                  ///< SocketId
        ClosedRole,              ///< bool: to be greyed
    };
    struct Totals
    {
        qsizetype open = 0;    ///< accepted sockets that are open
        qsizetype takers = 0;  ///< those of the open ones that can be sent to
        qsizetype closed = 0;  ///< accepted sockets that are closed and listed
        quint64 dropped = 0;   ///< closed ones that made room for others
        quint64 bytesIn = 0;   ///< of all sockets there ever were
        quint64 bytesOut = 0;
    };
    static constexpr qsizetype MaxClosed = 10'000;

    explicit SocketsModel(QObject *parent = nullptr, qsizetype maxClosed = MaxClosed);

    /// Takes the latest status of some sockets: new ones are appended, known ones changed.
    void update(const QList<SocketStatus> &statuses);
    /// How the sockets' bytes are read and written. One that has a way of its own bears a mark.
    void setInterpretations(const Interpretations &interpretations);
    const Interpretations &interpretations() const { return m_interpretations; }
    void clearClosed();
    /// The language changed: the texts are others, the rows are the same.
    void retranslate();

    const Totals &totals() const { return m_totals; }
    /// Another number as soon as a socket has come, gone or changed what can be done with it. Not for mere counters.
    quint64 standing() const { return m_standing; }
    /// The row of a socket, or -1.
    int rowOf(SocketId id) const { return m_rowOf.value(id, -1); }
    const SocketStatus &at(int row) const { return m_rows.at(row); }
    /// Every open accepted socket, in order of arrival.
    QList<SocketId> openIds() const;
    /// Those of them that can be sent to.
    QList<SocketId> takerIds() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant interpretationData(SocketId id, Column column, int role) const;
    void insertListener(const QList<SocketStatus> &statuses);
    void append(const QList<SocketStatus> &statuses);
    void count(const SocketStatus &before, const SocketStatus &after);
    void changed(const QList<int> &rows);
    void dropOldestClosed();
    void remove(const QList<int> &rows);
    void reindex(int from);

    qsizetype m_maxClosed;
    QList<SocketStatus> m_rows;
    QHash<SocketId, int> m_rowOf;
    std::deque<SocketId> m_closedOrder; // accepted sockets that are closed and listed, the first to close in front
    Totals m_totals;
    quint64 m_standing = 0;
    Interpretations m_interpretations;
};
