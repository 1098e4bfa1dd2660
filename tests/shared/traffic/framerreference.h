#pragma once

#include "framer.h"
#include "text.h"

/// What a reader can tell of the messages: `+` before a piece that continues, `[prefix]`, content, `+` behind one that
/// goes on, the size of its terminator.
inline QByteArrayList shapeOf(const QList<Message> &messages)
{
    QByteArrayList shape;
    for (const Message &message : messages) {
        const QByteArray header = message.wire.first(message.headerSize);
        shape.append(QByteArray(message.continues ? "+" : "") + (header.isEmpty() ? header : '[' + header.toHex() + ']')
                     + message.content().toByteArray() + (message.more ? "+" : "") + '|'
                     + QByteArray::number(message.trailerSize));
    }
    return shape;
}

inline QByteArray wireOf(const QList<Message> &messages)
{
    QByteArray wire;
    for (const Message &message : messages)
        wire += message.wire;
    return wire;
}

inline QList<Message> feedInTwo(Framer framer, const QByteArray &bytes, qsizetype cut)
{
    QList<Message> messages = framer.feed(bytes.first(cut));
    messages += framer.feed(bytes.sliced(cut));
    return messages + framer.finish();
}

inline QList<Message> feedByteByByte(Framer framer, const QByteArray &bytes)
{
    QList<Message> messages;
    for (const char byte : bytes)
        messages += framer.feed(QByteArray(1, byte));
    return messages + framer.finish();
}

/// The framings once more, as plainly as can be: it has all bytes at once and looks at each place anew. Not for `raw`;
/// with `idle` there is no silence.
class FramerReference
{
public:
    FramerReference(const Framing &framing, qsizetype limit)
        : m_framing(framing)
        , m_limit(limit)
    {
    }

    QList<Message> messages(QByteArray rest)
    {
        m_out.clear();
        while (!rest.isEmpty()) {
            const qsizetype end = endOf(rest);
            add(rest.first(end));
            rest = rest.sliced(end);
        }
        return m_out;
    }

private:
    /// Where the message at the front ends; sets its header and trailer.
    qsizetype endOf(const QByteArray &rest)
    {
        m_header = m_trailer = 0;
        switch (m_framing.kind) {
        case Framing::Kind::Fixed: return qMin(qsizetype(m_framing.size), rest.size());
        case Framing::Kind::Length: return endByLength(rest);
        case Framing::Kind::Raw:
        case Framing::Kind::Idle: return rest.size();
        default: return endByTerminator(rest);
        }
    }

    qsizetype endByTerminator(const QByteArray &rest)
    {
        const QByteArray end = m_framing.terminator();
        for (qsizetype at = 0; at + end.size() <= rest.size(); ++at) {
            if (rest.sliced(at, end.size()) != end)
                continue;
            const bool afterCr = m_framing.kind == Framing::Kind::Lines && at > 0 && rest[at - 1] == '\r';
            m_trailer = end.size() + (afterCr ? 1 : 0);
            return at + end.size();
        }
        return rest.size();
    }

    qsizetype endByLength(const QByteArray &rest)
    {
        const qsizetype header = sizeOf(m_framing.prefix);
        if (rest.size() < header || qsizetype(lengthIn(m_framing.prefix, rest)) > m_limit)
            return rest.size();
        m_header = header;
        return qMin(header + qsizetype(lengthIn(m_framing.prefix, rest)), rest.size());
    }

    void add(QByteArray wire)
    {
        Message message;
        while (wire.size() - m_header - m_trailer > m_limit) {
            const qsizetype cut = m_limit - incompleteUtf8Tail(wire.first(m_limit));
            message.wire = wire.first(cut);
            message.more = true;
            m_out.append(message);
            message.continues = true;
            wire = wire.sliced(cut);
        }
        message.wire = wire;
        message.more = false;
        message.headerSize = quint8(m_header);
        message.trailerSize = quint32(m_trailer);
        m_out.append(message);
    }

    Framing m_framing;
    qsizetype m_limit;
    qsizetype m_header = 0;
    qsizetype m_trailer = 0;
    QList<Message> m_out;
};
