#pragma once

#include "storedrecord.h"

/// Where a row of a transcript is in the store: an event, or a message, which may lie in several reads. A value of 24 bytes.
struct MessageRow
{
    enum Flag : quint8 {
        IsMessage = 1,
        IsSent = 2,
        GoesOn = 4,      ///< Message::more
        Continues = 8,   ///< Message::continues
        OpenEnd = 16,    ///< Message::openEnd
        Unframed = 32,   ///< the bytes do not fit the framing from here on
        Unfinished = 64, ///< its end has not come: more bytes can be added
        Late = 128,      ///< it was complete only after newer records had become rows, and stands below them
    };

    RecordNumber record = NoRecord; ///< the event's, or of the read or write with the message's last byte
    quint32 end = 0;                ///< one past its last byte, in that record
    quint32 length = 0;             ///< bytes on the wire, terminator and prefix included
    quint32 socket = 0;
    quint16 trailerSize = 0;
    quint8 headerSize : 4 = 0;
    quint8 carriedSize : 4 = 0;
    quint8 flags = 0;

    bool isMessage() const { return flags & IsMessage; }
    bool isSent() const { return flags & IsSent; }
    /// Both are messages, of one direction of one socket.
    bool isOfSameStream(const MessageRow &other) const
    {
        return isMessage() && other.isMessage() && socket == other.socket && isSent() == other.isSent();
    }
    quint32 contentSize() const { return length - headerSize - trailerSize; } ///< bytes, without terminator and prefix
    bool has(Flag flag) const { return flags & flag; }
    /// All of its bytes came in one read.
    bool isInOneRecord() const { return length <= end; }
};

static_assert(sizeof(MessageRow) == 24);
