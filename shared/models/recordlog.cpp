#include "recordlog.h"

RecordLog::RecordLog(qsizetype maxRows, qint64 maxBytes)
    : m_maxRows(maxRows)
    , m_maxBytes(maxBytes)
{
}

void RecordLog::append(const QList<Record> &records)
{
    for (const Record &record : records) {
        m_bytes += record.message.wire.size();
        m_records.push_back(record);
    }
}

void RecordLog::clear()
{
    m_records.clear();
    m_bytes = 0;
    m_droppedRows = 0;
    m_droppedBytes = 0;
}

qsizetype RecordLog::excess() const
{
    if (size() <= m_maxRows && m_bytes <= m_maxBytes)
        return 0;
    // A tenth at most, so that small bounds keep something too.
    const qsizetype rowsToKeep = size() <= m_maxRows ? size() : m_maxRows - qMin(DropRows, m_maxRows / 10);
    const qint64 bytesToKeep = m_bytes <= m_maxBytes ? m_bytes : m_maxBytes - qMin(DropBytes, m_maxBytes / 10);
    qint64 bytes = m_bytes;
    qsizetype count = 0;
    for (; count < size() && (size() - count > rowsToKeep || bytes > bytesToKeep); ++count)
        bytes -= m_records[size_t(count)].message.wire.size();
    return count;
}

void RecordLog::drop(qsizetype count)
{
    qint64 bytes = 0;
    for (qsizetype i = 0; i < count; ++i)
        bytes += m_records[size_t(i)].message.wire.size();
    m_records.erase(m_records.begin(), m_records.begin() + count);
    m_bytes -= bytes;
    m_droppedRows += quint64(count);
    m_droppedBytes += quint64(bytes);
}
