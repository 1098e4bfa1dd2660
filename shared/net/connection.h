#pragma once

#include "closereason.h"
#include "endpoint.h"
#include "socketfacts.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>

class EndWatch;

/// One TCP connection, accepted or made: bytes in, bytes out, and one reason at its end. Lives in the I/O thread that
/// made it; every member is to be called there.
///
/// Reading is bounded: at most ReadPiece bytes wait here, and while reading is off TCP slows the sender down. Writing is
/// queued without a limit of its own; who calls `send` looks at `bytesQueued` first.
class Connection final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 ReadPiece = 64 * 1024;
    /// What is read from the system at once while reading is on.
    static constexpr qsizetype ReadAtOnce = 256 * 1024;
    static constexpr std::chrono::milliseconds DefaultConnectTimeout{10'000};
    /// A close that has not finished by then becomes a reset.
    static constexpr std::chrono::milliseconds CloseTimeout{30'000};
    /// After our FIN, how long the peer has for its own before the descriptor is closed all the same. Closing at once
    /// would answer what is on its way with RST, and that can cost the peer bytes of ours it has not read yet
    /// (RFC 1122, section 4.2.2.13).
    static constexpr std::chrono::milliseconds FinishTimeout{1'000};

    explicit Connection(QObject *parent = nullptr);
    ~Connection() override;

    /// Takes over what `accept` gave. False: the system would not have it; it is closed.
    bool adopt(qintptr descriptor);
    /// Looks the host up, then tries its addresses in turn. Ends in `connected` or `closed`.
    void connectTo(const QString &host, quint16 port, std::chrono::milliseconds timeout = DefaultConnectTimeout);

    void send(const QByteArray &bytes);
    /// What the system takes of these at once; never tells of `sent`. The rest is the caller's. 0 while anything is queued.
    qsizetype sendNow(QByteArrayView bytes);
    /// Gives the system what it takes of the queue, at once: `sent`. An end that this finds is told in a turn of its own.
    /// Inside of `sent` it does nothing.
    void flush();
    /// Our FIN, once everything queued is out; we still read.
    void finishWriting();
    /// Sends what is queued, then closes. `patience`: how long the peer may take nothing before that becomes a reset.
    void close(CloseReason reason, std::chrono::milliseconds patience = CloseTimeout);
    /// Closes with RST, at once; what is queued is gone.
    void reset(CloseReason reason);
    /// Closes the descriptor at once and leaves the rest to the system.
    void drop(CloseReason reason, const QString &detail = {});
    /// Off: nothing more is taken from the socket until it is on again.
    void setReading(bool on);

    SocketState state() const { return m_state; }
    bool canSend() const;
    Endpoint local() const { return m_local; }
    Endpoint peer() const { return m_peer; }
    ConnectProblem problem() const { return m_problem; }
    quint64 bytesIn() const { return m_bytesIn; }
    quint64 bytesOut() const { return m_bytesOut; }
    qint64 bytesQueued() const { return m_socket.bytesToWrite(); }
    qint64 bytesUnread() const { return m_socket.bytesAvailable(); } ///< read from the system, and not `received`
    const CallCounts &calls() const { return m_calls; }
    bool hasReset() const { return m_hasReset; } ///< it ended with our RST
    const StateHistory &history() const { return m_history; }
    /// What whoever uses the connection did with it, for its history.
    void note(StateStep::Kind step) { m_history.add(step); }
    /// Adds what the socket and the system tell now; nothing when it is closed.
    void ask(SocketFacts &facts) const;

Q_SIGNALS:
    void connected();
    /// The bytes are only lent.
    void received(QByteArrayView bytes);
    void arrived(); ///< some came into the socket's own buffer, where it waits while reading is off
    /// The system took some of what was queued; `bytesOut` and `bytesQueued` are up to date.
    void sent();
    /// The peer's FIN, after everything before it was `received`.
    void peerFinished();
    /// Our FIN is out.
    void weFinished();
    /// The end, once. `detail` is what the system said about an error, or what `drop` was given, else empty.
    void closed(CloseReason reason, const QString &detail);

private:
    void onSocketState(QAbstractSocket::SocketState state);
    void begin();
    void receive();
    void read();
    void take();
    void deliver(QByteArrayView bytes);
    void drain();
    void onWritten(qint64 count);
    void writeOn();
    void onFin();
    void onError(QAbstractSocket::SocketError error);
    void fail(QAbstractSocket::SocketError error, const QString &detail);
    bool isOver() const { return m_failed || m_state == SocketState::Closed; }
    void onQueueEmpty();
    void startFinishing();
    void onPatienceLost();
    void finish(CloseReason reason, const QString &detail = {});
    CloseReason reasonOf(QAbstractSocket::SocketError error) const;
    CloseReason reasonOfReset() const;
    static ConnectProblem problemOf(QAbstractSocket::SocketError error);

    QTcpSocket m_socket;
    EndWatch *m_watch = nullptr; // child of m_socket
    QTimer m_deadline; // of the connect, then of the close
    QTimer m_patience; // of the close: restarted whenever the peer takes something
    SocketState m_state = SocketState::Connecting;
    ConnectProblem m_problem = ConnectProblem::None;
    CallCounts m_calls;
    StateHistory m_history;
    Endpoint m_local;
    Endpoint m_peer;
    quint64 m_bytesIn = 0;
    quint64 m_bytesOut = 0;
    bool m_reading = true;
    bool m_writeOnAsked = false;
    bool m_telling = false;      // `sent`
    bool m_flushing = false;
    bool m_failed = false;       // while flushing; the end is on its way
    QByteArray m_unread;         // that was read before it failed
    bool m_finArrived = false;   // the watch saw it; bytes before it may wait in the socket
    bool m_finDelivered = false;
    bool m_finishAsked = false;  // our FIN goes out when the queue is empty
    bool m_finSent = false;
    bool m_hasReset = false;
    CloseReason m_closing = CloseReason::None;
};
