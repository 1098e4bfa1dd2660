#include "endwatch.h"

#include <QEvent>
#include <QSocketNotifier>
#include <QTcpSocket>

EndWatch::EndWatch(QTcpSocket *socket)
    : QObject(socket)
    , m_socket(socket)
{
    const auto notifiers = socket->findChildren<QSocketNotifier *>();
    for (QSocketNotifier *notifier : notifiers) {
        if (notifier->type() == QSocketNotifier::Read)
            m_notifier = notifier;
    }
    if (m_notifier)
        m_notifier->installEventFilter(this);
}

bool EndWatch::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::SockAct && event->type() != QEvent::SockClose)
        return QObject::eventFilter(object, event);

    const auto found = NativeSocket::peek(m_socket->socketDescriptor());
    if (tell(found))
        return true;
    if (event->type() == QEvent::SockClose) {
        // Windows, with bytes still unread: as a plain read, and `look` finds the end behind them.
        m_closeSeen = true;
        QEvent readable(QEvent::SockAct);
        object->event(&readable);
        return true;
    }
    return QObject::eventFilter(object, event);
}

void EndWatch::look()
{
    if (!m_closeSeen || m_told)
        return;
    tell(NativeSocket::peek(m_socket->socketDescriptor()));
}

/// The system tells of an error only once, and the peek has taken it, so it can't be left to Qt.
bool EndWatch::tell(NativeSocket::Peek found)
{
    if (found != NativeSocket::Peek::Finished && found != NativeSocket::Peek::Reset
        && found != NativeSocket::Peek::TimedOut)
        return false;
    m_notifier->setEnabled(false);
    if (std::exchange(m_told, true))
        return true;
    if (found == NativeSocket::Peek::Finished) {
        watchForReset();
        Q_EMIT finished();
    } else if (found == NativeSocket::Peek::Reset) {
        Q_EMIT reset();
    } else {
        Q_EMIT timedOut();
    }
    return true;
}

void EndWatch::stop()
{
    if (m_exception)
        m_exception->setEnabled(false);
}

/// After a FIN the stream is readable for ever, so its notifier is off; a later RST shows as an exception.
void EndWatch::watchForReset()
{
    m_exception = new QSocketNotifier(m_socket->socketDescriptor(), QSocketNotifier::Exception, this);
    connect(m_exception, &QSocketNotifier::activated, this, [this] {
        m_exception->setEnabled(false);
        if (NativeSocket::takeError(m_socket->socketDescriptor()))
            Q_EMIT reset();
    });
}
