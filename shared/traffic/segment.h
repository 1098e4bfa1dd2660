#pragma once

#include "heldfile.h"
#include "indexentry.h"

#include <QString>

#include <atomic>
#include <memory>

/// A part of a session: some records that follow each other, their entries and their bytes in files. Any thread.
///
/// One thread at a time publishes what it has written; what is published stays as it is, and can be mapped and read.
class Segment final
{
public:
    /// Where in a file something begins.
    struct Place
    {
        QString file;
        qint64 at = 0;
        std::shared_ptr<HeldFile> held = {}; ///< the same file, where another one may take its name
    };

    Segment(const SessionFormat::SegmentHeader &header, Place index, Place bytes);
    ~Segment(); ///< removes the files of a retired one
    Q_DISABLE_COPY_MOVE(Segment)

    RecordNumber first() const { return m_header.first; }
    RecordNumber end() const { return first() + entryCount(); }
    const SessionFormat::SegmentHeader &header() const { return m_header; }
    const Place &index() const { return m_index; }
    const Place &bytes() const { return m_bytes; }

    quint32 entryCount() const { return m_entryCount.load(std::memory_order_acquire); }
    quint64 byteCount() const { return m_byteCount.load(std::memory_order_acquire); } ///< at least those of its entries
    quint64 diskSize() const { return byteCount() + (quint64(entryCount()) + 1) * SessionFormat::BlockSize; }

    /// This many entries and bytes are in the files now.
    void publish(quint32 entries, quint64 bytes);
    /// Its files go when the last who reads it lets go: a file that is mapped can't be removed on Windows.
    void retire() { m_retired.store(true, std::memory_order_relaxed); }

private:
    const SessionFormat::SegmentHeader m_header;
    const Place m_index;
    const Place m_bytes;
    std::atomic<quint64> m_byteCount{0};
    std::atomic<quint32> m_entryCount{0};
    std::atomic<bool> m_retired{false};
};

using SegmentPointer = std::shared_ptr<Segment>;
