#include "segmentlist.h"

#include <QMutexLocker>

#include <algorithm>

SegmentPointer SegmentList::holding(RecordNumber number) const
{
    const QMutexLocker lock(&m_mutex);
    const auto isBefore = [](RecordNumber wanted, const SegmentPointer &segment) { return wanted < segment->first(); };
    const auto behind = std::upper_bound(m_segments.cbegin(), m_segments.cend(), number, isBefore);
    if (behind == m_segments.cbegin())
        return {};
    const SegmentPointer &segment = *std::prev(behind);
    return number < segment->end() ? segment : SegmentPointer();
}

QList<SegmentPointer> SegmentList::all() const
{
    const QMutexLocker lock(&m_mutex);
    return m_segments;
}

void SegmentList::add(const SegmentPointer &segment)
{
    const QMutexLocker lock(&m_mutex);
    if (m_segments.isEmpty()) {
        m_first.store(segment->first(), std::memory_order_release);
        m_goneBytes.store(segment->header().trafficBefore, std::memory_order_relaxed);
    }
    m_segments.append(segment);
    m_end.store(segment->end(), std::memory_order_release);
}

void SegmentList::advance()
{
    const QMutexLocker lock(&m_mutex);
    m_end.store(m_segments.last()->end(), std::memory_order_release);
}

void SegmentList::recycle(quint64 limit)
{
    const QMutexLocker lock(&m_mutex);
    qsizetype gone = 0;
    for (quint64 size = diskSize(); size > limit && gone < m_segments.size() - 1; ++gone) {
        size -= m_segments[gone]->diskSize();
        m_segments[gone]->retire();
    }
    if (gone == 0)
        return;
    const SegmentPointer &oldest = m_segments[gone];
    m_first.store(oldest->first(), std::memory_order_release);
    m_goneBytes.store(oldest->header().trafficBefore, std::memory_order_relaxed);
    m_segments.remove(0, gone); // the files of those that nobody reads are removed here
}

quint64 SegmentList::diskSize() const
{
    quint64 size = 0;
    for (const SegmentPointer &segment : m_segments)
        size += segment->diskSize();
    return size;
}
