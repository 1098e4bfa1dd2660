#include "bytehits.h"

#include <tuple>

ByteHits::ByteHits(std::shared_ptr<const TrafficStore> store, ByteFinder finder)
    : m_finder(std::move(finder))
    , m_reader(std::move(store))
{
}

bool ByteHits::mayBeIn(RecordNumber record, quint32 begin, quint32 end)
{
    if (std::tie(record, begin) < std::tie(m_from, m_fromOffset))
        return true;
    m_from = record;
    m_fromOffset = begin;
    if (std::tie(m_hit, m_hitOffset) < std::tie(record, begin) || (!m_isHit && m_hit == record))
        scan(record, begin);
    return m_isHit && m_hit == record && m_hitOffset + m_finder.size() <= end;
}

/// Finds the next hit at this place or behind it, or that there is none up to the end of the segment.
void ByteHits::scan(RecordNumber record, quint32 begin)
{
    m_isHit = true; // what can't be looked at may hold anything
    m_hit = record;
    m_hitOffset = begin;
    const MappedSegment *segment = m_reader.segmentWith(record);
    const auto entry = segment ? segment->entry(record) : std::nullopt;
    if (!entry)
        return;
    const RecordNumber segmentEnd = segment->segment().first() + segment->entryCount();
    const QByteArrayView bytes(segment->bytes(), qsizetype(segment->usedBytes()));
    auto holding = entry;
    for (qsizetype at = qsizetype(entry->place) + begin;;) {
        at = m_finder.indexIn(bytes, at);
        if (at < 0) {
            m_isHit = false;
            m_hit = segmentEnd;
            m_hitOffset = 0;
            return;
        }
        holding = entryAt(*segment, *holding, quint64(at));
        if (!holding)
            return;
        if (quint64(at + m_finder.size()) <= holding->end()) {
            m_hit = holding->record.number;
            m_hitOffset = quint32(quint64(at) - holding->place);
            return;
        }
        ++at; // it only looks so: half of it is of another record
    }
}

/// The entry with this place, at or behind `from`: mostly close by.
std::optional<SessionFormat::IndexEntry> ByteHits::entryAt(const MappedSegment &segment,
                                                           const SessionFormat::IndexEntry &from, quint64 place)
{
    RecordNumber low = from.record.number;
    RecordNumber step = 1;
    const RecordNumber end = segment.segment().first() + segment.entryCount();
    const auto isBehind = [&](RecordNumber number) { // it begins behind the place
        const auto entry = number < end ? segment.entry(number) : std::nullopt;
        return !entry || entry->place > place;
    };
    while (!isBehind(low + step)) {
        low += step;
        step *= 2;
    }
    for (RecordNumber high = low + step; high - low > 1;) {
        const RecordNumber middle = low + (high - low) / 2;
        (isBehind(middle) ? high : low) = middle;
    }
    return segment.entry(low);
}
