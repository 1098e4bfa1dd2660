#pragma once

#include "unfinishedmessage.h"

#include <QString>

/// So many unfinished messages at most have a row each. With more there is one row that sums them up.
inline constexpr qsizetype MostUnfinishedRows = 20;

/// Which of the messages that wait for their end a transcript lists: those that were there the last time that one
/// looked as well. So what only the cut between two reads leaves does not flicker by. A value.
class UnfinishedRows
{
public:
    /// All that wait now, by their identity.
    void update(const QList<UnfinishedMessage> &now);
    /// Time has passed: what was there the last time this was called, and still is, has waited long enough.
    void settle();
    /// All of them have waited long enough.
    void settleAll();

    bool isSettled() const { return m_settled.size() == m_now.size(); }
    const QList<UnfinishedMessage> &all() const { return m_now; }
    /// What has a row; none when there are too many.
    QList<UnfinishedMessage> listed() const;
    bool isSummedUp() const { return m_settled.size() > MostUnfinishedRows; }
    QString summary() const; ///< a translated sentence

private:
    QList<UnfinishedMessage> m_now;
    QList<UnfinishedMessage> m_before;  // when it was settled last
    QList<UnfinishedMessage> m_settled; // those of m_now that have waited
};
