#pragma once

#include "backgroundjob.h"
#include "callindex.h"

#include <QObject>

/// The calls of a session, or of some of its sockets, gone through by a thread of a pool: what is new, and all of it
/// again when other sockets are asked for; until that is done, the rows are those from before. Lives in the GUI thread.
class CallRows final : public QObject
{
    Q_OBJECT
public:
    explicit CallRows(std::shared_ptr<const TrafficStore> store, QObject *parent = nullptr);

    /// Something may have come into the store.
    void poll();
    /// None: all.
    void setSockets(const QSet<SocketId> &sockets);
    /// Gives up going through all of it again; what was asked for is taken back.
    void cancel();

    const QSet<SocketId> &sockets() const { return m_sockets; }
    const std::shared_ptr<const TrafficStore> &store() const { return m_store; }
    const std::shared_ptr<CallIndex> &index() const { return m_index; }
    bool isBusy() const { return m_job.isRunning() || m_polled; }

Q_SIGNALS:
    void grown();    ///< there may be rows at the end that were not there before
    void replaced(); ///< these are other rows
    void remakeStarted();
    void remakeProgressed(int percent);
    void remakeFinished();

private:
    void work();
    void onFinished();

    const std::shared_ptr<const TrafficStore> m_store;
    const QString m_folder;
    QSet<SocketId> m_sockets;
    std::shared_ptr<CallIndex> m_index;
    std::shared_ptr<CallIndex> m_next; // the one in hand
    bool m_polled = false;
    BackgroundJob m_job; // last: it ends before what it works on
};
