#include "client.h"

#include "clientthread.h"
#include "clientworker.h"

Client::Client(ClientThread &thread, QObject *parent)
    : QObject(parent)
    , m_worker(thread.makeWorker())
{
    connect(m_worker, &ClientWorker::batch, this, [this](const Batch &values) {
        Q_EMIT batch(values);
        for (const SocketStatus &status : values.sockets) {
            if (!status.isOpen()) {
                m_active = false;
                Q_EMIT ended(status);
            }
        }
        post(&ClientWorker::acknowledge);
    });
    connect(m_worker, &ClientWorker::readyToSend, this, &Client::readyToSend);
}

Client::~Client()
{
    m_worker->deleteLater();
}

template <typename Function>
void Client::post(Function function)
{
    QMetaObject::invokeMethod(m_worker, function, Qt::QueuedConnection);
}

void Client::connectTo(const ClientOptions &options)
{
    m_active = true;
    post([worker = m_worker, options] { worker->connectTo(options); });
}

void Client::disconnectFrom()
{
    post(&ClientWorker::disconnectFrom);
}

void Client::finishWriting()
{
    post(&ClientWorker::finishWriting);
}

void Client::setFraming(const Framing &framing)
{
    post([worker = m_worker, framing] { worker->setFraming(framing); });
}

quint64 Client::send(const QByteArray &content, bool more)
{
    const quint64 ticket = ++m_lastTicket;
    post([worker = m_worker, ticket, content, more] { worker->send(ticket, content, more); });
    return ticket;
}

void Client::askReady()
{
    post(&ClientWorker::askReady);
}
