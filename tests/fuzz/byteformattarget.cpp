#include "byteformat.h"
#include "targets.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOfDump(const QString &dump)
{
    constexpr qsizetype HexStart = 10;
    constexpr qsizetype HexLength = 48;
    QByteArray bytes;
    for (const QString &line : dump.split(u'\n'))
        bytes += QByteArray::fromHex(line.mid(HexStart, HexLength).toLatin1());
    return bytes;
}

QByteArray bytesOfArray(const QString &array)
{
    static const QRegularExpression element(u"0x([0-9a-f]{2})\\b"_s);
    QByteArray bytes;
    for (const QRegularExpressionMatch &match : element.globalMatch(array))
        bytes += char(match.capturedView(1).toUInt(nullptr, 16));
    return bytes;
}

/// The byte of an escape or a character at the front, which is taken off.
char takeByte(QStringView &literal)
{
    const bool escaped = literal.front() == u'\\';
    const QChar c = literal[escaped ? 1 : 0];
    const bool isHex = escaped && c == u'x';
    const char hex = isHex ? char(literal.sliced(2, 2).toUInt(nullptr, 16)) : '\0';
    literal = literal.sliced(isHex ? 4 : escaped ? 2 : 1);
    if (isHex)
        return hex;
    if (!escaped)
        return c.toLatin1();
    return c == u'n' ? '\n' : c == u'r' ? '\r' : c == u't' ? '\t' : c.toLatin1();
}

QByteArray bytesOfLiterals(const QString &literals)
{
    static const QRegularExpression literal(u"b\"((?:[^\"\\\\]|\\\\.)*)\""_s);
    QByteArray bytes;
    for (const QRegularExpressionMatch &match : literal.globalMatch(literals)) {
        for (QStringView rest = match.capturedView(1); !rest.isEmpty();)
            bytes += takeByte(rest);
    }
    return bytes;
}

}

void fuzzByteFormat(QByteArrayView input)
{
    require(QByteArray::fromHex(hexText(input).toLatin1()) == input, "hex text reads back", input);
    require(bytesOfDump(hexDump(input)) == input, "a hex dump reads back", input);
    require(bytesOfArray(cArray(input)) == input, "a C array reads back", input);
    require(bytesOfLiterals(pythonBytes(input)) == input, "Python bytes read back", input);
}
