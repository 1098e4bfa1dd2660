#pragma once

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
    bool events = true;     ///< what is not a message
    SearchText text;        ///< empty: all

    bool isAll() const { return sockets.isEmpty() && received && sent && events && text.isEmpty(); }
    friend bool operator==(const RowQuery &, const RowQuery &) = default;
};

/// Looks whether rows match. One thread.
class RowMatcher
{
public:
    /// `query.text` must compile; what does not matches nothing.
    RowMatcher(std::shared_ptr<const TrafficStore> store, Interpretations interpretations, const RowQuery &query);

    bool matches(const MessageRow &row);

private:
    bool isWanted(const MessageRow &row) const;
    bool hasText(const MessageRow &row);

    const Interpretations m_interpretations;
    const RowQuery m_query;
    std::optional<SearchPattern> m_pattern;
    MessageReader m_reader;
};
