#include "unfinishedrows.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <iterator>
#include <numeric>

/// Those of `now` that are also among `others`. Both are in the order of their identities.
static QList<UnfinishedMessage> common(const QList<UnfinishedMessage> &now, const QList<UnfinishedMessage> &others)
{
    QList<UnfinishedMessage> both;
    std::set_intersection(now.cbegin(), now.cend(), others.cbegin(), others.cend(), std::back_inserter(both),
                          [](const auto &a, const auto &b) { return a.identity() < b.identity(); });
    return both;
}

void UnfinishedRows::update(const QList<UnfinishedMessage> &now)
{
    m_now = now;
    m_settled = common(m_now, m_settled);
}

void UnfinishedRows::settle()
{
    m_settled = common(m_now, m_before);
    m_before = m_now;
}

void UnfinishedRows::settleAll()
{
    m_before = m_settled = m_now;
}

QList<UnfinishedMessage> UnfinishedRows::listed() const
{
    return isSummedUp() ? QList<UnfinishedMessage>() : m_settled;
}

QString UnfinishedRows::summary() const
{
    const quint64 bytes =
        std::accumulate(m_settled.cbegin(), m_settled.cend(), quint64(0),
                        [](quint64 sum, const UnfinishedMessage &message) { return sum + message.row.length; });
    return QCoreApplication::translate("TranscriptModel",
                                       "%Ln unfinished message(s), %1 bytes so far: the end has not come.", nullptr,
                                       int(m_settled.size()))
        .arg(QLocale().toString(bytes));
}
