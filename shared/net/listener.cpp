#include "listener.h"

#include "nativefacts.h"
#include "nativesocket.h"

#include <QEvent>
#include <QNetworkProxy>
#include <QSocketNotifier>

#include <cerrno>

Listener::Listener(QObject *parent)
    : QTcpServer(parent)
{
    setProxy(QNetworkProxy::NoProxy);
    m_retry.setSingleShot(true);
    m_retry.setInterval(RetryDelay);
    connect(&m_retry, &QTimer::timeout, this, [this] { setHold(Hold::Shortage, false); });
    // After an error QTcpServer stays paused for good, so accepting is resumed on a timer.
    connect(this, &QTcpServer::acceptError, this, [this] { retryLater(errorString()); });
}

bool Listener::listenOn(const Endpoint &endpoint, int backlog)
{
    setListenBacklogSize(backlog);
    if (!listen(endpoint.address, endpoint.port))
        return false;
    ++m_calls.socket;
#ifdef Q_OS_UNIX
    ++m_calls.setSockOpt; // SO_REUSEADDR
#endif
    ++m_calls.bind;
    ++m_calls.listen;
    m_history.add(StateStep::Kind::Listening);
    const auto notifiers = findChildren<QSocketNotifier *>();
    for (QSocketNotifier *notifier : notifiers)
        notifier->installEventFilter(this);
    return true;
}

bool Listener::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::SockAct || NativeSocket::hasFreeDescriptor())
        return QTcpServer::eventFilter(object, event);
    retryLater(qt_error_string(EMFILE));
    return true;
}

void Listener::setHold(Hold why, bool on)
{
    if (isHeld(why) == on)
        return;
    m_holds ^= quint8(why);
    if (why == Hold::Paused)
        m_history.add(on ? StateStep::Kind::AcceptingPaused : StateStep::Kind::AcceptingResumed);
    updateAccepting();
}

/// A pause alone would not end the burst in hand: QTcpServer looks for room for one more before each `accept`.
void Listener::updateAccepting()
{
    setMaxPendingConnections(m_holds == 0 ? 1 : 0);
    if (!isListening()) // QTcpServer would resume what is not there
        return;
    if (m_holds == 0)
        resumeAccepting();
    else
        pauseAccepting();
}

void Listener::ask(SocketFacts &facts) const
{
    NativeFacts::ask(socketDescriptor(), facts);
}

void Listener::retryLater(const QString &reason)
{
    m_retry.start();
    setHold(Hold::Shortage, true);
    if (!std::exchange(m_failing, true))
        Q_EMIT acceptFailed(reason);
}

Endpoint Listener::endpoint() const
{
    return {serverAddress(), serverPort()};
}

void Listener::incomingConnection(qintptr descriptor)
{
    ++m_calls.accept;
    if (std::exchange(m_failing, false))
        Q_EMIT acceptRecovered();
    Q_EMIT accepted(descriptor);
}
