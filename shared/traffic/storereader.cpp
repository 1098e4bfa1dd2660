#include "storereader.h"

#include "recordcodec.h"

#include <algorithm>

StoreReader::StoreReader(std::shared_ptr<const TrafficStore> store)
    : m_store(std::move(store))
{
    Q_ASSERT(m_store);
}

std::optional<StoredRecord> StoreReader::at(RecordNumber number) const
{
    const MappedSegment *segment = mapped(number);
    const auto entry = segment ? segment->entry(number) : std::nullopt;
    return entry ? std::optional(entry->record) : std::nullopt;
}

QByteArrayView StoreReader::payload(const StoredRecord &record) const
{
    const MappedSegment *segment = mapped(record.number);
    const auto entry = segment ? segment->entry(record.number) : std::nullopt;
    return entry ? segment->payload(*entry) : QByteArrayView();
}

std::optional<Record> StoreReader::event(const StoredRecord &record) const
{
    if (record.kind != StoredRecord::Kind::Event)
        return {};
    return RecordCodec::decode(payload(record), record.socket, record.time / 1'000'000);
}

std::optional<StoreGap> StoreReader::gap(const StoredRecord &record) const
{
    return record.kind == StoredRecord::Kind::Gap ? SessionFormat::readGap(payload(record)) : std::nullopt;
}

/// The mapped segment with this record, or null.
const MappedSegment *StoreReader::mapped(RecordNumber number) const
{
    const auto found = std::find_if(m_mapped.begin(), m_mapped.end(), [number](const auto &segment) {
        return segment && segment->contains(number);
    });
    if (found != m_mapped.end() && !(*found)->isCut()) {
        std::rotate(m_mapped.begin(), found, std::next(found));
        return m_mapped.front().get();
    }
    if (found != m_mapped.end())
        found->reset();
    const auto segment = number < m_store->endNumber() ? m_store->segmentWith(number) : nullptr;
    if (!segment)
        return nullptr;
    auto again = MappedSegment::of(segment);
    if (!again)
        m_store->noteUnreadable();
    return remember(std::move(again));
}

/// In place of an older mapping of the same segment, or of the one that was not used for longest.
const MappedSegment *StoreReader::remember(std::unique_ptr<MappedSegment> segment) const
{
    if (!segment)
        return nullptr;
    const RecordNumber first = segment->segment().first();
    auto place = std::find_if(m_mapped.begin(), m_mapped.end(), [first](const auto &other) {
        return other && other->segment().first() == first;
    });
    if (place == m_mapped.end())
        place = std::prev(m_mapped.end());
    *place = std::move(segment);
    std::rotate(m_mapped.begin(), place, std::next(place));
    return m_mapped.front().get();
}
