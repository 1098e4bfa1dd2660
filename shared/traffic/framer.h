#pragma once

#include "framing.h"
#include "message.h"

#include <QByteArray>
#include <QList>

/// Divides one direction of one connection into messages. Pure: bytes in, messages out; where the reads were cut makes
/// no difference to `lines`. Holds at most the limit plus one byte, however long a line is.
class Framer
{
public:
    static constexpr qsizetype DefaultLimit = 1024 * 1024; ///< content bytes of one message before it comes in pieces
    static constexpr qsizetype MinLimit = 16;

    explicit Framer(Framing framing = {}, qsizetype limit = DefaultLimit);

    /// Takes what one read gave; returns the messages that are now complete, and the pieces of one over the limit.
    QList<Message> feed(const QByteArray &bytes);
    /// The stream has ended: the unfinished last message, or nothing.
    QList<Message> finish();
    /// What waits for its end, to be fed to the framer that takes over from this one.
    QByteArray takeHeld();

private:
    QList<Message> feedLines(const QByteArray &bytes);
    QList<Message> feedRaw(const QByteArray &bytes);
    enum class End : quint8 { NotYet, OfLine, OfStream };
    void cutPieces(QList<Message> &out, QByteArray &line, End end);

    Framing m_framing;
    qsizetype m_limit;
    QByteArray m_held;        // lines: the start of a message whose end has not come
    qsizetype m_searched = 0; // how far m_held is known to have no LF
    bool m_continues = false; // a piece of the message in hand has been delivered
    QByteArray m_carried;     // raw: the start of an unfinished character
};
