#pragma once

#include "fileprogress.h"

#include <QHash>

/// One file on its way in several loops, each of which sends it to its own sockets: what they tell, as one. A value.
class FileParts
{
public:
    /// So many loops will tell.
    explicit FileParts(quint64 ticket = 0, qsizetype parts = 0)
        : m_ticket(ticket)
        , m_count(parts)
    {
    }

    quint64 ticket() const { return m_ticket; }
    /// What this loop told last.
    void take(const void *loop, const FileProgress &progress);
    /// Each of them has told; before that nothing is known of the whole.
    bool isComplete() const { return m_parts.size() == m_count; }
    FileProgress whole() const;

private:
    static void addTo(FileProgress &whole, const FileProgress &part);
    FileProgress::State state() const;

    quint64 m_ticket;
    qsizetype m_count;
    QHash<const void *, FileProgress> m_parts;
};
