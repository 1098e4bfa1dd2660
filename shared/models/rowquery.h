#pragma once

#include "bytehits.h"
#include "eventgroup.h"
#include "interpretation.h"
#include "messagereader.h"
#include "searchpattern.h"

#include <QSet>

/// Which rows of a transcript one wants to see. A value.
struct RowQuery
{
    QSet<SocketId> sockets; ///< empty: all
    bool received = true;
    bool sent = true;
    EventGroups events = AllEvents; ///< what is not a message
    SearchText text;        ///< empty: all

    bool isAll() const { return sockets.isEmpty() && received && sent && events == AllEvents && text.isEmpty(); }
    friend bool operator==(const RowQuery &, const RowQuery &) = default;
};

/// Looks whether rows match. One thread.
class RowMatcher
{
public:
    /// `query.text` must compile; what does not matches nothing.
    RowMatcher(std::shared_ptr<const TrafficStore> store, Interpretations interpretations, const RowQuery &query);

    bool matches(const MessageRow &row);
    /// The expression took too long on the row that was asked for last: it may match or not.
    bool gaveUp() const { return m_gaveUp; }
    bool isWanted(const MessageRow &row); ///< whatever its text

private:
    bool isWantedEvent(const MessageRow &row);
    bool hasText(const MessageRow &row);
    bool mayHaveBytes(const MessageRow &row);
    bool isUtf8(const MessageRow &row) const { return m_allUtf8 || m_interpretations.of(row.socket).encoding == Encoding(); }

    const Interpretations m_interpretations;
    const RowQuery m_query;
    const bool m_allUtf8; // whatever the socket
    std::optional<SearchPattern> m_pattern;
    bool m_hasText = false; // one is looked for
    bool m_gaveUp = false;
    MessageReader m_reader;
    std::optional<ByteHits> m_hits;
};
