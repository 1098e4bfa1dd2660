#include "rowquery.h"

#include "recordtext.h"
#include "text.h"

RowMatcher::RowMatcher(std::shared_ptr<const TrafficStore> store, Interpretations interpretations, const RowQuery &query)
    : m_interpretations(std::move(interpretations))
    , m_query(query)
    , m_allUtf8(m_interpretations.usual.encoding == Encoding() && m_interpretations.own.isEmpty())
    , m_hasText(!query.text.isEmpty())
    , m_reader(store)
{
    QString problem;
    m_pattern = SearchPattern::compile(query.text, &problem);
    if (m_pattern && m_pattern->bytes())
        m_hits.emplace(std::move(store), *m_pattern->bytes());
}

bool RowMatcher::matches(const MessageRow &row)
{
    m_gaveUp = false;
    if (!isWanted(row))
        return false;
    if (!m_hasText)
        return true;
    const bool found = hasText(row);
    m_gaveUp = m_pattern && m_pattern->gaveUp();
    return found;
}

bool RowMatcher::isWanted(const MessageRow &row)
{
    if (!m_query.sockets.isEmpty() && !m_query.sockets.contains(row.socket))
        return false;
    if (!row.isMessage())
        return isWantedEvent(row);
    return row.isSent() ? m_query.sent : m_query.received;
}

bool RowMatcher::isWantedEvent(const MessageRow &row)
{
    if (!m_query.events || m_query.events == AllEvents)
        return m_query.events == AllEvents;
    const auto kind = m_reader.eventKind(row);
    return m_query.events.testFlag(kind ? groupOf(*kind) : EventGroup::Gap);
}

/// False: its bytes are known not to hold what is looked for.
bool RowMatcher::mayHaveBytes(const MessageRow &row)
{
    const bool bytesTell = m_hits && row.isMessage() && row.isInOneRecord() && row.carriedSize == 0
        && (m_pattern->isHex() || isUtf8(row));
    return !bytesTell || m_hits->mayBeIn(row.record, row.end - row.length, row.end);
}

bool RowMatcher::hasText(const MessageRow &row)
{
    if (!m_pattern || !mayHaveBytes(row))
        return false;
    if (!row.isMessage())
        return m_pattern->isIn(recordText(m_reader.record(row)));
    const QByteArrayView wire = m_reader.wire(row);
    const QByteArrayView content = wire.sliced(row.headerSize, wire.size() - row.headerSize - row.trailerSize);
    const Encoding &encoding = m_interpretations.of(row.socket).encoding;
    const bool plain = isUtf8(row) && row.carriedSize == 0;
    return m_pattern->isIn(wire, content, plain, [&] { return decodeMessage(m_reader.message(row), encoding).text; });
}
