#pragma once

#include "segmentlist.h"
#include "segmentwriter.h"
#include "streamtable.h"

#include <QElapsedTimer>

/// Numbers the records of a session and writes them into segments. While that fails it is tried again at most once a
/// second; what finds no room meanwhile is counted, and told by a gap record once it works again. For one thread at a
/// time.
class StoreWriter final
{
public:
    static constexpr qsizetype WriteOutBytes = 256 * 1024;    ///< buffered before it is written without being asked
    static constexpr quint64 SegmentBytes = 64 * 1024 * 1024; ///< of one, at most an eighth of the disk limit
    static constexpr quint32 SegmentEntries = 1'000'000;

    /// Adds to `list`, which outlives it.
    StoreWriter(const QString &folder, quint64 diskLimit, SegmentList *list);

    /// Makes the first segment. False, and what the system said, when it can't.
    bool open(QString *problem);

    /// At most MaxPayload bytes, one piece of what was read or written; `starts` when it is the first piece.
    void appendBytes(StoredRecord::Kind kind, SocketId socket, QByteArrayView bytes, qint64 time, bool starts);
    void appendEvent(SocketId socket, QByteArrayView payload, qint64 time);
    void flush();
    bool isFlushed() const { return m_active->buffered() == 0; }

    QString problem() const { return m_problem; } ///< what the system said; empty while all is well
    StoreGap lost() const { return m_lost; }      ///< in the whole session

private:
    bool keep(StoredRecord &record, QByteArrayView payload);
    bool makeRoom(qsizetype size);
    bool isFull(qsizetype size) const;
    bool roll();
    bool writeOut();
    bool mayTry();
    bool fail(const QString &problem);
    void putGap();
    void put(StoredRecord &record, QByteArrayView payload);

    const QString m_folder;
    const quint64 m_diskLimit;
    const quint64 m_segmentBytes;
    const quint32 m_segmentEntries;
    SegmentList *const m_list;
    std::unique_ptr<SegmentWriter> m_active;
    StreamTable m_streams;
    RecordNumber m_next = 0;
    StoreGap m_lost;
    StoreGap m_gap;      // what was lost since records were last kept
    qint64 m_lostAt = 0; // the time of the first of them
    qsizetype m_lostSize = 0; // of the last: the room that must be there again
    QString m_problem;
    QElapsedTimer m_tried;
};
