#pragma once

#include "callrow.h"
#include "record.h"
#include "spilledlist.h"
#include "storereader.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <initializer_list>
#include <memory>

/// The calls that the records of a store stand for, in the order of the records: of all sockets, or of some. Looks at
/// the index and the events, not at the bytes. One thread at a time catches up; any thread reads the rows.
class CallIndex final
{
public:
    /// `sockets`: none: all. `folder`: where rows go that are too many for the memory.
    CallIndex(std::shared_ptr<const TrafficStore> store, const QSet<SocketId> &sockets, const QString &folder);

    /// Goes through what is new, up to the store's present end. `goOn` is asked now and then with the record in hand;
    /// false ends it there, and the next call goes on.
    void catchUp(const std::function<bool(RecordNumber)> &goOn);

    const SpilledList<CallRow> &rows() const { return m_rows; }
    const QSet<SocketId> &sockets() const { return m_sockets; }
    /// The number of the first row of this record or a later one.
    quint64 rowFrom(RecordNumber record) const;
    void dropBefore(RecordNumber record) { m_rows.dropBefore(rowFrom(record)); }

private:
    struct Open // what the end of a socket depends on
    {
        RecordNumber origin = NoRecord;
        bool hasSocket = false;  // it was listed
        bool weFinished = false;
    };

    void take(const StoredRecord &record, QByteArrayView payload);
    void takeEvent(const StoredRecord &record, const Record &event);
    void takeConnecting(const StoredRecord &record, const Record &event);
    void takeConnected(const StoredRecord &record);
    void takeClosed(const StoredRecord &record, const Record &event);
    void add(const StoredRecord &record, std::initializer_list<Call> calls);

    const std::shared_ptr<const TrafficStore> m_store;
    const QSet<SocketId> m_sockets;
    const StoreReader m_reader;
    SpilledList<CallRow> m_rows;
    QHash<SocketId, Open> m_open;
    RecordNumber m_next = 0;
};

/// Whether the end that this record tells of was an RST of ours; `weFinished`: our FIN was out before.
bool wasResetByUs(const Record &closed, bool weFinished);

/// Whether the end that this record tells of is that of a connection that there was.
bool wasConnected(const Record &closed);
