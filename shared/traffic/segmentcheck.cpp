#include "segmentcheck.h"

#include "crc32.h"
#include "recordcodec.h"

#include <utility>

using namespace SessionFormat;

bool SegmentCheck::follows(const SegmentHeader &header) const
{
    return !m_started
        || (header.sequence == m_sequence && header.first == m_next && header.trafficBefore == m_trafficBefore);
}

SegmentCheck::Good SegmentCheck::check(const MappedSegment &segment)
{
    const SegmentHeader &header = segment.segment().header();
    if (!std::exchange(m_started, true))
        m_first = m_next = header.first;
    Good good;
    for (; good.entries < segment.entryCount(); ++good.entries) {
        const auto entry = readEntry({segment.block(good.entries), BlockSize}, m_next);
        if (!entry || entry->place != good.bytes)
            break;
        const QByteArrayView payload = segment.payload(*entry);
        if (payload.size() != entry->record.length || crc32(payload) != entry->crc || !fits(*entry, payload))
            break;
        good.bytes = entry->end();
        good.traffic += entry->record.hasBytes() ? entry->record.length : 0;
        ++m_next;
    }
    m_sequence = header.sequence + 1;
    m_trafficBefore = header.trafficBefore + good.traffic;
    return good;
}

bool SegmentCheck::fits(const IndexEntry &entry, QByteArrayView payload)
{
    const StoredRecord &record = entry.record;
    switch (record.kind) {
    case StoredRecord::Kind::Read:
    case StoredRecord::Kind::Write: return continuesStream(record);
    case StoredRecord::Kind::Event:
        if (RecordCodec::isClosed(payload))
            m_streams.drop(record.socket);
        return RecordCodec::decode(payload, record.socket, 0).has_value();
    case StoredRecord::Kind::Gap: return readGap(payload).has_value();
    }
    return false;
}

/// A stream goes on where it was, or further on when something was lost.
bool SegmentCheck::continuesStream(const StoredRecord &record)
{
    const StreamTable::Stream before = m_streams.stream(record.socket, record.kind);
    const bool known = before.last != NoRecord;
    const bool linked = record.previous == NoRecord || record.previous == before.last
        || (!known && record.previous < m_first);
    const quint64 end = record.offset + record.length;
    if (!linked || end < record.offset || record.offset < before.end || record.ordinal < qMax(1U, before.ordinal))
        return false;
    m_streams.set(record.socket, record.kind, {end, record.number, record.ordinal});
    return true;
}
