#include "endwatch.h"

#include <QCoreApplication>
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
    askFromNowOn(false);
}

void EndWatch::askFromNowOn(bool afterFin)
{
    if (m_notifier && !m_timer.isActive() && NativeSocket::mustBeAsked(afterFin))
        m_timer.start(int(AskInterval.count()), this);
}

void EndWatch::timerEvent(QTimerEvent *)
{
    ask();
}

bool EndWatch::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::SockAct && event->type() != QEvent::SockClose)
        return QObject::eventFilter(object, event);

    if (m_reading && event->type() == QEvent::SockAct && m_socket->bytesAvailable() == 0) {
        Q_EMIT readable();
        return !m_failed; // else Qt is to say what it is
    }
    const auto found = peek();
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

qsizetype EndWatch::receive(char *buffer, qsizetype size)
{
    if (m_told)
        return 0;
    qsizetype count = 0;
    const auto found = seenThrough(NativeSocket::receive(m_socket->socketDescriptor(), buffer, size, &count));
    m_failed = found == NativeSocket::Peek::Failed;
    tell(found);
    return count;
}

void EndWatch::look()
{
    if (m_told || !(m_closeSeen || (m_finSent && NativeSocket::mustBeAsked(true))))
        return;
    const auto found = peek();
    if (!tell(found) && found == NativeSocket::Peek::Data)
        readOn();
}

void EndWatch::ask()
{
    if (m_finTold) {
        // What is still to be sent may meet a reset.
        if (!m_finSent && NativeSocket::wasReset(m_socket->socketDescriptor())) {
            m_finTold = false;
            Q_EMIT reset();
        }
        return;
    }
    if (m_told)
        return;
    const auto found = peek();
    if (!tell(found) && found == NativeSocket::Peek::Data)
        readOn();
}

/// As if the system had told of it. Qt listens only while there is room for what it reads.
void EndWatch::readOn()
{
    if (m_notifier && m_notifier->isEnabled())
        QCoreApplication::postEvent(m_notifier, new QEvent(QEvent::SockAct));
}

void EndWatch::shutdownWrite()
{
    m_finSent = true;
    NativeSocket::shutdownWrite(m_socket->socketDescriptor());
    askFromNowOn(true);
}

NativeSocket::Peek EndWatch::peek() const
{
    return seenThrough(NativeSocket::peek(m_socket->socketDescriptor()));
}

NativeSocket::Peek EndWatch::seenThrough(NativeSocket::Peek found) const
{
    const bool wasReset = found == NativeSocket::Peek::Finished && !m_finSent
        && NativeSocket::wasReset(m_socket->socketDescriptor());
    return wasReset ? NativeSocket::Peek::Reset : found;
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
    m_finTold = found == NativeSocket::Peek::Finished;
    if (m_finTold) {
        askFromNowOn(true);
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
    m_told = true;
    m_finTold = false;
    m_timer.stop();
    if (m_exception)
        m_exception->setEnabled(false);
}

/// After a FIN the stream is readable for ever, so its notifier is off; a later RST shows as an exception.
void EndWatch::watchForReset()
{
    if (NativeSocket::mustBeAsked(true))
        return;
    m_exception = new QSocketNotifier(m_socket->socketDescriptor(), QSocketNotifier::Exception, this);
    connect(m_exception, &QSocketNotifier::activated, this, [this] {
        m_exception->setEnabled(false);
        if (NativeSocket::takeError(m_socket->socketDescriptor()))
            Q_EMIT reset();
    });
}
