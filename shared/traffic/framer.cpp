#include "framer.h"

#include "framingtext.h"

#include <QVarLengthArray>

#include <limits>

using Kind = Framing::Kind;

/// Hands messages on, some at a time. All of one run lie one behind the other.
class Framer::Run final
{
public:
    explicit Run(const Sink &sink) : m_sink(sink) { }
    ~Run() { handOn(); }
    Q_DISABLE_COPY_MOVE(Run)

    void add(const MessageView &message)
    {
        if (m_messages.size() == Most)
            handOn();
        m_messages.append(message);
    }

private:
    static constexpr qsizetype Most = 256;

    void handOn()
    {
        if (!m_messages.isEmpty())
            m_sink({m_messages.constData(), std::size_t(m_messages.size())});
        m_messages.clear();
    }

    const Sink &m_sink;
    QVarLengthArray<MessageView, Most> m_messages;
};

Framer::Framer(Framing framing, qsizetype limit, Encoding encoding)
    : m_framing(framing)
    , m_terminator(framing.terminator())
    , m_limit(qMax(limit, MinLimit))
    , m_encoding(encoding)
{
}

/// Owned copies of all that `work` tells of.
template<typename Work>
static QList<Message> listOf(Work &&work)
{
    QList<Message> messages;
    work([&messages](MessageRun run) {
        for (const MessageView &message : run)
            messages.append(message.toMessage());
    });
    return messages;
}

QList<Message> Framer::feed(QByteArrayView bytes, qint64 timeNs)
{
    return listOf([&](const Sink &sink) { feed(bytes, timeNs, sink); });
}

QList<Message> Framer::advance(qint64 timeNs)
{
    return listOf([&](const Sink &sink) { advance(timeNs, sink); });
}

QList<Message> Framer::finish()
{
    return listOf([&](const Sink &sink) { finish(sink); });
}

void Framer::feed(QByteArrayView bytes, qint64 timeNs, const Sink &sink)
{
    if (bytes.isEmpty())
        return;
    if (m_framing.kind == Kind::Raw) {
        Run run(sink);
        feedRaw(run, bytes);
        return;
    }
    advance(timeNs, sink);
    m_lastRead = timeNs;
    if (!m_held.isEmpty())
        bytes = m_held.append(bytes);
    const qsizetype divided = [&] {
        Run run(sink);
        return divide(run, bytes);
    }();
    // What a read gave is only lent, and may have far more bytes than are left: only a copy of those is kept.
    if (m_held.isEmpty() || divided > 0)
        m_held = bytes.sliced(divided).toByteArray();
    m_searched = m_held.size();
}

void Framer::advance(qint64 timeNs, const Sink &sink)
{
    const auto end = deadline();
    if (end && timeNs >= *end)
        deliverHeld(sink);
}

std::optional<qint64> Framer::deadline() const
{
    if (m_framing.kind != Kind::Idle || m_held.isEmpty())
        return {};
    constexpr qint64 last = std::numeric_limits<qint64>::max();
    const qint64 gap = std::chrono::nanoseconds(m_framing.gap).count();
    return m_lastRead > last - gap ? last : m_lastRead + gap; // a session can tell of any time
}

