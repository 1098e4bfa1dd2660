#pragma once

#include "mappedsegment.h"
#include "trafficstore.h"

#include <array>

/// Looks into a store. For one thread; cheap to make. Keeps the last few segments that it looked at mapped, and what it
/// keeps can be read even when it has been recycled.
class StoreReader final
{
public:
    explicit StoreReader(std::shared_ptr<const TrafficStore> store);

    const TrafficStore &store() const { return *m_store; }

    /// Nothing when it is gone, or not there yet.
    std::optional<StoredRecord> at(RecordNumber number) const;
    /// The record's bytes, there until the next call of this reader. Empty when they are gone.
    QByteArrayView payload(const StoredRecord &record) const;
    /// The event, or nothing when it is none or is gone.
    std::optional<Record> event(const StoredRecord &record) const;
    /// The segment with this record, for who looks at many; there until the next call of this reader. Null when it is gone.
    const MappedSegment *segmentWith(RecordNumber number) const { return mapped(number); }
    /// What was lost here, or nothing when it is no gap or is gone.
    std::optional<StoreGap> gap(const StoredRecord &record) const;

    /// Calls `visit(const StoredRecord &, QByteArrayView payload)` for [from, to), as far as it can be read, until it
    /// returns false. Returns the number of that record, or else of the one after the last. `visit` must not use this
    /// reader.
    template<typename Visit>
    RecordNumber forEach(RecordNumber from, RecordNumber to, Visit &&visit) const
    {
        to = qMin(to, m_store->endNumber());
        for (RecordNumber number = from; number < to;) {
            const MappedSegment *segment = mapped(number);
            if (!segment && number >= m_store->firstNumber())
                return number;
            if (!segment) {
                number = m_store->firstNumber();
                continue;
            }
            const RecordNumber end = qMin(to, segment->segment().first() + segment->entryCount());
            for (; number < end; ++number) {
                const auto entry = segment->entry(number);
                if (!entry || !visit(entry->record, segment->payload(*entry)))
                    return number;
            }
        }
        return qMax(from, to);
    }

private:
    static constexpr size_t MappedSegments = 4;

    const MappedSegment *mapped(RecordNumber number) const;
    const MappedSegment *remember(std::unique_ptr<MappedSegment> segment) const;

    std::shared_ptr<const TrafficStore> m_store;
    mutable std::array<std::unique_ptr<MappedSegment>, MappedSegments> m_mapped; // the last used first
};
