#pragma once

#include <QStringList>

#include <optional>

/// What was sent, to be walked through from a draft and back to it. A value.
class MessageHistory final
{
public:
    static constexpr qsizetype MaxEntries = 200;

    /// Ends a walk. A message that was just the one before is not kept twice.
    void append(const QString &message);
    /// The message before the one in hand; `draft` is kept to come back to. Empty at the oldest.
    std::optional<QString> older(const QString &draft);
    /// The message after the one in hand, at last the draft. Empty when no walk is under way.
    std::optional<QString> newer();

private:
    QStringList m_entries;
    QString m_draft;
    qsizetype m_back = 0; // steps from the draft
};
