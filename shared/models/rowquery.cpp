#include "rowquery.h"

#include "recordtext.h"
#include "text.h"

RowMatcher::RowMatcher(std::shared_ptr<const TrafficStore> store, Interpretations interpretations, const RowQuery &query)
    : m_interpretations(std::move(interpretations))
    , m_query(query)
    , m_reader(std::move(store))
{
    QString problem;
    m_pattern = SearchPattern::compile(query.text, &problem);
}

bool RowMatcher::matches(const MessageRow &row)
{
    return isWanted(row) && (m_query.text.isEmpty() || hasText(row));
}

bool RowMatcher::isWanted(const MessageRow &row) const
{
    if (!m_query.sockets.isEmpty() && !m_query.sockets.contains(row.socket))
        return false;
    if (!row.isMessage())
        return m_query.events;
    return row.isSent() ? m_query.sent : m_query.received;
}

bool RowMatcher::hasText(const MessageRow &row)
{
    if (!m_pattern)
        return false;
    if (!row.isMessage())
        return m_pattern->isIn(recordText(m_reader.record(row)));
    const QByteArrayView wire = m_reader.wire(row);
    const QByteArrayView content = wire.sliced(row.headerSize, wire.size() - row.headerSize - row.trailerSize);
    const Encoding &encoding = m_interpretations.of(row.socket).encoding;
    const bool plain = encoding == Encoding() && row.carriedSize == 0;
    return m_pattern->isIn(wire, content, plain, [&] { return decodeMessage(m_reader.message(row), encoding).text; });
}
