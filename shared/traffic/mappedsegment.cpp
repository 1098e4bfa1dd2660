#include "mappedsegment.h"

static const char *mapPart(QFile &file, const Segment::Place &place, qint64 size)
{
    if (place.held)
        return place.held->map(place.at, size);
    const qint64 at = place.at;
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || file.size() < at + size)
        return nullptr;
    const auto *mapped = reinterpret_cast<const char *>(file.map(at, size));
    file.close(); // the mapping stays, and no descriptor is held
    return mapped;
}

std::unique_ptr<MappedSegment> MappedSegment::of(std::shared_ptr<const Segment> segment)
{
    std::unique_ptr<MappedSegment> mapped(new MappedSegment(std::move(segment)));
    return mapped->map() ? std::move(mapped) : nullptr;
}

MappedSegment::MappedSegment(std::shared_ptr<const Segment> segment)
    : m_segment(std::move(segment))
    , m_entryCount(m_segment->entryCount())
    , m_byteCount(m_segment->byteCount())
    , m_indexFile(m_segment->index().file)
    , m_bytesFile(m_segment->bytes().file)
{
}

MappedSegment::~MappedSegment()
{
    m_indexWatch.reset();
    m_bytesWatch.reset();
    if (m_index && m_segment->index().held)
        m_segment->index().held->unmap(m_index);
    if (m_bytes && m_segment->bytes().held)
        m_segment->bytes().held->unmap(m_bytes);
}

bool MappedSegment::map()
{
    const auto indexSize = qint64(m_entryCount) * qint64(SessionFormat::BlockSize);
    if (m_entryCount > 0)
        m_index = mapPart(m_indexFile, m_segment->index(), indexSize);
    if (m_byteCount > 0)
        m_bytes = mapPart(m_bytesFile, m_segment->bytes(), qint64(m_byteCount));
    if (m_index)
        m_indexWatch.emplace(m_index, size_t(indexSize));
    if (m_bytes)
        m_bytesWatch.emplace(m_bytes, size_t(m_byteCount));
    return (m_index || m_entryCount == 0) && (m_bytes || m_byteCount == 0);
}

quint64 MappedSegment::usedBytes() const
{
    if (m_entryCount == 0)
        return 0;
    const auto last = entry(m_segment->first() + m_entryCount - 1);
    return last ? last->end() : 0;
}
