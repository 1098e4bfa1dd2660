#include "framer.h"

#include "framingtext.h"

#include <limits>

using Kind = Framing::Kind;

Framer::Framer(Framing framing, qsizetype limit, Encoding encoding)
    : m_framing(framing)
    , m_terminator(framing.terminator())
    , m_limit(qMax(limit, MinLimit))
    , m_encoding(encoding)
{
}

QList<Message> Framer::feed(const QByteArray &bytes, qint64 timeNs)
{
    if (bytes.isEmpty())
        return {};
    if (m_framing.kind == Kind::Raw)
        return feedRaw(bytes);
    QList<Message> out = advance(timeNs);
    m_lastRead = timeNs;
    feedHeld(out, bytes);
    return out;
}

QList<Message> Framer::advance(qint64 timeNs)
{
    QList<Message> out;
    const auto end = deadline();
    if (end && timeNs >= *end)
        deliverHeld(out);
    return out;
}

std::optional<qint64> Framer::deadline() const
{
    if (m_framing.kind != Kind::Idle || m_held.isEmpty())
        return {};
    constexpr qint64 last = std::numeric_limits<qint64>::max();
    const qint64 gap = std::chrono::nanoseconds(m_framing.gap).count();
    return m_lastRead > last - gap ? last : m_lastRead + gap; // a session can tell of any time
}

QList<Message> Framer::finish()
{
    QList<Message> out;
    if (!m_held.isEmpty())
        deliverHeld(out);
    if (!m_carried.isEmpty()) {
        Message rest;
        rest.carriedSize = quint8(m_carried.size());
        std::copy(m_carried.cbegin(), m_carried.cend(), rest.carried.begin());
        out.append(rest);
    }
    m_carried.clear();
    return out;
}

QByteArray Framer::takeHeld()
{
    m_searched = 0;
    return std::exchange(m_held, {});
}

QString Framer::protocolProblem() const
{
    return m_tooLong ? tooLongText(*m_tooLong, m_limit) : QString();
}

void Framer::feedHeld(QList<Message> &out, const QByteArray &bytes)
{
    const bool fresh = m_held.isEmpty();
    if (fresh)
        m_held = bytes;
    else
        m_held.append(bytes);
    qsizetype start = 0;
    while (const auto found = find(start)) {
        deliver(out, m_held.sliced(start, found->end - start), found->header, found->trailer);
        start = found->end;
    }
    // What a read gave may own far more memory than it has bytes: only a copy is kept.
    if (fresh || start > 0)
        m_held = m_held.sliced(start);
    if (!failed())
        cutPieces(out, m_held, m_limit + keptPastLimit());
    m_searched = m_held.size();
}

/// Of a message without its end: the length prefix, or what may be the start of the terminator. The CR of a line is one.
qsizetype Framer::keptPastLimit() const
{
    if (m_framing.kind == Kind::Length)
        return sizeOf(m_framing.prefix);
    return m_framing.kind == Kind::Lines ? 1 : qMax<qsizetype>(m_terminator.size() - 1, 0);
}

std::optional<Framer::Found> Framer::find(qsizetype start)
{
    if (failed() || start == m_held.size())
        return {};
    switch (m_framing.kind) {
    case Kind::Fixed: return findFixed(start);
    case Kind::Length: return findLength(start);
    case Kind::Raw:
    case Kind::Idle: return {};
    case Kind::Lines:
    case Kind::CrLf:
    case Kind::Nul:
    case Kind::Delimiter: break;
    }
    return findTerminator(start);
}

std::optional<Framer::Found> Framer::findTerminator(qsizetype start) const
{
    const qsizetype from = qMax(start, m_searched - (m_terminator.size() - 1));
    const qsizetype at = m_held.indexOf(m_terminator, from);
    if (at < 0)
        return {};
    const bool afterCr = m_framing.kind == Kind::Lines && at > start && m_held.at(at - 1) == '\r';
    return Found{at + m_terminator.size(), 0, m_terminator.size() + (afterCr ? 1 : 0)};
}

std::optional<Framer::Found> Framer::findFixed(qsizetype start) const
{
    const qsizetype end = start + qsizetype(m_framing.size) - m_inPieces;
    return end <= m_held.size() ? std::optional(Found{end, 0, 0}) : std::nullopt;
}

std::optional<Framer::Found> Framer::findLength(qsizetype start)
{
    const qsizetype header = sizeOf(m_framing.prefix);
    if (m_held.size() - start < header)
        return {};
    const quint32 length = lengthIn(m_framing.prefix, QByteArrayView(m_held).sliced(start));
    if (quint64(length) > quint64(m_limit)) {
        m_tooLong = length;
        return {};
    }
    const qsizetype end = start + header + qsizetype(length);
    return end <= m_held.size() ? std::optional(Found{end, header, 0}) : std::nullopt;
}

/// Cuts pieces off the front until no more than `allowed` bytes are left.
void Framer::cutPieces(QList<Message> &out, QByteArray &bytes, qsizetype allowed)
{
    qsizetype start = 0;
    while (bytes.size() - start > allowed) {
        const qsizetype cut = m_limit - m_encoding.incompleteTail(QByteArrayView(bytes).sliced(start, m_limit));
        Message piece;
        piece.wire = bytes.sliced(start, cut);
        piece.more = true;
        piece.continues = m_inPieces > 0;
        m_inPieces += cut;
        out.append(piece);
        start += cut;
    }
    bytes.remove(0, start);
}

void Framer::deliver(QList<Message> &out, QByteArray bytes, qsizetype header, qsizetype trailer)
{
    cutPieces(out, bytes, m_limit + header + trailer);
    Message last;
    last.wire = std::move(bytes);
    last.headerSize = quint8(header);
    last.trailerSize = quint32(trailer);
    last.continues = std::exchange(m_inPieces, 0) > 0;
    out.append(last);
}

/// What is held as a message without its end. A prefix that is not whole, or wrong, is content: else nobody would see it.
void Framer::deliverHeld(QList<Message> &out)
{
    const qsizetype header = heldHeader();
    m_searched = 0;
    deliver(out, std::exchange(m_held, {}), header, 0);
}

qsizetype Framer::heldHeader() const
{
    const qsizetype prefix = m_framing.kind == Kind::Length && !failed() ? sizeOf(m_framing.prefix) : 0;
    return m_held.size() < prefix ? 0 : prefix;
}

QList<Message> Framer::feedRaw(const QByteArray &bytes)
{
    QList<Message> out;
    for (qsizetype start = 0; start < bytes.size();) {
        Message message;
        qsizetype size = bytes.size() - start;
        if (size > m_limit) {
            const qsizetype tail = m_encoding.incompleteTail(m_carried + bytes.sliced(start, size = m_limit));
            size -= qMin(tail, size - 1);
            message.more = true;
        }
        message.wire = bytes.sliced(start, size);
        message.continues = start > 0;
        message.openEnd = true;
        message.carriedSize = quint8(m_carried.size());
        std::copy(m_carried.cbegin(), m_carried.cend(), message.carried.begin());
        m_carried += message.wire;
        m_carried = m_carried.last(m_encoding.incompleteTail(m_carried));
        out.append(message);
        start += size;
    }
    return out;
}
