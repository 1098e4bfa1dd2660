#include "text.h"

using namespace Qt::StringLiterals;

qsizetype incompleteUtf8Tail(QByteArrayView bytes)
{
    const qsizetype most = qMin<qsizetype>(3, bytes.size());
    for (qsizetype back = 1; back <= most; ++back) {
        const uchar byte = uchar(bytes[bytes.size() - back]);
        if ((byte & 0xC0) == 0x80)
            continue;
        const qsizetype length = byte >= 0xF0 && byte <= 0xF4 ? 4 : byte >= 0xE0 && byte < 0xF0 ? 3
                               : byte >= 0xC2 && byte < 0xE0 ? 2 : 1;
        // What is there must be the start of something valid: E0 80 can't become a character any more.
        const uchar second = back > 1 ? uchar(bytes[bytes.size() - back + 1]) : 0x90;
        const bool possible = !(byte == 0xE0 && second < 0xA0 && back > 1) && !(byte == 0xED && second > 0x9F)
                           && !(byte == 0xF0 && second < 0x90) && !(byte == 0xF4 && second > 0x8F && back > 1);
        return length > back && possible ? back : 0;
    }
    return 0;
}

/// QString::fromUtf8 takes a byte order mark off; here it is what was sent, and stays.
static QString wholeText(QByteArrayView bytes)
{
    const QString text = QString::fromUtf8(bytes);
    return bytes.startsWith("\xEF\xBB\xBF") ? QChar(QChar::ByteOrderMark) + text : text;
}

DecodedText decodeMessage(const Message &message)
{
    const QByteArrayView content = message.content();
    DecodedText decoded;
    decoded.valid = content.isValidUtf8();
    if (message.carriedSize == 0 && decoded.valid) {
        decoded.text = wholeText(content);
        return decoded;
    }
    QByteArray bytes = message.carriedBytes().toByteArray() + content.toByteArray();
    if (message.openEnd)
        bytes.chop(incompleteUtf8Tail(bytes));
    decoded.text = wholeText(bytes);
    return decoded;
}

/// The invisible characters that change the order or the lines of what is around them. The joiners U+200C and U+200D are
/// left: scripts and emoji need them.
static bool isLayoutControl(char16_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069) || c == 0x200B || c == 0x2060
        || c == 0xFEFF;
}

static bool isControl(char16_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool isUnsafeToShow(char16_t c)
{
    return isControl(c) || isLayoutControl(c);
}

static void appendPicture(QString &out, char16_t c)
{
    if (c < 0x20)
        out.append(QChar(char16_t(0x2400 + c)));
    else if (c == 0x7F)
        out.append(QChar(u'\u2421'));
    else
        out.append(u"⟨U+%1⟩"_s.arg(uint(c), 4, 16, QChar(u'0')).toUpper());
}

QString visibleText(QStringView text, qsizetype maxLength)
{
    const bool cut = maxLength >= 0 && text.size() > maxLength;
    if (cut) {
        text = text.first(maxLength);
        if (!text.isEmpty() && text.last().isHighSurrogate())
            text.chop(1);
    }
    QString out;
    out.reserve(text.size() + 1);
    for (const QChar c : text) {
        if (isUnsafeToShow(c.unicode()))
            appendPicture(out, c.unicode());
        else
            out.append(c);
    }
    if (cut)
        out.append(u'…');
    return out;
}
