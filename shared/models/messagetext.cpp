#include "messagetext.h"

#include "message.h"
#include "text.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxCharacterSize = 4; // bytes, in any encoding

/// The start of a message, cut between two characters.
Message head(const Message &message, qsizetype bytes)
{
    Message start = message;
    start.wire = message.wire.first(message.headerSize + bytes);
    start.trailerSize = 0;
    start.openEnd = true;
    return start;
}

QString pictures(QStringView line)
{
    QStringList parts;
    for (const QStringView part : line.split(u'\t'))
        parts.append(visibleText(part));
    return parts.join(u'\t');
}

}

bool isValidIn(const Encoding &encoding, const Message &message)
{
    const QByteArray joined = message.carriedSize == 0 ? QByteArray()
                            : message.carriedBytes().toByteArray() + message.content().toByteArray();
    QByteArrayView bytes = message.carriedSize == 0 ? message.content() : QByteArrayView(joined);
    if (message.openEnd)
        bytes.chop(encoding.incompleteTail(bytes));
    return encoding.isValid(bytes);
}

QString shortText(const Message &message, qsizetype length, const Encoding &encoding)
{
    const qsizetype enough = (length + 1) * MaxCharacterSize;
    if (message.content().size() <= enough)
        return visibleText(decodeMessage(message, encoding).text, length);
    return visibleText(decodeMessage(head(message, enough), encoding).text, length);
}

QString copyableText(const Message &message, const Encoding &encoding)
{
    QString text = decodeMessage(message, encoding).text;
    text.replace("\r\n"_L1, "\n"_L1);
    QStringList lines;
    for (const QStringView line : QStringView(text).split(u'\n'))
        lines.append(pictures(line));
    return lines.join(u'\n');
}

QString messageMarks(const Message &message, qsizetype size, qsizetype length, bool valid, const Encoding &encoding)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Transcript", text); };
    QStringList marks;
    if (message.continues)
        marks.append(say(QT_TRANSLATE_NOOP("Transcript", "…continued")));
    if (message.more)
        marks.append(say(QT_TRANSLATE_NOOP("Transcript", "goes on…")));
    if (!valid)
        marks.append(say(QT_TRANSLATE_NOOP("Transcript", "not %1")).arg(encoding.name()));
    if (size > length)
        marks.append(say(QT_TRANSLATE_NOOP("Transcript", "%L1 bytes")).arg(size));
    return marks.join(u" · "_s);
}
