#include "framer.h"

#include "text.h"

Framer::Framer(Framing framing, qsizetype limit)
    : m_framing(framing)
    , m_limit(qMax(limit, MinLimit))
{
}

QList<Message> Framer::feed(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return {};
    return m_framing.kind == Framing::Kind::Lines ? feedLines(bytes) : feedRaw(bytes);
}

QList<Message> Framer::finish()
{
    QList<Message> out;
    if (!m_held.isEmpty()) {
        QByteArray last = std::exchange(m_held, {});
        cutPieces(out, last, End::OfStream);
    }
    if (!m_carried.isEmpty()) {
        Message rest;
        rest.carriedSize = quint8(m_carried.size());
        std::copy(m_carried.cbegin(), m_carried.cend(), rest.carried.begin());
        out.append(rest);
    }
    m_carried.clear();
    m_searched = 0;
    return out;
}

QByteArray Framer::takeHeld()
{
    m_searched = 0;
    return std::exchange(m_held, {});
}

QList<Message> Framer::feedLines(const QByteArray &bytes)
{
    QList<Message> out;
    const bool fresh = m_held.isEmpty();
    if (fresh)
        m_held = bytes;
    else
        m_held.append(bytes);
    qsizetype start = 0;
    qsizetype searchFrom = m_searched;
    for (;;) {
        const qsizetype lineFeed = m_held.indexOf('\n', searchFrom);
        if (lineFeed < 0)
            break;
        QByteArray line = m_held.sliced(start, lineFeed + 1 - start);
        cutPieces(out, line, End::OfLine);
        start = searchFrom = lineFeed + 1;
    }
    // What a read gave may own far more memory than it has bytes: only a copy is kept.
    if (fresh || start > 0)
        m_held = m_held.sliced(start);
    cutPieces(out, m_held, End::NotYet);
    m_searched = m_held.size();
    return out;
}

/// Cuts what is over the limit off the front of `line`, and never inside a character. A line with its end goes out whole;
/// of one without, a byte past the limit is kept, as it may be the CR of the terminator.
void Framer::cutPieces(QList<Message> &out, QByteArray &line, End end)
{
    const qsizetype trailer = end != End::OfLine ? 0 : line.endsWith("\r\n") ? 2 : 1;
    const qsizetype allowed = m_limit + (end == End::NotYet ? 1 : trailer);
    qsizetype start = 0;
    while (line.size() - start > allowed) {
        const qsizetype cut = m_limit - incompleteUtf8Tail(QByteArrayView(line).sliced(start, m_limit));
        Message piece;
        piece.wire = line.sliced(start, cut);
        piece.more = true;
        piece.continues = std::exchange(m_continues, true);
        out.append(piece);
        start += cut;
    }
    line.remove(0, start);
    if (end == End::NotYet)
        return;
    Message last;
    last.wire = line;
    last.trailerSize = quint32(trailer);
    last.continues = std::exchange(m_continues, false);
    out.append(last);
}

QList<Message> Framer::feedRaw(const QByteArray &bytes)
{
    QList<Message> out;
    for (qsizetype start = 0; start < bytes.size();) {
        Message message;
        qsizetype size = bytes.size() - start;
        if (size > m_limit) {
            size = m_limit - incompleteUtf8Tail(QByteArrayView(bytes).sliced(start, m_limit));
            message.more = true;
        }
        message.wire = bytes.sliced(start, size);
        message.continues = start > 0;
        message.openEnd = true;
        message.carriedSize = quint8(m_carried.size());
        std::copy(m_carried.cbegin(), m_carried.cend(), message.carried.begin());
        m_carried.append(message.wire.last(qMin(Message::MaxCarried, message.wire.size())));
        m_carried = m_carried.last(incompleteUtf8Tail(m_carried));
        out.append(message);
        start += size;
    }
    return out;
}
