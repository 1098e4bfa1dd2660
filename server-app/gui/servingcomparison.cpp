#include "servingcomparison.h"

#include "factstext.h"
#include "sizetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

static QString translated(const char *text, int n = -1)
{
    return QCoreApplication::translate("ServingComparison", text, nullptr, n);
}

void ServingComparison::take(const ServingFacts &facts)
{
    m_now = facts;
    ServingFacts &highest = m_highest[facts.threadPerClient ? 0 : facts.threads];
    highest.threadPerClient = facts.threadPerClient;
    highest.threads = std::max(highest.threads, facts.threads);
    highest.sockets = std::max(highest.sockets, facts.sockets);
    highest.meanDelay = std::max(highest.meanDelay, facts.meanDelay);
    highest.worstDelay = std::max(highest.worstDelay, facts.worstDelay);
    highest.residentBytes = std::max(highest.residentBytes, facts.residentBytes);
}

QString ServingComparison::line() const
{
    QStringList parts{translated(QT_TRANSLATE_N_NOOP("ServingComparison", "%n I/O thread(s)"), m_now.threads)};
    if (m_now.residentBytes)
        parts.append(sizeText(*m_now.residentBytes));
    parts.append(translated(QT_TRANSLATE_NOOP("ServingComparison", "delay %1")).arg(FactsText::milliseconds(m_now.meanDelay)));
    return parts.join(u" · "_s);
}

QString ServingComparison::name(const ServingFacts &facts)
{
    if (facts.threadPerClient)
        return translated(QT_TRANSLATE_NOOP("ServingComparison", "One thread per client"));
    if (facts.threads == 1)
        return translated(QT_TRANSLATE_NOOP("ServingComparison", "One event loop"));
    return translated(QT_TRANSLATE_N_NOOP("ServingComparison", "An event loop in each of %n thread(s)"), facts.threads);
}

QString ServingComparison::details(const ServingFacts &facts)
{
    QStringList parts{translated(QT_TRANSLATE_N_NOOP("ServingComparison", "%n client(s)"), facts.sockets),
                      translated(QT_TRANSLATE_N_NOOP("ServingComparison", "%n I/O thread(s)"), facts.threads)};
    if (facts.residentBytes)
        parts.append(translated(QT_TRANSLATE_NOOP("ServingComparison", "memory %1")).arg(sizeText(*facts.residentBytes)));
    parts.append(translated(QT_TRANSLATE_NOOP("ServingComparison", "delay %1, at worst %2"))
                     .arg(FactsText::milliseconds(facts.meanDelay), FactsText::milliseconds(facts.worstDelay)));
    return parts.join(u" · "_s);
}

QString ServingComparison::all() const
{
    QStringList lines;
    for (const ServingFacts &facts : m_highest)
        lines.append(u"%1: %2"_s.arg(name(facts), details(facts)));
    return lines.join(u'\n');
}
