#include "byteformat.h"

#include <QStringList>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype DumpBytes = 16;     // of a line of a dump
constexpr qsizetype ArrayBytes = 12;    // of a line of an array
constexpr qsizetype LiteralLength = 72; // characters of a line of literals, quotes and indentation not counted

bool isPrintable(char byte)
{
    return byte >= 0x20 && byte < 0x7F;
}

void appendByte(QString &out, char byte, QLatin1StringView digits)
{
    out.append(digits[uchar(byte) >> 4]).append(digits[uchar(byte) & 0xF]);
}

constexpr QLatin1StringView UpperDigits = "0123456789ABCDEF"_L1;
constexpr QLatin1StringView LowerDigits = "0123456789abcdef"_L1;

void appendDumpOffset(QString &out, quint64 offset)
{
    out.append(QString::number(offset, 16).rightJustified(8, u'0'));
}

void appendDumpLine(QString &out, QByteArrayView bytes, quint64 offset)
{
    appendDumpOffset(out, offset);
    for (qsizetype i = 0; i < DumpBytes; ++i) {
        out.append(i % (DumpBytes / 2) == 0 ? "  "_L1 : " "_L1);
        if (i < bytes.size())
            appendByte(out, bytes[i], LowerDigits);
        else
            out.append("  "_L1);
    }
    out.append("  |"_L1);
    for (const char byte : bytes)
        out.append(isPrintable(byte) ? QLatin1Char(byte) : QLatin1Char('.'));
    out.append("|\n"_L1);
}

QString pythonEscape(char byte)
{
    switch (byte) {
    case '\n': return u"\\n"_s;
    case '\r': return u"\\r"_s;
    case '\t': return u"\\t"_s;
    case '\\': return u"\\\\"_s;
    case '"': return u"\\\""_s;
    default: break;
    }
    if (isPrintable(byte))
        return QString(QLatin1Char(byte));
    QString escape = u"\\x"_s;
    appendByte(escape, byte, LowerDigits);
    return escape;
}

/// What stands between the quotes, in lines of bounded length.
QStringList pythonLines(QByteArrayView bytes)
{
    QStringList lines;
    QString line;
    for (const char byte : bytes) {
        const QString next = pythonEscape(byte);
        if (line.size() + next.size() > LiteralLength)
            lines.append(std::exchange(line, {}));
        line.append(next);
    }
    lines.append(line);
    return lines;
}

}

QString hexText(QByteArrayView bytes)
{
    QString out;
    out.reserve(bytes.size() * 3);
    for (const char byte : bytes) {
        if (!out.isEmpty())
            out.append(u' ');
        appendByte(out, byte, UpperDigits);
    }
    return out;
}

QString hexDump(QByteArrayView bytes, quint64 firstOffset)
{
    if (bytes.isEmpty())
        return {};
    QString out;
    out.reserve((bytes.size() / DumpBytes + 2) * 80);
    for (qsizetype start = 0; start < bytes.size(); start += DumpBytes)
        appendDumpLine(out, bytes.sliced(start, qMin(DumpBytes, bytes.size() - start)), firstOffset + quint64(start));
    appendDumpOffset(out, firstOffset + quint64(bytes.size()));
    return out.append(u'\n');
}

QString cArray(QByteArrayView bytes, QStringView name)
{
    if (bytes.isEmpty())
        return u"static const unsigned char %1[1] = { 0 }; /* no bytes */\n"_s.arg(name);
    QString out = u"static const unsigned char %1[%2] = {"_s.arg(name).arg(bytes.size());
    out.reserve(out.size() + bytes.size() * 7);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        out.append(i == 0 ? "\n    0x"_L1 : i % ArrayBytes == 0 ? ",\n    0x"_L1 : ", 0x"_L1);
        appendByte(out, bytes[i], LowerDigits);
    }
    return out.append("\n};\n"_L1);
}

QString pythonBytes(QByteArrayView bytes)
{
    const QStringList lines = pythonLines(bytes);
    if (lines.size() == 1)
        return u"b\"%1\""_s.arg(lines.constFirst());
    return u"(\n    b\""_s + lines.join(u"\"\n    b\""_s) + u"\"\n)"_s;
}
