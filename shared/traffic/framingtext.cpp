#include "framingtext.h"

#include "escapes.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;
using Kind = Framing::Kind;

static constexpr qsizetype MaxShown = 16; // characters of a delimiter

static QString translated(const char *text, int n = -1)
{
    return QCoreApplication::translate("Framing", text, nullptr, n);
}

static QString shortDelimiter(const QByteArray &delimiter)
{
    const QString text = encodeEscapes(delimiter);
    return text.size() <= MaxShown ? text : text.first(MaxShown) + u'…';
}

QString framingTitle(const Framing &framing)
{
    switch (framing.kind) {
    case Kind::Delimiter:
        return translated(QT_TRANSLATE_NOOP("Framing", "Delimiter “%1”")).arg(shortDelimiter(framing.delimiter));
    case Kind::Fixed: return translated(QT_TRANSLATE_N_NOOP("Framing", "Fixed %Ln byte(s)"), int(framing.size));
    case Kind::Length: return translated(QT_TRANSLATE_NOOP("Framing", "Length %1")).arg(wordOf(framing.prefix));
    case Kind::Idle:
        return translated(QT_TRANSLATE_NOOP("Framing", "Idle gap %1 ms")).arg(QLocale().toString(framing.gap.count()));
    case Kind::Lines:
    case Kind::CrLf:
    case Kind::Nul:
    case Kind::Raw: break;
    }
    return framingKindTitle(framing.kind);
}

QString framingKindTitle(Kind kind)
{
    switch (kind) {
    case Kind::Lines: return translated(QT_TRANSLATE_NOOP("Framing", "Lines"));
    case Kind::CrLf: return translated(QT_TRANSLATE_NOOP("Framing", "Lines (CR LF)"));
    case Kind::Nul: return translated(QT_TRANSLATE_NOOP("Framing", "NUL"));
    case Kind::Raw: return translated(QT_TRANSLATE_NOOP("Framing", "Raw"));
    case Kind::Delimiter: return translated(QT_TRANSLATE_NOOP("Framing", "Delimiter"));
    case Kind::Fixed: return translated(QT_TRANSLATE_NOOP("Framing", "Fixed size"));
    case Kind::Length: return translated(QT_TRANSLATE_NOOP("Framing", "Length prefix"));
    case Kind::Idle: return translated(QT_TRANSLATE_NOOP("Framing", "Idle gap"));
    }
    Q_UNREACHABLE();
    return {};
}

QString framingExplanation(Kind kind)
{
    switch (kind) {
    case Kind::Lines:
        return translated(QT_TRANSLATE_NOOP("Framing", "A line feed ends a message. A carriage return before it is not part of the text."));
    case Kind::CrLf:
        return translated(QT_TRANSLATE_NOOP("Framing", "Only a carriage return with a line feed behind it ends a message."));
    case Kind::Nul: return translated(QT_TRANSLATE_NOOP("Framing", "A zero byte ends a message."));
    case Kind::Raw: return translated(QT_TRANSLATE_NOOP("Framing", "A message is what one read gave. Sending adds nothing."));
    case Kind::Delimiter:
        return translated(QT_TRANSLATE_NOOP("Framing", "These bytes end a message, and are added to what is sent. Escapes: "
                                                       "\\n \\r \\t \\0 \\\\ \\x7f \\u4e2d."));
    case Kind::Fixed:
        return translated(QT_TRANSLATE_NOOP("Framing", "Every message has this many bytes. Another length is not sent."));
    case Kind::Length:
        return translated(QT_TRANSLATE_NOOP("Framing", "A number in front says how many bytes follow it. Sending puts it there. A "
                                                       "number over the limit closes the connection."));
    case Kind::Idle:
        return translated(QT_TRANSLATE_NOOP("Framing", "A silence of this many milliseconds ends a message. Sending adds nothing."));
    }
    Q_UNREACHABLE();
    return {};
}

QString composeProblemText(const Framing &framing, qsizetype size, bool more)
{
    const QLocale locale;
    if (more) {
        return translated(QT_TRANSLATE_NOOP("Framing", "Not sent: the message is over %1 bytes, too long for this framing."))
            .arg(locale.toString(size));
    }
    if (framing.kind == Kind::Fixed) {
        return translated(QT_TRANSLATE_N_NOOP("Framing", "Not sent: a message must have exactly %Ln byte(s) with this "
                                                         "framing; this one has %1."), int(framing.size))
            .arg(locale.toString(size));
    }
    if (framing.kind == Kind::Length) {
        return translated(QT_TRANSLATE_NOOP("Framing", "Not sent: the length prefix %1 can't say more than %2 bytes; this "
                                                       "message has %3."))
            .arg(wordOf(framing.prefix), locale.toString(mostOf(framing.prefix)), locale.toString(size));
    }
    return translated(QT_TRANSLATE_NOOP("Framing", "Not sent: with this framing an empty message is nothing at all."));
}

QString unknownFramingText(const QString &word)
{
    return translated(QT_TRANSLATE_NOOP("Framing", "There is no framing \"%1\". There are: %2."))
        .arg(word, framingWords().join(u", "_s));
}

QString badDelimiterText()
{
    return translated(QT_TRANSLATE_NOOP("Framing", "A delimiter has 1 to %1 bytes.")).arg(Framing::MaxDelimiter);
}

QString badEscapeText(qsizetype at)
{
    return translated(QT_TRANSLATE_NOOP("Framing", "The escape at character %1 is none. There are: \\n \\r \\t \\a \\b \\f \\v "
                                                   "\\e \\0 \\\\ \\xHH \\uHHHH and octal ones.")).arg(at + 1);
}

QString badSizeText()
{
    return translated(QT_TRANSLATE_NOOP("Framing", "The size must be a whole number from 1 to %1.")).arg(Framing::MaxSize);
}

QString badPrefixText()
{
    return translated(QT_TRANSLATE_NOOP("Framing", "The prefix must be one of %1.")).arg(lengthPrefixWords().join(u", "_s));
}

QString badGapText()
{
    return translated(QT_TRANSLATE_NOOP("Framing", "The gap must be a whole number of milliseconds from 1 to %1."))
        .arg(Framing::MaxGap.count());
}

QString tooLongText(quint32 length, qsizetype limit)
{
    const QLocale locale;
    return translated(QT_TRANSLATE_NOOP("Framing", "A length prefix says %1 bytes, but a message may have %2 at most. Choose the "
                                                   "framing that the other side uses, or a higher limit."))
        .arg(locale.toString(length), locale.toString(limit));
}
