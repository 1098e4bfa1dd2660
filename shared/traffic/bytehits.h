#pragma once

#include "bytefinder.h"
#include "storereader.h"

/// Tells quickly of most parts of a store that they do not hold certain bytes: asked about places one behind the other, it
/// looks through all bytes between them at once, whatever records they are in. One thread.
class ByteHits
{
public:
    ByteHits(std::shared_ptr<const TrafficStore> store, ByteFinder finder);

    /// Whether the bytes [begin, end) of this record hold them. True also where it can't tell cheaply: for places before the
    /// one that was asked about last.
    bool mayBeIn(RecordNumber record, quint32 begin, quint32 end);

private:
    void scan(RecordNumber record, quint32 begin);
    static std::optional<SessionFormat::IndexEntry> entryAt(const MappedSegment &segment,
                                                            const SessionFormat::IndexEntry &from, quint64 place);

    const ByteFinder m_finder;
    StoreReader m_reader;
    RecordNumber m_from = 0;      // the place that was asked about last
    quint32 m_fromOffset = 0;
    RecordNumber m_hit = 0;       // where they are next, or up to where they are not
    quint32 m_hitOffset = 0;
    bool m_isHit = false;
};
