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
    QList<SegmentPointer> gone; // let go of when the lock has been, as removing files takes its time
    const QMutexLocker lock(&m_mutex);
    for (quint64 size = diskSize(); size > limit && m_segments.size() > 1; size -= gone.last()->diskSize()) {
        gone.append(m_segments.takeFirst());
        gone.last()->retire();
    }
    if (gone.isEmpty())
        return;
    const SegmentPointer &oldest = m_segments.first();
    m_first.store(oldest->first(), std::memory_order_release);
    m_goneBytes.store(oldest->header().trafficBefore, std::memory_order_relaxed);
}

quint64 SegmentList::diskSize() const
{
    quint64 size = 0;
    for (const SegmentPointer &segment : m_segments)
        size += segment->diskSize();
    return size;
}
