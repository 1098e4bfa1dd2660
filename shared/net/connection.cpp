#include "connection.h"

#include "endwatch.h"
#include "nativefacts.h"
#include "nativesocket.h"

#include <QNetworkProxy>
#include <QScopedValueRollback>
#include <QThreadStorage>

#include <memory>

using namespace std::chrono_literals;

Connection::Connection(QObject *parent)
    : QObject(parent)
    , m_socket(this)
    , m_deadline(this)
    , m_patience(this)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.setReadBufferSize(ReadPiece);
    m_deadline.setSingleShot(true);
    m_patience.setSingleShot(true);
    connect(&m_socket, &QTcpSocket::stateChanged, this, &Connection::onSocketState);
    connect(&m_socket, &QTcpSocket::connected, this, &Connection::begin);
    connect(&m_socket, &QTcpSocket::readyRead, this, &Connection::read);
    connect(&m_socket, &QTcpSocket::readyRead, this, &Connection::arrived);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &Connection::onWritten);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &Connection::onError);
    connect(&m_socket, &QTcpSocket::disconnected, this, [this] {
        if (!m_failed)
            finish(CloseReason::PeerClosed);
    });
    connect(&m_patience, &QTimer::timeout, this, &Connection::onPatienceLost);
}

Connection::~Connection()
{
    // A socket that is still open tells of its end while it is destroyed.
    m_socket.disconnect(this);
    if (m_watch)
        m_watch->stop();
}

bool Connection::adopt(qintptr descriptor)
{
    if (!m_socket.setSocketDescriptor(descriptor)) {
        NativeSocket::close(descriptor);
        return false;
    }
    ++m_calls.accept;
    begin();
    return true;
}

void Connection::connectTo(const QString &host, quint16 port, std::chrono::milliseconds timeout)
{
    connect(&m_deadline, &QTimer::timeout, this, [this] { finish(CloseReason::TimedOut); }, Qt::SingleShotConnection);
    m_deadline.start(timeout);
    if (QHostAddress(host).isNull())
        m_history.add(StateStep::Kind::LookingUp);
    m_socket.connectToHost(host, port);
}

void Connection::onSocketState(QAbstractSocket::SocketState state)
{
    if (state != QAbstractSocket::ConnectingState)
        return;
    ++m_calls.socket;
    ++m_calls.connect;
    m_history.add(StateStep::Kind::Handshake);
}

void Connection::begin()
{
    m_deadline.stop();
    m_deadline.disconnect(this);
    m_state = SocketState::Connected;
    m_history.add(m_calls.accept ? StateStep::Kind::Accepted : StateStep::Kind::Connected);
    m_local = Endpoint::of(m_socket.localAddress(), m_socket.localPort());
    m_peer = Endpoint::of(m_socket.peerAddress(), m_socket.peerPort());
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    ++m_calls.setSockOpt;
    m_watch = new EndWatch(&m_socket);
    m_watch->setReading(m_reading);
    connect(m_watch, &EndWatch::readable, this, &Connection::receive);
    connect(m_watch, &EndWatch::finished, this, &Connection::onFin);
    connect(m_watch, &EndWatch::reset, this, [this] {
        drain();
        finish(reasonOfReset());
    });
    connect(m_watch, &EndWatch::timedOut, this, [this] {
        drain();
        finish(CloseReason::TimedOut);
    });
    Q_EMIT connected();
}

bool Connection::canSend() const
{
    return (m_state == SocketState::Connected || m_state == SocketState::PeerFinished) && !m_finishAsked
        && m_closing == CloseReason::None && !m_failed;
}

void Connection::send(const QByteArray &bytes)
{
    if (canSend())
        m_socket.write(bytes);
}

qsizetype Connection::sendNow(QByteArrayView bytes)
{
    if (!canSend() || m_socket.bytesToWrite() > 0)
        return 0;
    const qsizetype taken = NativeSocket::send(m_socket.socketDescriptor(), bytes);
    ++m_calls.send;
    m_bytesOut += quint64(taken);
    return taken;
}

void Connection::flush()
{
    if (m_telling) // Qt would not tell what it writes now
        return;
    const QScopedValueRollback flushing(m_flushing, true);
    m_socket.flush();
}

