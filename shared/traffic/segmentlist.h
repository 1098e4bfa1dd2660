#pragma once

#include "segment.h"

#include <QList>
#include <QMutex>

/// The segments of a session that are still there, the oldest first. Any thread; the numbers are cheap to ask for.
class SegmentList final
{
public:
    RecordNumber first() const { return m_first.load(std::memory_order_acquire); }
    RecordNumber end() const { return m_end.load(std::memory_order_acquire); }
    quint64 goneBytes() const { return m_goneBytes.load(std::memory_order_relaxed); }

    /// The segment that this record is in, or null.
    SegmentPointer holding(RecordNumber number) const;
    QList<SegmentPointer> all() const;

    /// Of one thread at a time.
    void add(const SegmentPointer &segment);
    /// What was written to the newest is published: it counts from now on.
    void advance();
    /// Lets the oldest go, but never the newest, until the rest takes at most `limit` bytes of disk.
    void recycle(quint64 limit);

private:
    quint64 diskSize() const;

    mutable QMutex m_mutex; // of m_segments
    QList<SegmentPointer> m_segments;
    std::atomic<RecordNumber> m_first{0};
    std::atomic<RecordNumber> m_end{0};
    std::atomic<quint64> m_goneBytes{0};
};
