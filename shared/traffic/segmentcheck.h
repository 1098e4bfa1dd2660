#pragma once

#include "mappedsegment.h"
#include "streamtable.h"

/// Checks the segments of a session one after the other: the CRCs, and that each record fits those before it. A value
/// for one thread.
class SegmentCheck
{
public:
    /// Whether this can be the header of the segment that comes next.
    bool follows(const SessionFormat::SegmentHeader &header) const;

    /// How many of the segment's entries are right, from its first on, and their bytes of payload.
    struct Good
    {
        quint32 entries = 0;
        quint64 bytes = 0;
        quint64 traffic = 0; ///< of them, what was read and written
    };
    Good check(const MappedSegment &segment);

private:
    bool fits(const SessionFormat::IndexEntry &entry, QByteArrayView payload);
    bool continuesStream(const StoredRecord &record);

    bool m_started = false;
    RecordNumber m_first = 0;  // of the session
    RecordNumber m_next = 0;
    quint32 m_sequence = 0;    // of the next segment
    quint64 m_trafficBefore = 0;
    StreamTable m_streams;
};
