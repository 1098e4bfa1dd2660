#pragma once

#include <QtGlobal>

/// What has arrived for a socket and waits in the system until the program reads it. A value.
struct ReceiveQueue
{
    quint64 bytes = 0;
    quint64 taken = 0; ///< of the room: these bytes and what the system adds to them
    quint64 room = 0;  ///< the size of the buffer; 0: not told

    friend bool operator==(const ReceiveQueue &, const ReceiveQueue &) = default;
};
