#pragma once

#include "byteinput.h"

#include <QList>
#include <QString>

#include <optional>

/// What was sent, to be walked through from a draft and back to it. A value.
class MessageHistory final
{
public:
    static constexpr qsizetype MaxEntries = 200;
    static constexpr qsizetype MaxCharacters = 4 * 1024 * 1024; ///< in all; the latest stays at any length

    /// A message as it was typed.
    struct Entry
    {
        QString text;
        InputForm form = InputForm::Text;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    /// Ends a walk. A message that was just the one before is not kept twice.
    void append(const Entry &message);
    /// The message before the one in hand; `draft` is kept to come back to. Empty at the oldest.
    std::optional<Entry> older(const Entry &draft);
    /// The message after the one in hand, at last the draft. Empty when no walk is under way.
    std::optional<Entry> newer();

private:
    QList<Entry> m_entries;
    qsizetype m_characters = 0;
    Entry m_draft;
    qsizetype m_back = 0; // steps from the draft
};
