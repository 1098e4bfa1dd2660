#include "messagehistory.h"

void MessageHistory::append(const Entry &message)
{
    m_back = 0;
    m_draft = {};
    if (message.text.isEmpty() || (!m_entries.isEmpty() && m_entries.constLast() == message))
        return;
    m_entries.append(message);
    m_characters += message.text.size();
    while (m_entries.size() > MaxEntries || (m_characters > MaxCharacters && m_entries.size() > 1))
        m_characters -= m_entries.takeFirst().text.size();
}

std::optional<MessageHistory::Entry> MessageHistory::older(const Entry &draft)
{
    if (m_back == m_entries.size())
        return {};
    if (m_back == 0)
        m_draft = draft;
    ++m_back;
    return m_entries[m_entries.size() - m_back];
}

std::optional<MessageHistory::Entry> MessageHistory::newer()
{
    if (m_back == 0)
        return {};
    --m_back;
    return m_back == 0 ? m_draft : m_entries[m_entries.size() - m_back];
}
