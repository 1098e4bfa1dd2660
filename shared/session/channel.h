#pragma once

#include "batchlane.h"
#include "connection.h"
#include "factswatch.h"
#include "interpretation.h"

#include <QObject>
#include <QTimer>

#include <deque>

/// What a channel is to do with its bytes.
struct ChannelOptions
{
    static constexpr qint64 DefaultQueueLimit = 16 * 1024 * 1024;

    Framing framing;
    qsizetype messageLimit = Framer::DefaultLimit; ///< content bytes; a longer message comes in pieces
    Encoding encoding = {};                        ///< says where these can be cut
    qint64 queueLimit = DefaultQueueLimit;         ///< bytes waiting for the peer; past it the channel closes as TooSlow
    bool keepHalfOpen = false;                     ///< stay open for sending after the peer's FIN
};

/// A connection with its framing and its place in the record: bytes become messages, each message and each change
/// becomes a record in the batch queue. Bytes that break the framing close it as ProtocolError: an Error record says what
/// was wrong, and what is queued is still sent. Lives in the I/O thread; its owner deletes it after `closed`.
class Channel final : public QObject, public StatusSource, public FactsSource
{
    Q_OBJECT
public:
    /// Past this much waiting for a peer, `echo` stops reading from it; at half of it reading goes on.
    static constexpr qint64 HighWater = 256 * 1024;
    /// What is counted for each waiting message on top of its bytes, so that many tiny ones are bounded too.
    static constexpr qint64 MessageOverhead = 64;

    Channel(SocketId id, const ChannelOptions &options, BatchLane *lane, QObject *parent = nullptr);

    /// Takes over what `accept` gave.
    bool adopt(qintptr descriptor);
    void connectTo(const QString &host, quint16 port, std::chrono::milliseconds timeout);

    /// Queues a message. Past the queue's limit, when the system takes no more of it, the channel closes as TooSlow, a turn
    /// later; a single message may be longer than the limit. The ticket, when not 0, is told of.
    void send(const Message &message, quint64 ticket = 0);
    /// Sends what other peers sent, at once where the system takes it; what it does not take is queued as by `send`.
    void pass(MessageRun messages);
    /// The same with what this peer sent; when the peer does not take it, it is read from more slowly, not closed.
    void echo(MessageRun messages);
    void finishWriting();
    void close(CloseReason reason, std::chrono::milliseconds patience = Connection::CloseTimeout);
    void reset(CloseReason reason);
    void drop(CloseReason reason, const QString &detail = {});
    /// What has not come to its end by the old framing waits for what is read next, and is divided with it by the new one.
    void setInterpretation(const Interpretation &reading);
    /// On: the queue of records is full, nothing more is read.
    void setPressure(bool on);
    /// Off: what arrives waits in the system, and when its buffer is full too, with the peer. A close does not wait for it.
    void setReading(bool on);

    SocketId id() const { return m_id; }
    bool canSend() const { return !m_gaveUp && !m_broken && m_connection.canSend(); }
    bool isOpen() const { return m_connection.state() != SocketState::Closed; }
    /// Little enough waits for the peer that more can be queued at leisure.
    bool isReady() const { return waiting() < HighWater; }
    SocketStatus status() const override;
    SocketFacts askFacts() const override;

Q_SIGNALS:
    void connected();
    void received(MessageRun messages);
    /// Less waits for the peer than before.
    void sent();
    void closed(CloseReason reason);

private:
    struct Waiting
    {
        quint64 end; // of the message, in bytes of the outgoing stream
        Message message;
        quint64 ticket;
    };

    qint64 waiting() const;
    bool exceedsLimit(const Message &message) const;
    void giveUp(const Message &message, quint64 ticket);
    void queue(const Message &message, quint64 ticket);
    void sendNow(MessageRun messages);
    void queueRest(const MessageView &message, qsizetype taken);
    void take(QByteArrayView bytes);
    void feed(QByteArrayView bytes);
    void deliver(MessageRun messages);
    void record(Record::Kind kind, MessageRun messages);
    void deliverLast();
    void watchFramer();
    void giveUpFraming();
    void onIdle();
    void onConnected();
    void onSent();
    void onPeerFinished();
    void onClosed(CloseReason reason, const QString &detail);
    void recordUnsent(CloseReason reason);
    void storeTaken();
    void updateReading();
    void changed(bool urgent) { m_lane->touch(this, urgent); }

    const SocketId m_id;
    ChannelOptions m_options;
    BatchLane *m_lane;
    Connection m_connection;
    Framer m_framer;
    QByteArray m_heldOver; // of the framing before, until something is read
    QTimer m_idle; // until the framer's deadline
    std::deque<Waiting> m_waiting;
    quint64 m_queuedInAll = 0;
    quint64 m_stored = 0; // how much of what the system took is in the store
    qint64 m_since = 0;
    qint64 m_closedAt = 0;
    CloseReason m_reason = CloseReason::None;
    QString m_detail;
    quint64 m_refusedBytes = 0; // of the message that was one too many
    bool m_gaveUp = false;      // the queue's limit was reached; the reset is on its way
    bool m_broken = false;      // by the peer's bytes: the framing; the close is on its way
    bool m_accepted = false;
    bool m_pressure = false;
    bool m_echoPaused = false;
    bool m_readingStopped = false;
};
