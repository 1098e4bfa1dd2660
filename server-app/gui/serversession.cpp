#include "serversession.h"

#include <algorithm>

ServerSession::ServerSession(std::shared_ptr<TrafficStore> store, QObject *parent)
    : QObject(parent)
    , m_rows(std::move(store))
    , m_transcript(&m_rows)
{
    m_server.setStore(m_rows.store());
    connect(&m_rows, &TranscriptRows::grown, this, [this] { Q_EMIT updated(0); });
    connect(&m_rows, &TranscriptRows::remakeFinished, this, [this](bool cancelled) {
        if (cancelled) // it stays with how the rows are read that are shown
            setInterpretations(m_rows.interpretations());
    });
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
    connect(&m_server, &Server::fileProgressed, this, &ServerSession::fileProgressed);
    connect(&m_server, &Server::facts, this, &ServerSession::told);
    connect(&m_server, &Server::serving, this, &ServerSession::serving);
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
    m_outcomes.apply(batch.outcomes);
    if (batch.recorded)
        m_rows.poll();
    Q_EMIT updated(batch.messages);
}

void ServerSession::setInterpretations(const Interpretations &interpretations)
{
    m_interpretations = interpretations;
    m_server.setInterpretations(interpretations);
    m_rows.setInterpretations(interpretations);
    m_rows.store()->setInterpretations(interpretations);
    m_sockets.setInterpretations(interpretations);
    Q_EMIT interpretationsChanged();
}

Interpretations ServerSession::writingInterpretations() const
{
    Interpretations writing = m_interpretations;
    writing.own.removeIf([this](const auto &entry) { return takersOf({entry.key()}).isEmpty(); });
    return writing;
}

/// One whose writing is shut down would only fail: it is named no more among all.
void ServerSession::send(const TypedText &typed, const QList<SocketId> &targets)
{
    const SocketsModel::Totals &totals = m_sockets.totals();
    const bool toEach = targets.isEmpty() && totals.takers < totals.open;
    m_outcomes.begin(m_server.send(typed, toEach ? m_sockets.takerIds() : targets));
}

void ServerSession::watchListener(const QObject *who, bool on)
{
    if (on)
        m_listenerWatchers.insert(who);
    else
        m_listenerWatchers.remove(who);
    m_server.watchListener(!m_listenerWatchers.isEmpty());
}

void ServerSession::sendFile(const QString &path, const QList<SocketId> &targets, quint64 bytesPerSecond)
{
    m_server.sendFile(path, targets, bytesPerSecond);
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

QList<SocketId> ServerSession::takersOf(const QList<SocketId> &ids) const
{
    QList<SocketId> takers = openOf(ids);
    takers.removeIf([this](SocketId id) { return !m_sockets.at(m_sockets.rowOf(id)).canSend(); });
    return takers;
}

void ServerSession::retranslate()
{
    m_sockets.retranslate();
    m_transcript.retranslate();
    m_outcomes.retranslate();
}
