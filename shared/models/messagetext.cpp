#include "messagetext.h"

#include "message.h"
#include "text.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxUtf8Length = 4; // bytes of a character

/// The start of a message, cut between two characters.
Message head(const Message &message, qsizetype bytes)
{
    Message start = message;
    start.wire = message.wire.first(bytes);
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

bool isUtf8(const Message &message)
{
    QByteArrayView content = message.content();
    if (message.openEnd)
        content.chop(incompleteUtf8Tail(content));
    if (message.carriedSize == 0)
        return content.isValidUtf8();
    return QByteArrayView(message.carriedBytes().toByteArray() + content.toByteArray()).isValidUtf8();
}

QString shortText(const Message &message, qsizetype length)
{
    const qsizetype enough = (length + 1) * MaxUtf8Length;
    if (message.content().size() <= enough)
        return visibleText(decodeMessage(message).text, length);
    return visibleText(decodeMessage(head(message, enough)).text, length);
}

QString copyableText(const Message &message)
{
    QString text = decodeMessage(message).text;
    text.replace("\r\n"_L1, "\n"_L1);
    QStringList lines;
    for (const QStringView line : QStringView(text).split(u'\n'))
        lines.append(pictures(line));
    return lines.join(u'\n');
}

QString messageMarks(const Message &message, qsizetype length, bool utf8)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Transcript", text); };
    QStringList marks;
    if (message.continues)
        marks.append(say(QT_TRANSLATE_NOOP("Transcript", "…continued")));
    if (message.more)
        marks.append(say(QT_TRANSLATE_NOOP("Transcript", "goes on…")));
    if (!utf8)
        marks.append(say(QT_TRANSLATE_NOOP("Transcript", "not UTF-8")));
    if (message.content().size() > length)
        marks.append(say(QT_TRANSLATE_NOOP("Transcript", "%L1 bytes")).arg(message.content().size()));
    return marks.join(u" · "_s);
}
