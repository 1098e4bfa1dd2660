#pragma once

#include "storedrecord.h"

#include <QHash>

/// Where each open stream (a socket and a direction) stands: what the next record of it needs. A value for one thread.
class StreamTable
{
public:
    struct Stream
    {
        quint64 end = 0;             ///< offset behind its last byte
        RecordNumber last = NoRecord; ///< its last record that was kept
        quint32 ordinal = 0;         ///< of its last read or write; stays at the greatest that can be counted
    };

    /// What is known of the stream; an empty one when nothing is.
    Stream stream(SocketId socket, StoredRecord::Kind kind) const { return m_streams.value(key(socket, kind)); }
    void set(SocketId socket, StoredRecord::Kind kind, const Stream &stream);
    /// The socket closed: nothing comes any more.
    void drop(SocketId socket);

private:
    static quint64 key(SocketId socket, StoredRecord::Kind kind)
    {
        return socket * 2 + (kind == StoredRecord::Kind::Write ? 1 : 0);
    }

    QHash<quint64, Stream> m_streams;
};