void Framer::finish(const Sink &sink)
{
    if (!m_held.isEmpty())
        deliverHeld(sink);
    if (!m_carried.isEmpty()) {
        MessageView rest;
        rest.carriedSize = quint8(m_carried.size());
        std::copy(m_carried.cbegin(), m_carried.cend(), rest.carried.begin());
        Run(sink).add(rest);
    }
    m_carried.clear();
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

/// Returns how many bytes are in messages and pieces now.
qsizetype Framer::divide(Run &run, QByteArrayView bytes)
{
    qsizetype start = 0;
    while (const auto found = find(bytes, start)) {
        deliver(run, bytes.sliced(start, found->end - start), found->header, found->trailer);
        start = found->end;
    }
    if (failed())
        return start;
    return bytes.size() - cutPieces(run, bytes.sliced(start), m_limit + keptPastLimit()).size();
}

/// Of a message without its end: the length prefix, or what may be the start of the terminator. The CR of a line is one.
qsizetype Framer::keptPastLimit() const
{
    if (m_framing.kind == Kind::Length)
        return sizeOf(m_framing.prefix);
    return m_framing.kind == Kind::Lines ? 1 : qMax<qsizetype>(m_terminator.size() - 1, 0);
}

std::optional<Framer::Found> Framer::find(QByteArrayView bytes, qsizetype start)
{
    if (failed() || start == bytes.size())
        return {};
    switch (m_framing.kind) {
    case Kind::Fixed: return findFixed(bytes, start);
    case Kind::Length: return findLength(bytes, start);
    case Kind::Raw:
    case Kind::Idle: return {};
    case Kind::Lines:
    case Kind::CrLf:
    case Kind::Nul:
    case Kind::Delimiter: break;
    }
    return findTerminator(bytes, start);
}

std::optional<Framer::Found> Framer::findTerminator(QByteArrayView bytes, qsizetype start) const
{
    const qsizetype from = qMax(start, m_searched - (m_terminator.size() - 1));
    const qsizetype at = bytes.indexOf(m_terminator, from);
    if (at < 0)
        return {};
    const bool afterCr = m_framing.kind == Kind::Lines && at > start && bytes[at - 1] == '\r';
    return Found{at + m_terminator.size(), 0, m_terminator.size() + (afterCr ? 1 : 0)};
}

std::optional<Framer::Found> Framer::findFixed(QByteArrayView bytes, qsizetype start) const
{
    const qsizetype end = start + qsizetype(m_framing.size) - m_inPieces;
    return end <= bytes.size() ? std::optional(Found{end, 0, 0}) : std::nullopt;
}

std::optional<Framer::Found> Framer::findLength(QByteArrayView bytes, qsizetype start)
{
    const qsizetype header = sizeOf(m_framing.prefix);
    if (bytes.size() - start < header)
        return {};
    const quint32 length = lengthIn(m_framing.prefix, bytes.sliced(start));
    if (quint64(length) > quint64(m_limit)) {
        m_tooLong = length;
        return {};
    }
    const qsizetype end = start + header + qsizetype(length);
    return end <= bytes.size() ? std::optional(Found{end, header, 0}) : std::nullopt;
}

/// Cuts pieces off the front until no more than `allowed` bytes are left; returns those.
QByteArrayView Framer::cutPieces(Run &run, QByteArrayView bytes, qsizetype allowed)
{
    while (bytes.size() > allowed) {
        const qsizetype cut = m_limit - m_encoding.incompleteTail(bytes.first(m_limit));
        MessageView piece;
        piece.wire = bytes.first(cut);
        piece.more = true;
        piece.continues = m_inPieces > 0;
        m_inPieces += cut;
        run.add(piece);
        bytes = bytes.sliced(cut);
    }
    return bytes;
}

void Framer::deliver(Run &run, QByteArrayView bytes, qsizetype header, qsizetype trailer)
{
    MessageView last;
    last.wire = cutPieces(run, bytes, m_limit + header + trailer);
    last.headerSize = quint8(header);
    last.trailerSize = quint32(trailer);
    last.continues = std::exchange(m_inPieces, 0) > 0;
    run.add(last);
}

/// What is held as a message without its end. A prefix that is not whole, or wrong, is content: else nobody would see it.
void Framer::deliverHeld(const Sink &sink)
{
    const qsizetype header = heldHeader();
    const QByteArray held = takeHeld();
    Run run(sink);
    deliver(run, held, header, 0);
}

qsizetype Framer::heldHeader() const
{
    const qsizetype prefix = m_framing.kind == Kind::Length && !failed() ? sizeOf(m_framing.prefix) : 0;
    return m_held.size() < prefix ? 0 : prefix;
}

void Framer::feedRaw(Run &run, QByteArrayView bytes)
{
    bool continues = false;
    while (!bytes.isEmpty()) {
        MessageView message;
        qsizetype size = bytes.size();
        if (size > m_limit) {
            size = m_limit - qMin(openTail(bytes.first(m_limit)), m_limit - 1);
            message.more = true;
        }
        message.wire = bytes.first(size);
        message.continues = std::exchange(continues, true);
        message.openEnd = true;
        message.carriedSize = quint8(m_carried.size());
        std::copy(m_carried.cbegin(), m_carried.cend(), message.carried.begin());
        const qsizetype tail = openTail(message.wire);
        m_carried = tail <= size ? message.wire.last(tail).toByteArray() : m_carried.append(message.wire).last(tail);
        run.add(message);
        bytes = bytes.sliced(size);
    }
}

/// How many bytes at the end of what is carried, with these behind it, start a character.
qsizetype Framer::openTail(QByteArrayView bytes) const
{
    return m_encoding.incompleteTail(m_carried.isEmpty() ? bytes : QByteArrayView(QByteArray(m_carried).append(bytes)));
}
