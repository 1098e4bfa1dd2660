#include "messagefacts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <climits>

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text, int number = -1)
{
    return QCoreApplication::translate("MessageFacts", text, nullptr, number);
}

int asNumber(quint64 value)
{
    return int(qMin<quint64>(value, INT_MAX));
}

QString timeText(std::chrono::nanoseconds time)
{
    const auto whole = std::chrono::floor<std::chrono::milliseconds>(time);
    return QDateTime::fromMSecsSinceEpoch(whole.count()).toString(u"HH:mm:ss.zzz"_s);
}

/// A signed duration, in µs below a millisecond.
QString deltaText(std::chrono::nanoseconds delta)
{
    const QString sign = delta.count() < 0 ? u"−"_s : u"+"_s;
    const double seconds = double(qAbs(delta.count())) / 1e9;
    if (seconds > 0 && seconds < 1e-3)
        return say(QT_TRANSLATE_NOOP("MessageFacts", "%1%2 µs")).arg(sign, QLocale().toString(seconds * 1e6, 'f', 0));
    return say(QT_TRANSLATE_NOOP("MessageFacts", "%1%2 s")).arg(sign, QLocale().toString(seconds, 'f', 3));
}

QString afterText(std::chrono::nanoseconds delta)
{
    return say(QT_TRANSLATE_NOOP("MessageFacts", "%1 after the one before")).arg(deltaText(delta));
}

QString readsText(const MessageFacts &facts)
{
    const quint64 count = facts.lastRead - facts.firstRead + 1;
    if (count == 1 && facts.messagesInRead > 1)
        return say(QT_TRANSLATE_N_NOOP("MessageFacts", "one of %Ln message(s) in read %1"), facts.messagesInRead)
            .arg(facts.firstRead);
    if (count == 1)
        return say(QT_TRANSLATE_NOOP("MessageFacts", "in read %1")).arg(facts.firstRead);
    if (count == 2)
        return say(QT_TRANSLATE_NOOP("MessageFacts", "in reads %1 and %2")).arg(facts.firstRead).arg(facts.lastRead);
    return say(QT_TRANSLATE_N_NOOP("MessageFacts", "in reads %1 to %2 (%Ln read(s))"), asNumber(count))
        .arg(facts.firstRead).arg(facts.lastRead);
}

QString writesText(const MessageFacts &facts)
{
    const quint64 count = facts.lastRead - facts.firstRead + 1;
    if (count == 1 && facts.messagesInRead > 1)
        return say(QT_TRANSLATE_N_NOOP("MessageFacts", "one of %Ln message(s) in write %1"), facts.messagesInRead)
            .arg(facts.firstRead);
    if (count == 1)
        return say(QT_TRANSLATE_NOOP("MessageFacts", "in write %1")).arg(facts.firstRead);
    if (count == 2)
        return say(QT_TRANSLATE_NOOP("MessageFacts", "in writes %1 and %2")).arg(facts.firstRead).arg(facts.lastRead);
    return say(QT_TRANSLATE_N_NOOP("MessageFacts", "in writes %1 to %2 (%Ln write(s))"), asNumber(count))
        .arg(facts.firstRead).arg(facts.lastRead);
}

QString placeText(const MessageFacts &facts)
{
    if (facts.firstRead == 0 || facts.lastRead < facts.firstRead)
        return {};
    return facts.direction == TranscriptModel::Direction::Out ? writesText(facts) : readsText(facts);
}

}

QString factsText(const MessageFacts &facts)
{
    QString head = TranscriptModel::directionText(facts.direction);
    if (facts.socket != ListenerId)
        head.prepend(u"#%1 "_s.arg(facts.socket));
    QStringList parts{head, say(QT_TRANSLATE_N_NOOP("MessageFacts", "%Ln byte(s)"), asNumber(quint64(facts.bytes))),
                      timeText(facts.time)};
    if (facts.delta)
        parts.append(afterText(*facts.delta));
    parts.append(placeText(facts));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}
