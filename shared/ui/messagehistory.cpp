#include "messagehistory.h"

void MessageHistory::append(const QString &message)
{
    m_back = 0;
    m_draft.clear();
    if (message.isEmpty() || (!m_entries.isEmpty() && m_entries.constLast() == message))
        return;
    m_entries.append(message);
    if (m_entries.size() > MaxEntries)
        m_entries.removeFirst();
}

std::optional<QString> MessageHistory::older(const QString &draft)
{
    if (m_back == m_entries.size())
        return {};
    if (m_back == 0)
        m_draft = draft;
    ++m_back;
    return m_entries[m_entries.size() - m_back];
}

std::optional<QString> MessageHistory::newer()
{
    if (m_back == 0)
        return {};
    --m_back;
    return m_back == 0 ? m_draft : m_entries[m_entries.size() - m_back];
}