void Connection::ask(SocketFacts &facts) const
{
    if (m_state == SocketState::Closed)
        return;
    facts.buffers.unreadHere = quint64(m_socket.bytesAvailable());
    facts.buffers.unreadLimit = quint64(ReadPiece);
    facts.buffers.queuedHere = quint64(m_socket.bytesToWrite());
    NativeFacts::ask(m_socket.socketDescriptor(), facts);
}

void Connection::setReading(bool on)
{
    if (std::exchange(m_reading, on) == on)
        return;
    if (m_watch)
        m_watch->setReading(on);
    if (!on)
        return;
    // Qt tells of bytes that are already here only once, so we look ourselves; later, not inside the caller's work.
    QMetaObject::invokeMethod(this, &Connection::read, Qt::QueuedConnection);
}

/// One for all connections of a thread: what is in it is lent for as long as `received` lasts. Not `thread_local`: the C++
/// library of MinGW frees the memory of such objects before it destroys them.
static char *bufferOfThread()
{
    static QThreadStorage<std::unique_ptr<char[]>> buffers;
    std::unique_ptr<char[]> &buffer = buffers.localData();
    if (!buffer)
        buffer.reset(new char[size_t(Connection::ReadAtOnce)]);
    return buffer.get();
}

/// From the system, past the socket's own buffer, which is empty.
void Connection::receive()
{
    char *buffer = bufferOfThread();
    const qsizetype got = m_watch->receive(buffer, ReadAtOnce);
    deliver({buffer, got});
    if (m_state != SocketState::Closed)
        m_watch->look();
}

void Connection::read()
{
    if (!m_reading || isOver() || m_state == SocketState::Connecting)
        return;
    take();
    if (m_state == SocketState::Closed)
        return;
    m_watch->look();
    if (m_finArrived && m_reading && m_socket.bytesAvailable() == 0)
        onFin();
}

/// One piece of what waits in the socket's own buffer.
void Connection::take()
{
    deliver(m_socket.read(qMin(ReadPiece, m_socket.bytesAvailable())));
}

void Connection::deliver(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    ++m_calls.recv;
    m_bytesIn += quint64(bytes.size());
    Q_EMIT received(bytes);
}

/// The connection is over: what waits here was read from the system and is delivered, even while reading is off.
void Connection::drain()
{
    deliver(std::exchange(m_unread, {}));
    while (m_state != SocketState::Closed && m_socket.bytesAvailable() > 0)
        take();
}

void Connection::onFin()
{
    m_finArrived = true;
    if (m_finDelivered || m_state == SocketState::Closed)
        return;
    if (m_socket.bytesAvailable() > 0 || !m_reading) {
        read();
        return;
    }
    m_finDelivered = true;
    ++m_calls.recv;
    m_history.add(StateStep::Kind::PeerFinished);
    if (m_finSent) {
        Q_EMIT peerFinished();
        finish(m_closing == CloseReason::None ? CloseReason::PeerClosed : m_closing);
        return;
    }
    if (m_closing == CloseReason::None)
        m_state = SocketState::PeerFinished;
    Q_EMIT peerFinished();
}

void Connection::onWritten(qint64 count)
{
    ++m_calls.send;
    m_bytesOut += quint64(count);
    if (m_patience.isActive())
        m_patience.start();
    m_telling = true;
    Q_EMIT sent();
    m_telling = false;
    if (m_socket.bytesToWrite() == 0)
        onQueueEmpty();
    else
        writeOn();
}

/// Qt gives the system one block of what is queued each time it can take more, and a peer that reads at once would seem
/// slow beside a flood that is read 64 KiB at a time. In a turn of its own: what goes out can end the connection.
void Connection::writeOn()
{
    if (std::exchange(m_writeOnAsked, true))
        return;
    QMetaObject::invokeMethod(this, [this] {
        m_socket.flush();
        m_writeOnAsked = false;
    }, Qt::QueuedConnection);
}

void Connection::finishWriting()
{
    if (m_finishAsked || isOver() || m_state == SocketState::Connecting)
        return;
    m_finishAsked = true;
    if (m_socket.bytesToWrite() == 0)
        onQueueEmpty();
}

void Connection::close(CloseReason reason, std::chrono::milliseconds patience)
{
    if (isOver())
        return;
    if (m_state == SocketState::Connecting) {
        finish(reason);
        return;
    }
    if (m_closing == CloseReason::None) {
        m_closing = reason;
        m_state = SocketState::Closing;
        m_history.add(StateStep::Kind::Closing);
        connect(&m_deadline, &QTimer::timeout, this, &Connection::onPatienceLost);
        m_deadline.start(CloseTimeout);
    }
    m_patience.start(patience);
    m_finishAsked = true;
    if (m_socket.bytesToWrite() == 0)
        onQueueEmpty();
}

