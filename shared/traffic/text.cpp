#include "text.h"

using namespace Qt::StringLiterals;

DecodedText decodeMessage(const Message &message, const Encoding &encoding)
{
    DecodedText decoded = encoding.decode(message.content());
    if (message.carriedSize == 0 && (decoded.valid || !message.openEnd))
        return decoded;
    QByteArray bytes = message.carriedBytes().toByteArray() + message.content().toByteArray();
    if (message.openEnd)
        bytes.chop(encoding.incompleteTail(bytes));
    decoded.text = encoding.decode(bytes).text;
    // In UTF-8 a byte tells whether a character starts there; elsewhere what is carried changes what its bytes mean.
    decoded.valid &= message.carriedSize == 0 || encoding == Encoding();
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

QByteArray jsonString(QStringView text)
{
    QString out;
    out.reserve(text.size() + 2);
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out.append(u'\\').append(c);
        else if (c == u'\n')
            out.append("\\n"_L1);
        else if (c == u'\r')
            out.append("\\r"_L1);
        else if (c == u'\t')
            out.append("\\t"_L1);
        else if (isUnsafeToShow(c.unicode()))
            out.append(u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QLatin1Char('0')));
        else
            out.append(c);
    }
    return '"' + out.toUtf8() + '"';
}
