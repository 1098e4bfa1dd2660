#include "storewriter.h"

#include "recordcodec.h"

#include <limits>

using namespace SessionFormat;

static constexpr qint64 RetryMs = 1000;
static constexpr quint64 SegmentsPerLimit = 8;

StoreWriter::StoreWriter(const QString &folder, quint64 diskLimit, SegmentList *list)
    : m_folder(folder)
    , m_diskLimit(diskLimit)
    , m_segmentBytes(qMin(SegmentBytes, diskLimit / SegmentsPerLimit))
    , m_segmentEntries(quint32(qBound<quint64>(1, m_segmentBytes / BlockSize, SegmentEntries)))
    , m_list(list)
{
}

bool StoreWriter::open(QString *problem)
{
    const bool opened = roll();
    *problem = m_problem;
    return opened;
}

void StoreWriter::appendBytes(StoredRecord::Kind kind, SocketId socket, QByteArrayView bytes, qint64 time, bool starts)
{
    StreamTable::Stream stream = m_streams.stream(socket, kind);
    if (starts && stream.ordinal < std::numeric_limits<quint32>::max())
        ++stream.ordinal;
    StoredRecord record;
    record.previous = stream.last;
    record.time = time;
    record.socket = socket;
    record.offset = stream.end;
    record.ordinal = stream.ordinal;
    record.kind = kind;
    stream.end += quint64(bytes.size());
    if (keep(record, bytes))
        stream.last = record.number;
    m_streams.set(socket, kind, stream);
}

void StoreWriter::appendEvent(SocketId socket, QByteArrayView payload, qint64 time)
{
    StoredRecord record;
    record.time = time;
    record.socket = socket;
    record.kind = StoredRecord::Kind::Event;
    keep(record, payload);
    if (RecordCodec::isClosed(payload))
        m_streams.drop(socket);
}

/// False when there is no room for it: then it counts as lost.
bool StoreWriter::keep(StoredRecord &record, QByteArrayView payload)
{
    record.time = qMax<qint64>(0, record.time);
    if (record.socket <= MaxSocket && makeRoom(payload.size())) {
        putGap();
        put(record, payload);
        return true;
    }
    if (m_gap == StoreGap{})
        m_lostAt = record.time;
    m_lostSize = payload.size();
    for (StoreGap *gap : {&m_gap, &m_lost}) {
        ++gap->lostRecords;
        gap->lostBytes += record.hasBytes() ? quint64(payload.size()) : 0;
    }
    return false;
}

void StoreWriter::flush()
{
    if (m_gap != StoreGap{} && makeRoom(m_lostSize))
        putGap();
    writeOut();
}

bool StoreWriter::makeRoom(qsizetype size)
{
    if (m_problem.isEmpty() && m_active->buffered() < WriteOutBytes && !isFull(size))
        return true;
    if (m_gap == StoreGap{} && m_active->buffered() < WriteOutBytes && !isFull(size))
        return true; // the disk fails, but nothing had to be left out yet
    return writeOut() && (!isFull(size) || roll());
}

bool StoreWriter::isFull(qsizetype size) const
{
    return m_active->entryCount() >= m_segmentEntries
        || (m_active->entryCount() > 0 && m_active->byteCount() + quint64(size) > m_segmentBytes);
}

/// Goes on in a new segment. All of the one before has been written.
bool StoreWriter::roll()
{
    SegmentHeader header;
    if (m_active) {
        const SegmentHeader &before = m_active->segment()->header();
        header = {before.sequence + 1, m_next, before.trafficBefore + m_active->trafficBytes()};
    }
    auto next = std::make_unique<SegmentWriter>(m_folder, header);
    QString problem;
    if (!next->open(&problem))
        return fail(problem);
    m_active = std::move(next);
    m_list->add(m_active->segment());
    return true;
}

bool StoreWriter::writeOut()
{
    if (!mayTry())
        return false;
    QString problem;
    if (!m_active->writeOut(&problem))
        return fail(problem);
    m_list->advance();
    m_list->recycle(m_diskLimit);
    if (m_gap == StoreGap{})
        m_problem.clear();
    return true;
}

bool StoreWriter::mayTry()
{
    if (m_problem.isEmpty())
        return true;
    if (!m_tried.hasExpired(RetryMs))
        return false;
    m_tried.start();
    return true;
}

bool StoreWriter::fail(const QString &problem)
{
    m_problem = problem;
    m_tried.start();
    return false;
}

/// Tells what was left out, where it was left out; then all is well again.
void StoreWriter::putGap()
{
    if (m_gap == StoreGap{})
        return;
    StoredRecord record;
    record.time = m_lostAt;
    record.kind = StoredRecord::Kind::Gap;
    const auto payload = write(m_gap);
    put(record, {payload.data(), qsizetype(payload.size())});
    m_gap = {};
    m_problem.clear();
}

void StoreWriter::put(StoredRecord &record, QByteArrayView payload)
{
    record.number = m_next++;
    record.length = quint32(payload.size());
    m_active->append(record, payload);
}
