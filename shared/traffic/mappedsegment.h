#pragma once

#include "mappingwatch.h"
#include "segment.h"

#include <QFile>

#include <optional>

/// A segment mapped for reading, as much of it as was published then. For one thread. The bytes that it gives are there
/// until it is destroyed; where another program cut a file short meanwhile they are zeros.
class MappedSegment final
{
public:
    /// Null when the files can't be mapped.
    static std::unique_ptr<MappedSegment> of(std::shared_ptr<const Segment> segment);
    ~MappedSegment();
    Q_DISABLE_COPY_MOVE(MappedSegment)

    const Segment &segment() const { return *m_segment; }
    quint32 entryCount() const { return m_entryCount; }
    /// Zeros were read in place of bytes that are gone.
    bool isCut() const { return (m_indexWatch && m_indexWatch->isCut()) || (m_bytesWatch && m_bytesWatch->isCut()); }
    bool contains(RecordNumber number) const { return number - m_segment->first() < m_entryCount; }

    /// The block of the entry at this place, 0 … entryCount() - 1.
    const char *block(quint32 place) const { return m_index + place * SessionFormat::BlockSize; }
    /// The entry of this record, which it contains. Its fields are in bounds, or it is nothing.
    std::optional<SessionFormat::IndexEntry> entry(RecordNumber number) const
    {
        return SessionFormat::readCheckedEntry(block(quint32(number - m_segment->first())), number);
    }
    /// Nothing when the entry tells of bytes that are not there.
    QByteArrayView payload(const SessionFormat::IndexEntry &entry) const
    {
        if (entry.end() > m_byteCount)
            return {};
        return {m_bytes + entry.place, qsizetype(entry.record.length)};
    }
    const char *bytes() const { return m_bytes; }
    /// How many bytes the entries tell of.
    quint64 usedBytes() const;

private:
    explicit MappedSegment(std::shared_ptr<const Segment> segment);
    bool map();

    std::shared_ptr<const Segment> m_segment; // lets go of the files after the mappings have
    quint32 m_entryCount;
    quint64 m_byteCount;
    QFile m_indexFile;
    QFile m_bytesFile;
    const char *m_index = nullptr;
    const char *m_bytes = nullptr;
    std::optional<MappingWatch> m_indexWatch; // of the mappings: they go first
    std::optional<MappingWatch> m_bytesWatch;
};
