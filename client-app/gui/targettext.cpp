#include "targettext.h"

#include "endpoint.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

static QString authority(const QString &text)
{
    QString rest = text.trimmed();
    const qsizetype scheme = rest.indexOf("://"_L1);
    if (scheme >= 0)
        rest = rest.sliced(scheme + 3);
    return rest.section(u'/', 0, 0);
}

static TargetText splitBracketed(const QString &text)
{
    const qsizetype end = text.indexOf(u']');
    if (end < 0)
        return {text, {}};
    const QString behind = text.sliced(end + 1);
    return {text.sliced(1, end - 1), behind.startsWith(u':') ? behind.sliced(1) : QString()};
}

TargetText TargetText::split(const QString &text)
{
    const QString rest = authority(text);
    if (rest.startsWith(u'['))
        return splitBracketed(rest);
    // More than one colon: an IPv6 address without a port.
    if (rest.count(u':') != 1)
        return {rest, {}};
    return {rest.section(u':', 0, 0), rest.section(u':', 1)};
}

TargetProblem checkTarget(const TargetText &target)
{
    if (target.host.isEmpty())
        return TargetProblem::NoHost;
    if (std::any_of(target.host.begin(), target.host.end(), [](QChar c) { return c.isSpace(); }))
        return TargetProblem::BlankInHost;
    return parsePort(target.port).value_or(0) == 0 ? TargetProblem::BadPort : TargetProblem::None;
}

QString targetProblemText(TargetProblem problem)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("TargetText", text); };
    switch (problem) {
    case TargetProblem::None: return {};
    case TargetProblem::NoHost:
        return say(QT_TRANSLATE_NOOP("TargetText", "There is no host to connect to. Type a name or an address, such as "
                                                  "127.0.0.1."));
    case TargetProblem::BlankInHost:
        return say(QT_TRANSLATE_NOOP("TargetText", "A host has no blanks in it. Type a name or an address, such as "
                                                  "127.0.0.1."));
    case TargetProblem::BadPort:
        return say(QT_TRANSLATE_NOOP("TargetText", "The port must be a number from 1 to 65535. Type the one that the server "
                                                  "listens on, such as 8080."));
    }
    return {};
}
