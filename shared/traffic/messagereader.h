#pragma once

#include "message.h"
#include "messagerow.h"
#include "record.h"
#include "storereader.h"

#include <limits>

/// The reads (or writes) that a message came in.
struct MessageReads
{
    quint32 first = 0; ///< counted from 1; 0: the store has them no more
    quint32 last = 0;
};

/// How much could not be kept at one place, as a translated sentence.
QString gapText(const StoreGap &gap);

/// Gives the values that rows of a transcript stand for. One thread.
class MessageReader
{
public:
    explicit MessageReader(std::shared_ptr<const TrafficStore> store);

    static constexpr quint32 Whole = std::numeric_limits<quint32>::max();

    /// The record that a row is, with its bytes. Where the store has it no more, an error without a time says so.
    /// Of a message that is longer than `most` bytes on the wire, only so many from its front, as if it went on.
    Record record(const MessageRow &row, quint32 most = Whole);
    Message message(const MessageRow &row, quint32 most = Whole);
    /// Of a row that is an event; nothing for a gap, or where the store has it no more.
    std::optional<Record::Kind> eventKind(const MessageRow &row) const;
    qint64 time(const MessageRow &row) const; ///< ns since 1970-01-01T00:00Z; 0 when it is gone
    MessageReads reads(const MessageRow &row) const;

    /// Its bytes, without a copy where they lie in one record. Valid until the next call. All of them, or as many zeros
    /// where the store has them no more.
    QByteArrayView wire(const MessageRow &row);

private:
    Record keptRecord(const MessageRow &row, const StoredRecord &stored, quint32 most);
    QByteArray bytesBefore(const MessageRow &row, quint64 length, quint64 most = Whole);

    StoreReader m_reader;
    QByteArray m_assembled; // of a message in several reads
};
