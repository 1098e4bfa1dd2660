#pragma once

#include "interpretation.h"
#include "messagerow.h"
#include "spilledlist.h"
#include "storereader.h"
#include "trafficstore.h"
#include "unfinishedmessage.h"

#include <QHash>

#include <deque>
#include <functional>
#include <memory>
#include <mutex> // std::scoped_lock
#include <optional>

/// A framing laid over what is in a store: the rows of a transcript, in the order in which messages were complete and
/// things happened. The bytes stay where they are; another framing is another index over the same store.
///
/// A row's time is that of its last byte, its place is where the message was complete. One that only a silence or the
/// end of its stream has ended can so be older than the rows above it: it is marked as MessageRow::Late.
///
/// One thread at a time catches up; any thread reads the rows.
class MessageIndex
{
public:
    /// Rows that are listed at most: the oldest give way. That is 2.4 GB of disk, and a count that fits a view.
    static constexpr quint64 MostRows = 100'000'000;

    /// `folder`: where rows go that are too many for the memory.
    MessageIndex(std::shared_ptr<const TrafficStore> store, Interpretations interpretations, const QString &folder,
                 quint64 mostRows = MostRows);

    /// Frames what came into the store since the last time, up to its present end. `goOn` is asked now and then with the
    /// number of the record in hand; false ends it there, and the next call goes on. Returns whether the end was reached.
    bool catchUp(const std::function<bool(RecordNumber)> &goOn);
    /// Idle framing: when a message will have ended if nothing more comes; ns since 1970-01-01T00:00Z. For who catches up.
    std::optional<qint64> deadline() const;

    const SpilledList<MessageRow> &rows() const { return m_rows; }
    /// What is in no row yet, as it was when all had been framed.
    UnfinishedMessages unfinished() const;
    quint64 messages() const { return m_messages.load(std::memory_order_relaxed); } ///< so far, of both directions
    /// The records before this one have been framed, or are in hand.
    RecordNumber framedTo() const { return m_framedTo.load(std::memory_order_acquire); }
    /// The number of the row from which on rows came of this record or a later one. Rows need not be in the order of their
    /// records: a message without an end becomes a row when its stream ends.
    quint64 rowFrom(RecordNumber record) const;
    /// Lets go of the rows that came of the records before this one, which the store has recycled.
    void dropBefore(RecordNumber record);
    quint64 mostRows() const { return m_mostRows; }
    /// How many older rows gave way to newer ones, though the store still has what they came of. Once it has recycled some
    /// of that, the number is right to within some thousand rows.
    quint64 unlisted() const;
    const Interpretations &interpretations() const { return m_interpretations; }

private:
    struct Stream
    {
        Framer framer;
        quint64 received = 0;             // bytes that were fed, by the stream's own count
        quint64 framed = 0;               // bytes that are in messages
        RecordNumber last = NoRecord;     // the record that was fed last,
        quint64 lastOffset = 0;           // where it begins, and its size
        quint32 lastSize = 0;
        bool unframed = false;            // a framer of raw bytes took over
    };
    using Key = quint64; // the socket, and the direction in the lowest bit
    struct Mark
    {
        RecordNumber record;
        quint64 row; // those before it came of the records before
    };

    void mark(RecordNumber record);
    void makeRoom();
    void take(const StoredRecord &record, QByteArrayView payload);
    void takeBytes(const StoredRecord &record, QByteArrayView payload);
    void takeEvent(const StoredRecord &record);
    Stream &streamOf(const StoredRecord &record);
    void finishStream(Key key);
    void addMessages(Key key, Stream &stream, MessageRun messages);
    void addMessage(Key key, Stream &stream, const MessageView &message);
    std::pair<RecordNumber, quint32> placeOf(const Stream &stream, quint64 end) const;
    void append(MessageRow row);
    void advanceIdle();
    void noteUnfinished();
    MessageRow unfinishedRow(Key key, const Stream &stream) const;

    const std::shared_ptr<const TrafficStore> m_store;
    const Interpretations m_interpretations;
    const quint64 m_mostRows;
    StoreReader m_reader;
    StoreReader m_looker; // for what is before the record in hand
    SpilledList<MessageRow> m_rows;
    mutable QMutex m_unfinishedMutex;
    UnfinishedMessages m_unfinished;
    mutable QMutex m_marksMutex;
    std::deque<Mark> m_marks;        // every some thousand rows, also of those that gave way
    RecordNumber m_recycledTo = 0;   // as far as was told; with the marks
    quint64 m_marked = 0;            // the row of the newest
    std::atomic<quint64> m_gaveWayTo{0}; // the row before which they gave way
    std::atomic<RecordNumber> m_framedTo{0};
    std::atomic<quint64> m_messages{0};
    QHash<Key, Stream> m_streams;
    RecordNumber m_next = 0;
    RecordNumber m_notedTo = 0; // what is unfinished
    RecordNumber m_newest = 0;  // that a row came of
    qint64 m_lastTime = 0; // of the records that were framed; ns
    bool m_isIdle = false; // some socket's framing is an idle gap
};
