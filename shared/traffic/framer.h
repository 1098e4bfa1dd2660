#pragma once

#include "encoding.h"
#include "framing.h"
#include "message.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>
#include <span>

/// Divides one direction of one connection into messages. Pure: bytes and times in, messages out; where the reads were
/// cut makes no difference, except to `raw` and `idle`, which are about that.
///
/// Every byte that was fed is in the `wire` of exactly one message, in order, or still held. A message over the limit
/// comes in pieces, never cut inside a character, and at most the limit plus a terminator is held. With a length
/// prefix there are no pieces: a message within the limit is whole, and a prefix that says more is a protocol error
/// before anything is held for it. Times are nanoseconds of one clock, whichever; only `idle` looks at them.
class Framer
{
public:
    static constexpr qsizetype DefaultLimit = 1024 * 1024; ///< content bytes of one message before it comes in pieces
    static constexpr qsizetype MinLimit = 16;

    /// The encoding says where a message over the limit can be cut, and which characters a raw read cut in two.
    explicit Framer(Framing framing = {}, qsizetype limit = DefaultLimit, Encoding encoding = {});

    /// Is given messages that follow each other, also in memory; must not call the framer.
    using Sink = std::function<void(MessageRun)>;

    /// Takes what one read gave; tells of the messages that are now complete, and of the pieces of one over the limit.
    /// After a protocol error the bytes are only held.
    void feed(QByteArrayView bytes, qint64 timeNs, const Sink &sink);
    QList<Message> feed(QByteArrayView bytes, qint64 timeNs = 0);
    /// Time has passed without a read: ends the message in hand once the gap is over.
    void advance(qint64 timeNs, const Sink &sink);
    QList<Message> advance(qint64 timeNs);
    bool looksAtTimes() const { return m_framing.kind == Framing::Kind::Idle; }
    /// When `advance` will have something to end.
    std::optional<qint64> deadline() const;
    /// The stream has ended: the unfinished last message, or what is held after a protocol error, or nothing.
    void finish(const Sink &sink);
    QList<Message> finish();
    /// Of the message whose end has not come: the bytes of its length prefix, 0 until that is whole.
    qsizetype heldHeader() const;
    bool holdsRest() const { return m_inPieces > 0; } ///< pieces of that message have been delivered
    /// What waits for its end, to be fed to the framer that takes over from this one.
    QByteArray takeHeld();

    bool failed() const { return m_tooLong.has_value(); }
    /// What broke the framing, as a translated sentence. Empty when nothing did.
    QString protocolProblem() const;

private:
    /// A message that has its end, in the bytes in hand.
    struct Found
    {
        qsizetype end;
        qsizetype header;
        qsizetype trailer;
    };

    class Run;

    void feedRaw(Run &run, QByteArrayView bytes);
    qsizetype openTail(QByteArrayView bytes) const;
    qsizetype divide(Run &run, QByteArrayView bytes);
    std::optional<Found> find(QByteArrayView bytes, qsizetype start);
    std::optional<Found> findTerminator(QByteArrayView bytes, qsizetype start) const;
    std::optional<Found> findFixed(QByteArrayView bytes, qsizetype start) const;
    std::optional<Found> findLength(QByteArrayView bytes, qsizetype start);
    qsizetype keptPastLimit() const;
    QByteArrayView cutPieces(Run &run, QByteArrayView bytes, qsizetype allowed);
    void deliver(Run &run, QByteArrayView bytes, qsizetype header, qsizetype trailer);
    void deliverHeld(const Sink &sink);

    Framing m_framing;
    QByteArray m_terminator;
    qsizetype m_limit;
    Encoding m_encoding;
    QByteArray m_held;           // the start of a message whose end has not come
    qsizetype m_searched = 0;    // how far m_held is known to have no end
    qsizetype m_inPieces = 0;    // bytes of the message in hand that have been delivered
    qint64 m_lastRead = 0;       // idle: nanoseconds
    std::optional<quint32> m_tooLong; // the length that broke the framing
    QByteArray m_carried;        // raw: the start of an unfinished character
};
