#include "server.h"

#include "iothread.h"
#include "serverproblem.h"
#include "serverworker.h"
#include "socketowners.h"

Server::Server(QObject *parent)
    : QObject(parent)
    , m_thread(std::make_unique<IoThread>(ServerLoops::threadName(1)))
    , m_worker(m_thread->make<ServerWorker>())
{
    if (m_worker)
        listenToWorker();
}

void Server::listenToWorker()
{
    connect(m_worker, &ServerWorker::batch, this, [this](const Batch &values) {
        Q_EMIT batch(values);
        const bool ended = std::any_of(values.records.cbegin(), values.records.cend(),
                                       [](const Record &record) { return record.kind == Record::Kind::Stopped; });
        if (ended) {
            m_active = false;
            Q_EMIT stopped();
        }
        m_acknowledgeOwed = true;
        if (!m_held)
            resume();
    });
    connect(m_worker, &ServerWorker::listening, this, &Server::listening);
    connect(m_worker, &ServerWorker::listenFailed, this, &Server::failToListen);
    connect(m_worker, &ServerWorker::readyToSend, this, &Server::readyToSend);
    connect(m_worker, &ServerWorker::facts, this, &Server::facts);
    connect(m_worker, &ServerWorker::serving, this, &Server::serving);
    connect(m_worker, &ServerWorker::fileProgressed, this, [this](const FileProgress &progress) {
        if (progress.ticket != m_fileTicket) // of one that was cancelled before
            return;
        m_fileActive = progress.isActive();
        Q_EMIT fileProgressed(progress);
    });
}

Server::~Server() = default;

template <typename Function>
void Server::post(Function function)
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, function, Qt::QueuedConnection);
}

void Server::setStore(const std::shared_ptr<TrafficStore> &store)
{
    post([worker = m_worker, store] { worker->setStore(store); });
}

void Server::start(const ServerOptions &options)
{
    m_active = true;
    post([worker = m_worker, options] { worker->start(options); });
    if (!m_worker)
        QMetaObject::invokeMethod(this, [this, options] { failToListen(noThreadText(options.listen)); }, Qt::QueuedConnection);
}

void Server::failToListen(const QString &sentence)
{
    m_active = false;
    Q_EMIT listenFailed(sentence);
}

void Server::stop()
{
    post(&ServerWorker::stop);
}

void Server::stopNow()
{
    post(&ServerWorker::stopNow);
}

void Server::setMode(ServerMode mode)
{
    post([worker = m_worker, mode] { worker->setMode(mode); });
}

void Server::setInterpretations(const Interpretations &interpretations)
{
    post([worker = m_worker, interpretations] { worker->setInterpretations(interpretations); });
}

quint64 Server::send(const QByteArray &content, const QList<SocketId> &targets, bool more)
{
    const quint64 ticket = ++m_lastTicket;
    post([worker = m_worker, ticket, content, targets, more] { worker->send(ticket, content, targets, more); });
    return ticket;
}

quint64 Server::send(const TypedText &typed, const QList<SocketId> &targets)
{
    const quint64 ticket = ++m_lastTicket;
    post([worker = m_worker, ticket, typed, targets] { worker->sendTyped(ticket, typed, targets); });
    return ticket;
}

void Server::close(const QList<SocketId> &sockets)
{
    post([worker = m_worker, sockets] { worker->close(sockets); });
}

void Server::finishWriting(const QList<SocketId> &sockets)
{
    post([worker = m_worker, sockets] { worker->finishWriting(sockets); });
}

void Server::reset(const QList<SocketId> &sockets)
{
    post([worker = m_worker, sockets] { worker->reset(sockets); });
}

void Server::setReading(const QList<SocketId> &sockets, bool on)
{
    post([worker = m_worker, sockets, on] { worker->setReading(sockets, on); });
}

void Server::setAccepting(bool on)
{
    post([worker = m_worker, on] { worker->setAccepting(on); });
}

void Server::setAdmission(const Admission &admission)
{
    post([worker = m_worker, admission] { worker->setAdmission(admission); });
}

void Server::watch(const std::optional<SocketId> &socket)
{
    post([worker = m_worker, socket] { worker->watch(socket); });
}

void Server::watchListener(bool on)
{
    post([worker = m_worker, on] { worker->watchListener(on); });
}

QList<SocketOwner> Server::ownersOfPeers(const QList<SocketEnds> &connections, const std::function<bool()> &isCancelled)
{
    return SocketOwners::ofPeers(connections, isCancelled);
}

quint64 Server::sendFile(const QString &path, const QList<SocketId> &targets, quint64 rate)
{
    if (m_fileActive || !m_worker)
        return 0;
    m_fileActive = true;
    m_fileTicket = ++m_lastTicket;
    post([worker = m_worker, ticket = m_fileTicket, path, targets, rate] { worker->sendFile(ticket, path, targets, rate); });
    return m_fileTicket;
}

void Server::pauseFile(bool on)
{
    if (m_fileActive)
        post([worker = m_worker, on] { worker->pauseFile(on); });
}

void Server::cancelFile()
{
    if (m_fileActive)
        post(&ServerWorker::cancelFile);
}

void Server::setFileRate(quint64 bytesPerSecond)
{
    if (m_fileActive)
        post([worker = m_worker, bytesPerSecond] { worker->setFileRate(bytesPerSecond); });
}

void Server::askReady(bool patient)
{
    post([worker = m_worker, patient] { worker->askReady(patient); });
}

void Server::resume()
{
    m_held = false;
    if (std::exchange(m_acknowledgeOwed, false))
        post(&ServerWorker::acknowledge);
}
