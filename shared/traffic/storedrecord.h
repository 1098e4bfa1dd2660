#pragma once

#include "socketid.h"

/// Numbers the records of a session: from 0 upwards, never used again within it.
using RecordNumber = quint64;

inline constexpr RecordNumber NoRecord = ~RecordNumber(0);

/// One entry of a session's index: what was read or written, when and where, without the bytes themselves. A value.
struct StoredRecord
{
    enum class Kind : quint8 {
        Read,  ///< payload: bytes that arrived
        Write, ///< payload: bytes that the system took
        Event, ///< payload: anything else that happened, as `encodeEvent` writes it
        Gap,   ///< here records could not be kept; payload: how many, as `StoreReader::gap` gives it
    };

    RecordNumber number = NoRecord;
    RecordNumber previous = NoRecord; ///< Read, Write: the record before it of the same socket and kind
    qint64 time = 0;                  ///< nanoseconds since 1970-01-01T00:00Z
    SocketId socket = ListenerId;
    quint64 offset = 0;               ///< Read, Write: of its first byte in that direction's stream
    quint32 length = 0;               ///< bytes of payload
    quint32 ordinal = 0;              ///< Read, Write: the how-manieth of its socket, from 1; pieces of one read share it
    Kind kind = Kind::Event;

    bool hasBytes() const { return kind == Kind::Read || kind == Kind::Write; }

    friend bool operator==(const StoredRecord &, const StoredRecord &) = default;
};

/// What could not be kept at one place of the session.
struct StoreGap
{
    quint64 lostRecords = 0;
    quint64 lostBytes = 0;

    friend bool operator==(const StoreGap &, const StoreGap &) = default;
};