void Connection::onQueueEmpty()
{
    if (!m_finishAsked)
        return;
    if (!std::exchange(m_finSent, true)) {
        m_watch->shutdownWrite();
        ++m_calls.shutdown;
        m_history.add(StateStep::Kind::WeFinished);
        if (m_state == SocketState::Connected)
            m_state = SocketState::WeFinished;
        Q_EMIT weFinished();
    }
    if (m_finDelivered)
        finish(m_closing == CloseReason::None ? CloseReason::PeerClosed : m_closing);
    else if (m_closing != CloseReason::None)
        startFinishing();
}

/// The peer takes no more of what is queued: after its own FIN that is not the orderly end that PeerClosed stands for.
void Connection::onPatienceLost()
{
    reset(m_closing == CloseReason::PeerClosed ? CloseReason::Reset : m_closing);
}

/// Our FIN is out and we want to close: the peer gets a moment for its own FIN, then the descriptor is closed.
void Connection::startFinishing()
{
    m_patience.stop();
    m_deadline.disconnect(this);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        drain();
        finish(m_closing);
    });
    m_deadline.start(FinishTimeout);
}

void Connection::drop(CloseReason reason, const QString &detail)
{
    finish(reason, detail);
}

void Connection::reset(CloseReason reason)
{
    if (m_state == SocketState::Closed)
        return;
    if (m_state != SocketState::Connecting && !m_failed) {
        NativeSocket::resetOnClose(m_socket.socketDescriptor());
        m_hasReset = true;
        ++m_calls.setSockOpt;
        m_history.add(StateStep::Kind::ResetByUs);
    }
    drain();
    finish(reason);
}

void Connection::onError(QAbstractSocket::SocketError error)
{
    const QString detail = m_socket.errorString();
    if (!m_flushing) {
        fail(error, detail);
        return;
    }
    m_failed = true;
    m_watch->stop();
    m_unread = m_socket.readAll(); // next, Qt empties the socket
    QMetaObject::invokeMethod(this, [this, error, detail] { fail(error, detail); }, Qt::QueuedConnection);
}

void Connection::fail(QAbstractSocket::SocketError error, const QString &detail)
{
    if (m_state == SocketState::Closed)
        return;
    const CloseReason reason = reasonOf(error);
    if (m_state == SocketState::Connecting)
        m_problem = problemOf(error);
    else
        drain();
    finish(reason, detail);
}

ConnectProblem Connection::problemOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError: return ConnectProblem::HostNotFound;
    case QAbstractSocket::NetworkError: return ConnectProblem::Unreachable;
    case QAbstractSocket::SocketResourceError: return ConnectProblem::OutOfDescriptors;
    default: return ConnectProblem::None;
    }
}

CloseReason Connection::reasonOf(QAbstractSocket::SocketError error) const
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError: return CloseReason::Refused;
    case QAbstractSocket::SocketTimeoutError: return CloseReason::TimedOut;
    // The watch sees a FIN before Qt does, so this one comes from a write: the peer has reset the connection.
    case QAbstractSocket::RemoteHostClosedError: return reasonOfReset();
    case QAbstractSocket::NetworkError:
        if (m_state != SocketState::Connecting && NativeSocket::tellsResetAsNetworkError())
            return reasonOfReset();
        return CloseReason::Error;
    default: return CloseReason::Error;
    }
}

/// When all of ours was out and we were closing anyway, the peer's RST changes nothing.
CloseReason Connection::reasonOfReset() const
{
    return m_finSent && m_closing != CloseReason::None ? m_closing : CloseReason::Reset;
}

void Connection::finish(CloseReason reason, const QString &detail)
{
    if (m_state == SocketState::Closed)
        return;
    m_state = SocketState::Closed;
    m_calls.close += m_calls.socket + m_calls.accept;
    m_history.add(StateStep::Kind::Closed, reason);
    m_deadline.stop();
    m_patience.stop();
    m_socket.disconnect(this);
    if (m_watch)
        m_watch->stop();
    m_socket.abort();
    Q_EMIT closed(reason, detail);
}
