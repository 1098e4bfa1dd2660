#include "serversession.h"

#include <algorithm>

ServerSession::ServerSession(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &Server::listening, this, [this](const Endpoint &endpoint) {
        m_listening = endpoint;
        if (m_phase == ServerPhase::Starting)
            setPhase(ServerPhase::Listening);
    });
    connect(&m_server, &Server::listenFailed, this, [this](const QString &sentence) {
        Q_EMIT listenFailed(sentence);
        idle();
    });
    connect(&m_server, &Server::batch, this, &ServerSession::take);
    connect(&m_server, &Server::stopped, this, &ServerSession::idle);
}

void ServerSession::start(const ServerOptions &options)
{
    Q_ASSERT(m_phase == ServerPhase::Idle);
    m_closedByStop = 0;
    setPhase(ServerPhase::Starting);
    m_server.start(options);
}

void ServerSession::stop()
{
    if (m_phase == ServerPhase::Idle || m_phase == ServerPhase::Stopping)
        return;
    m_closedByStop = m_sockets.totals().open;
    setPhase(ServerPhase::Stopping);
    m_server.stop();
}

void ServerSession::idle()
{
    m_listening = {};
    m_outcomes.clear();
    setPhase(ServerPhase::Idle);
}

void ServerSession::setPhase(ServerPhase phase)
{
    m_phase = phase;
    Q_EMIT phaseChanged();
}

void ServerSession::take(const Batch &batch)
{
    m_sockets.update(batch.sockets);
    m_transcript.append(batch.records);
    m_outcomes.apply(batch.outcomes);
    Q_EMIT updated(std::count_if(batch.records.cbegin(), batch.records.cend(),
                                 [](const Record &record) { return record.hasMessage(); }));
}

void ServerSession::send(const QByteArray &content, const QList<SocketId> &targets)
{
    m_outcomes.begin(m_server.send(content, targets));
}

void ServerSession::disconnectSockets(const QList<SocketId> &ids)
{
    const QList<SocketId> open = openOf(ids);
    if (!open.isEmpty())
        m_server.close(open);
}

QList<SocketId> ServerSession::openOf(const QList<SocketId> &ids) const
{
    QList<SocketId> open;
    std::copy_if(ids.cbegin(), ids.cend(), std::back_inserter(open), [this](SocketId id) {
        const int row = m_sockets.rowOf(id);
        return id != ListenerId && row >= 0 && m_sockets.at(row).isOpen();
    });
    return open;
}

void ServerSession::retranslate()
{
    m_sockets.retranslate();
    m_transcript.retranslate();
    m_outcomes.retranslate();
}
