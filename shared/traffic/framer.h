#pragma once

#include "encoding.h"
#include "framing.h"
#include "message.h"

#include <QByteArray>
#include <QList>

#include <optional>

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

    /// Takes what one read gave; returns the messages that are now complete, and the pieces of one over the limit. After
    /// a protocol error the bytes are only held.
    QList<Message> feed(const QByteArray &bytes, qint64 timeNs = 0);
    /// Time has passed without a read: ends the message in hand once the gap is over.
    QList<Message> advance(qint64 timeNs);
    /// When `advance` will have something to end.
    std::optional<qint64> deadline() const;
    /// The stream has ended: the unfinished last message, or what is held after a protocol error, or nothing.
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
    /// A message in m_held that has its end.
    struct Found
    {
        qsizetype end;
        qsizetype header;
        qsizetype trailer;
    };

    QList<Message> feedRaw(const QByteArray &bytes);
    void feedHeld(QList<Message> &out, const QByteArray &bytes);
    std::optional<Found> find(qsizetype start);
    std::optional<Found> findTerminator(qsizetype start) const;
    std::optional<Found> findFixed(qsizetype start) const;
    std::optional<Found> findLength(qsizetype start);
    qsizetype keptPastLimit() const;
    void cutPieces(QList<Message> &out, QByteArray &bytes, qsizetype allowed);
    void deliver(QList<Message> &out, QByteArray bytes, qsizetype header, qsizetype trailer);
    void deliverHeld(QList<Message> &out);

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
