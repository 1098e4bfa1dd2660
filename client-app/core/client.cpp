#include "client.h"

#include "clientthread.h"
#include "clientworker.h"

#include <QDateTime>

Client::Client(ClientThread &thread, QObject *parent)
    : QObject(parent)
    , m_worker(thread.makeWorker())
{
    if (m_worker)
        listenToWorker();
}

void Client::listenToWorker()
{
    connect(m_worker, &ClientWorker::batch, this, &Client::tell);
    connect(m_worker, &ClientWorker::readyToSend, this, &Client::readyToSend);
    connect(m_worker, &ClientWorker::facts, this, &Client::facts);
    connect(m_worker, &ClientWorker::fileProgressed, this, [this](const FileProgress &progress) {
        if (progress.ticket != m_fileTicket) // of one that was cancelled before
            return;
        m_fileActive = progress.isActive();
        Q_EMIT fileProgressed(progress);
    });
}

void Client::tell(const Batch &values)
{
    Q_EMIT batch(values);
    for (const SocketStatus &status : values.sockets) {
        if (!status.isOpen()) {
            m_active = false;
            Q_EMIT ended(status);
        }
    }
    m_acknowledgeOwed = true;
    if (!m_held)
        resume();
}

/// What a worker would tell of a socket that could not be made.
void Client::tellOfNoThread()
{
    SocketStatus status;
    status.id = ++m_withoutThread;
    status.state = SocketState::Closed;
    status.reason = CloseReason::Error;
    status.problem = ConnectProblem::OutOfThreads;
    status.closedAt = QDateTime::currentMSecsSinceEpoch();
    Batch values;
    values.records = {Record::of(Record::Kind::Closed, status.id, {.reason = status.reason, .problem = status.problem})};
    values.sockets = {status};
    tell(values);
}

Client::~Client()
{
    post(&ClientWorker::retire);
}

template <typename Function>
void Client::post(Function function)
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, function, Qt::QueuedConnection);
}

void Client::setStore(const std::shared_ptr<TrafficStore> &store)
{
    post([worker = m_worker, store] { worker->setStore(store); });
}

void Client::connectTo(const ClientOptions &options)
{
    m_active = true;
    post([worker = m_worker, options] { worker->connectTo(options); });
    if (!m_worker)
        QMetaObject::invokeMethod(this, &Client::tellOfNoThread, Qt::QueuedConnection);
}

void Client::disconnectFrom(std::chrono::milliseconds patience)
{
    post([worker = m_worker, patience] { worker->disconnectFrom(patience); });
}

void Client::reset()
{
    post(&ClientWorker::reset);
}

void Client::finishWriting()
{
    post(&ClientWorker::finishWriting);
}

void Client::setReading(bool on)
{
    post([worker = m_worker, on] { worker->setReading(on); });
}

void Client::watch(bool on)
{
    post([worker = m_worker, on] { worker->watch(on); });
}

void Client::setInterpretation(const Interpretation &interpretation)
{
    post([worker = m_worker, interpretation] { worker->setInterpretation(interpretation); });
}

quint64 Client::send(const QByteArray &content, bool more)
{
    const quint64 ticket = ++m_lastTicket;
    post([worker = m_worker, ticket, content, more] { worker->send(ticket, content, more); });
    return ticket;
}

quint64 Client::sendExactly(const QByteArray &bytes)
{
    const quint64 ticket = ++m_lastTicket;
    post([worker = m_worker, ticket, bytes] { worker->sendExactly(ticket, bytes); });
    return ticket;
}

quint64 Client::sendFile(const QString &path, quint64 rate)
{
    if (m_fileActive || !m_worker)
        return 0;
    m_fileActive = true;
    m_fileTicket = ++m_lastTicket;
    post([worker = m_worker, ticket = m_fileTicket, path, rate] { worker->sendFile(ticket, path, rate); });
    return m_fileTicket;
}

void Client::pauseFile(bool on)
{
    if (m_fileActive)
        post([worker = m_worker, on] { worker->file()->setPaused(on); });
}

void Client::cancelFile()
{
    if (m_fileActive)
        post([worker = m_worker] { worker->file()->cancel(); });
}

void Client::setFileRate(quint64 bytesPerSecond)
{
    if (m_fileActive)
        post([worker = m_worker, bytesPerSecond] { worker->file()->setRate(bytesPerSecond); });
}

void Client::askReady(bool patient)
{
    post([worker = m_worker, patient] { worker->askReady(patient); });
}

void Client::resume()
{
    m_held = false;
    if (std::exchange(m_acknowledgeOwed, false))
        post(&ClientWorker::acknowledge);
}
