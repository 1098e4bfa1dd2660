#include "listener.h"

#include "nativesocket.h"

#include <QEvent>
#include <QNetworkProxy>
#include <QSocketNotifier>

#include <cerrno>

Listener::Listener(QObject *parent)
    : QTcpServer(parent)
{
    setProxy(QNetworkProxy::NoProxy);
    setListenBacklogSize(Backlog);
    m_retry.setSingleShot(true);
    m_retry.setInterval(RetryDelay);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (isListening()) // QTcpServer would resume what is not there
            resumeAccepting();
    });
    // After an error QTcpServer stays paused for good, so accepting is resumed on a timer.
    connect(this, &QTcpServer::acceptError, this, [this] { retryLater(errorString()); });
}

bool Listener::listenOn(const Endpoint &endpoint)
{
    if (!listen(endpoint.address, endpoint.port))
        return false;
    const auto notifiers = findChildren<QSocketNotifier *>();
    for (QSocketNotifier *notifier : notifiers)
        notifier->installEventFilter(this);
    return true;
}

bool Listener::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::SockAct || NativeSocket::hasFreeDescriptor())
        return QTcpServer::eventFilter(object, event);
    pauseAccepting();
    retryLater(qt_error_string(EMFILE));
    return true;
}

void Listener::retryLater(const QString &reason)
{
    m_retry.start();
    if (!std::exchange(m_failing, true))
        Q_EMIT acceptFailed(reason);
}

Endpoint Listener::endpoint() const
{
    return {serverAddress(), serverPort()};
}

void Listener::incomingConnection(qintptr descriptor)
{
    if (std::exchange(m_failing, false))
        Q_EMIT acceptRecovered();
    Q_EMIT accepted(descriptor);
}
