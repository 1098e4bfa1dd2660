#pragma once

#include "record.h"

#include <QList>

#include <deque>

/// The newest records, up to a number of rows and of bytes. Each has a number that stays the same while older ones go.
/// Grows and shrinks without moving what it holds. A value for one thread.
class RecordLog final
{
public:
    /// What goes at once when the log is full: more than is needed, so that it is seldom.
    static constexpr qsizetype DropRows = 10'000;
    static constexpr qint64 DropBytes = 4 * 1024 * 1024;

    RecordLog(qsizetype maxRows, qint64 maxBytes);

    void append(const QList<Record> &records);
    void clear();
    /// How many of the oldest have to go; 0 while the bounds are kept.
    qsizetype excess() const;
    void drop(qsizetype count);

    qsizetype size() const { return qsizetype(m_records.size()); }
    quint64 firstNumber() const { return m_droppedRows; }
    quint64 endNumber() const { return m_droppedRows + quint64(m_records.size()); }
    const Record &at(quint64 number) const { return m_records[size_t(number - m_droppedRows)]; }

    quint64 droppedRows() const { return m_droppedRows; }
    quint64 droppedBytes() const { return m_droppedBytes; }

private:
    std::deque<Record> m_records;
    qsizetype m_maxRows;
    qint64 m_maxBytes;
    qint64 m_bytes = 0;
    quint64 m_droppedRows = 0;
    quint64 m_droppedBytes = 0;
};
