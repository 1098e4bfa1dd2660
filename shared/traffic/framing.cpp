#include "framing.h"

#include "framingtext.h"

#include <QtEndian>

#include <limits>

qsizetype sizeOf(LengthPrefix prefix)
{
    switch (prefix) {
    case LengthPrefix::U8: return 1;
    case LengthPrefix::U16Be:
    case LengthPrefix::U16Le: return 2;
    case LengthPrefix::U32Be:
    case LengthPrefix::U32Le: return 4;
    }
    Q_UNREACHABLE();
    return 0;
}

quint32 mostOf(LengthPrefix prefix)
{
    const auto bits = 8 * sizeOf(prefix);
    return bits == 32 ? std::numeric_limits<quint32>::max() : (1U << bits) - 1;
}

QByteArray bytesOf(LengthPrefix prefix, quint32 length)
{
    QByteArray bytes(sizeOf(prefix), '\0');
    switch (prefix) {
    case LengthPrefix::U8: bytes[0] = char(length); break;
    case LengthPrefix::U16Be: qToBigEndian(quint16(length), bytes.data()); break;
    case LengthPrefix::U16Le: qToLittleEndian(quint16(length), bytes.data()); break;
    case LengthPrefix::U32Be: qToBigEndian(length, bytes.data()); break;
    case LengthPrefix::U32Le: qToLittleEndian(length, bytes.data()); break;
    }
    return bytes;
}

quint32 lengthIn(LengthPrefix prefix, QByteArrayView bytes)
{
    Q_ASSERT(bytes.size() >= sizeOf(prefix));
    switch (prefix) {
    case LengthPrefix::U8: return uchar(bytes[0]);
    case LengthPrefix::U16Be: return qFromBigEndian<quint16>(bytes.data());
    case LengthPrefix::U16Le: return qFromLittleEndian<quint16>(bytes.data());
    case LengthPrefix::U32Be: return qFromBigEndian<quint32>(bytes.data());
    case LengthPrefix::U32Le: return qFromLittleEndian<quint32>(bytes.data());
    }
    Q_UNREACHABLE();
    return 0;
}

QByteArray Framing::terminator() const
{
    switch (kind) {
    case Kind::Lines: return "\n";
    case Kind::CrLf: return "\r\n";
    case Kind::Nul: return QByteArray(1, '\0');
    case Kind::Delimiter: return delimiter;
    case Kind::Raw:
    case Kind::Fixed:
    case Kind::Length:
    case Kind::Idle: break;
    }
    return {};
}

bool Framing::allowsEmpty() const
{
    return kind == Kind::Length || !terminator().isEmpty();
}

static bool carries(const Framing &framing, const QByteArray &content, bool more)
{
    const bool isWhole = !more;
    if (framing.kind == Framing::Kind::Fixed)
        return isWhole && content.size() == qsizetype(framing.size);
    if (framing.kind == Framing::Kind::Length)
        return isWhole && quint64(content.size()) <= mostOf(framing.prefix);
    return framing.allowsEmpty() || !content.isEmpty();
}

std::optional<Message> Framing::compose(const QByteArray &content, bool more, QString *problem) const
{
    if (!carries(*this, content, more)) {
        if (problem)
            *problem = composeProblemText(*this, content.size(), more);
        return {};
    }
    Message message;
    message.wire = content;
    message.more = more;
    if (kind == Kind::Length) {
        message.wire.prepend(bytesOf(prefix, quint32(content.size())));
        message.headerSize = quint8(sizeOf(prefix));
    }
    if (!more) {
        const QByteArray end = terminator();
        message.wire.append(end);
        message.trailerSize = quint32(end.size());
    }
    return message;
}
