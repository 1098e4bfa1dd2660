#include "segment.h"

#include <QFile>

Segment::Segment(const SessionFormat::SegmentHeader &header, Place index, Place bytes)
    : m_header(header)
    , m_index(std::move(index))
    , m_bytes(std::move(bytes))
{
}

Segment::~Segment()
{
    if (!m_retired.load(std::memory_order_relaxed))
        return;
    QFile::remove(m_index.file);
    QFile::remove(m_bytes.file);
}

void Segment::publish(quint32 entries, quint64 bytes)
{
    m_byteCount.store(bytes, std::memory_order_release);
    m_entryCount.store(entries, std::memory_order_release);
}
