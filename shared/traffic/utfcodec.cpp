#include "utfcodec.h"

#include <QList>
#include <QString>
#include <QtEndian>

namespace {

using Kind = ReadCharacter::Kind;

template <typename Unit>
Unit unitAt(QByteArrayView bytes, qsizetype at, Utf::Endian endian)
{
    const char *from = bytes.data() + at;
    return endian == Utf::Endian::LittleEndian ? qFromLittleEndian<Unit>(from) : qFromBigEndian<Unit>(from);
}

template <typename Unit>
void append(QByteArray &bytes, Unit unit, Utf::Endian endian)
{
    char raw[sizeof(Unit)];
    if (endian == Utf::Endian::LittleEndian)
        qToLittleEndian(unit, raw);
    else
        qToBigEndian(unit, raw);
    bytes.append(raw, sizeof(Unit));
}

/// How many bytes a character has that starts with this one; 1 also where none can.
qsizetype lengthBy(uchar lead)
{
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xC2 && lead < 0xE0 ? 2 : 1;
}

}

ReadCharacter Utf::firstOf8(QByteArrayView bytes)
{
    const uchar lead = uchar(bytes.front());
    if (lead < 0x80)
        return {Kind::Whole, 1, lead};
    const qsizetype length = lengthBy(lead);
    if (bytes.size() < length)
        return incompleteUtf8Tail(bytes) == bytes.size() ? ReadCharacter{Kind::Cut, quint8(bytes.size())}
                                                         : ReadCharacter{Kind::Bad, 1};
    if (!bytes.first(length).isValidUtf8())
        return {Kind::Bad, 1};
    char32_t codePoint = lead & (0xFFu >> (length + 1));
    for (qsizetype i = 1; i < length; ++i)
        codePoint = codePoint << 6 | (uchar(bytes[i]) & 0x3F);
    return {Kind::Whole, quint8(length), codePoint};
}

ReadCharacter Utf::firstOf16(QByteArrayView bytes, Endian endian)
{
    if (bytes.size() < 2)
        return {Kind::Cut, 1};
    const auto unit = unitAt<quint16>(bytes, 0, endian);
    if (!QChar::isSurrogate(unit))
        return {Kind::Whole, 2, unit};
    if (QChar::isLowSurrogate(unit))
        return {Kind::Bad, 2};
    if (bytes.size() < 4)
        return {Kind::Cut, quint8(bytes.size())};
    const auto second = unitAt<quint16>(bytes, 2, endian);
    if (!QChar::isLowSurrogate(second))
        return {Kind::Bad, 2};
    return {Kind::Whole, 4, QChar::surrogateToUcs4(unit, second)};
}

ReadCharacter Utf::firstOf32(QByteArrayView bytes, Endian endian)
{
    if (bytes.size() < 4)
        return {Kind::Cut, quint8(bytes.size())};
    const auto codePoint = unitAt<quint32>(bytes, 0, endian);
    if (codePoint > QChar::LastValidCodePoint || QChar::isSurrogate(codePoint))
        return {Kind::Bad, 4};
    return {Kind::Whole, 4, codePoint};
}

QByteArray Utf::encode16(QStringView text, Endian endian)
{
    QByteArray bytes;
    bytes.reserve(text.size() * 2);
    for (const QChar c : text)
        append<quint16>(bytes, c.unicode(), endian);
    return bytes;
}

QByteArray Utf::encode32(QStringView text, Endian endian)
{
    const QList<uint> codePoints = text.toUcs4();
    QByteArray bytes;
    bytes.reserve(codePoints.size() * 4);
    for (const uint codePoint : codePoints)
        append<quint32>(bytes, codePoint, endian);
    return bytes;
}

qsizetype Utf::loneSurrogate(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isSurrogate())
            continue;
        if (!text[i].isHighSurrogate() || i + 1 == text.size() || !text[i + 1].isLowSurrogate())
            return i;
        ++i;
    }
    return -1;
}

qsizetype incompleteUtf8Tail(QByteArrayView bytes)
{
    const qsizetype most = qMin<qsizetype>(3, bytes.size());
    for (qsizetype back = 1; back <= most; ++back) {
        const uchar byte = uchar(bytes[bytes.size() - back]);
        if ((byte & 0xC0) == 0x80)
            continue;
        // What is there must be the start of something valid: E0 80 can't become a character any more.
        const uchar second = back > 1 ? uchar(bytes[bytes.size() - back + 1]) : 0x90;
        const bool possible = !(byte == 0xE0 && second < 0xA0 && back > 1) && !(byte == 0xED && second > 0x9F)
                           && !(byte == 0xF0 && second < 0x90) && !(byte == 0xF4 && second > 0x8F && back > 1);
        return lengthBy(byte) > back && possible ? back : 0;
    }
    return 0;
}
