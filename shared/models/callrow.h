#pragma once

#include "storedrecord.h"

/// What an action on a socket stands for: one call of the sockets interface, or what it gave where that is told apart.
enum class Call : quint8 {
    None,           ///< no call: records could not be kept here
    Socket,         ///< gives the listening socket, or one that will connect
    SocketFailed,   ///< there was no descriptor
    ReuseAddress,   ///< setsockopt SO_REUSEADDR
    BothFamilies,   ///< setsockopt IPV6_V6ONLY off
    Bind,
    Listen,
    Accept,         ///< on the listening socket; gives another one
    NoDelay,        ///< setsockopt TCP_NODELAY
    LookUp,         ///< getaddrinfo of a name
    LookUpFailed,
    Connect,
    ConnectFailed,
    Receive,        ///< recv that gave bytes
    ReceiveEnd,     ///< recv that gave 0
    ReceiveFailed,  ///< recv that gave an error
    Send,
    ShutdownWrite,
    LingerZero,     ///< setsockopt SO_LINGER of 0 s: the close sends RST
    Close,
};

/// One call in the list, and where the store tells of it. A value of 24 bytes.
struct CallRow
{
    RecordNumber record = NoRecord;
    RecordNumber origin = NoRecord; ///< of a connection that we made: the record that tells where to
    quint32 socket = ListenerId;    ///< that it was called on; of `Accept` the one that it gave
    Call call = Call::None;

    bool isFor(SocketId wanted) const
    {
        return socket == wanted || (call == Call::Accept && wanted == ListenerId);
    }
};

static_assert(sizeof(CallRow) == 24);
