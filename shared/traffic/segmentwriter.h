#pragma once

#include "segment.h"

#include <QByteArray>
#include <QFile>

/// Writes one segment of a session's folder. Appending fills a buffer; writing out can fail, and goes on where it
/// stopped when it is tried again. For one thread at a time.
class SegmentWriter final
{
public:
    /// `folder` ends without a slash. The files are made by `open`.
    SegmentWriter(const QString &folder, const SessionFormat::SegmentHeader &header);

    /// Makes the files, for their owner alone. False, and what the system said, when it can't; then neither is left.
    bool open(QString *problem);

    /// At most MaxPayload bytes.
    void append(const StoredRecord &record, QByteArrayView payload);
    /// What waits to be written: bytes of the buffers.
    qsizetype buffered() const { return m_entries.waiting() + m_bytes.waiting(); }
    quint32 entryCount() const { return m_entryCount; }
    quint64 byteCount() const { return m_byteCount; }
    quint64 trafficBytes() const { return m_trafficBytes; } ///< of them, what was read and written

    /// Writes the bytes and then their entries, and publishes them. False, and what the system said, when it can't.
    bool writeOut(QString *problem);

    const SegmentPointer &segment() const { return m_segment; }

private:
    /// A file, and what is to be appended to it.
    struct Part
    {
        QFile file;
        QByteArray buffer;
        qsizetype written = 0; ///< how much of the buffer is in the file already

        qsizetype waiting() const { return buffer.size() - written; }
        bool open(QString *problem);
        bool writeOut(QString *problem);
    };

    SegmentPointer m_segment;
    Part m_entries;
    Part m_bytes;
    quint32 m_entryCount = 0;
    quint64 m_byteCount = 0;
    quint64 m_trafficBytes = 0;
};
