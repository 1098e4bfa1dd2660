#pragma once

#include "backgroundjob.h"
#include "receivequeue.h"
#include "socketstatus.h"
#include "socketowner.h"

#include <QHash>
#include <QList>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

/// Asks the system again and again what has arrived for sockets and is not read, in the background. GUI thread.
class ReceiveWatch final : public QObject
{
    Q_OBJECT
public:
    /// Answers for each connection; called in a background thread.
    using Ask = std::function<QList<std::optional<ReceiveQueue>>(const QList<SocketEnds> &)>;

    /// `ask` is null where the system does not tell: nothing is asked then.
    explicit ReceiveWatch(Ask ask, std::chrono::milliseconds interval, QObject *parent = nullptr);

    bool isTold() const { return m_ask != nullptr; }
    /// These are of interest from now on, those of them that are open. None: nothing is asked.
    void watch(const std::vector<const SocketStatus *> &sockets);
    const QHash<SocketId, ReceiveQueue> &queues() const { return m_queues; }

Q_SIGNALS:
    void told(); ///< they are others than before

private:
    void ask();
    void onFinished();

    Ask m_ask;
    QList<SocketId> m_ids;
    QList<SocketEnds> m_ends;
    QList<SocketId> m_asked; // by the job in hand
    std::shared_ptr<QList<std::optional<ReceiveQueue>>> m_answers; // the job's
    QHash<SocketId, ReceiveQueue> m_queues;
    QTimer m_timer;
    BackgroundJob m_job; // last: waits for its work before the rest goes
};
