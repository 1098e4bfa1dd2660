#include "segmentwriter.h"

#include "crc32.h"
#include "sessionfolder.h"

using namespace SessionFormat;

static constexpr auto OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

static SegmentPointer makeSegment(const QString &folder, const SegmentHeader &header)
{
    return std::make_shared<Segment>(header, Segment::Place{SessionFolder::indexFile(folder, header.sequence), BlockSize},
                                     Segment::Place{SessionFolder::bytesFile(folder, header.sequence), 0});
}

SegmentWriter::SegmentWriter(const QString &folder, const SegmentHeader &header)
    : m_segment(makeSegment(folder, header))
    , m_entries{QFile(m_segment->index().file), {}}
    , m_bytes{QFile(m_segment->bytes().file), {}}
{
    const Block block = write(header);
    m_entries.buffer.append(block.data(), BlockSize);
}

bool SegmentWriter::open(QString *problem)
{
    if (!m_bytes.open(problem))
        return false;
    if (m_entries.open(problem))
        return true;
    m_bytes.file.remove();
    return false;
}

void SegmentWriter::append(const StoredRecord &record, QByteArrayView payload)
{
    const Block block = write(IndexEntry{record, quint32(m_byteCount), crc32(payload)});
    m_entries.buffer.append(block.data(), BlockSize);
    m_bytes.buffer.append(payload.data(), payload.size());
    m_byteCount += quint64(payload.size());
    m_trafficBytes += record.hasBytes() ? quint64(payload.size()) : 0;
    ++m_entryCount;
}

bool SegmentWriter::writeOut(QString *problem)
{
    if (!m_bytes.writeOut(problem) || !m_entries.writeOut(problem))
        return false;
    m_segment->publish(m_entryCount, m_byteCount);
    return true;
}

bool SegmentWriter::Part::open(QString *problem)
{
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered, OwnerOnly))
        return true;
    *problem = file.errorString();
    return false;
}

bool SegmentWriter::Part::writeOut(QString *problem)
{
    while (waiting() > 0) {
        const qint64 taken = file.write(buffer.constData() + written, waiting());
        if (taken <= 0) {
            *problem = file.errorString();
            return false;
        }
        written += taken;
    }
    buffer.resize(0); // keeps its memory
    written = 0;
    return true;
}
