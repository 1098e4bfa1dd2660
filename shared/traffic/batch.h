#pragma once

#include "record.h"
#include "socketstatus.h"

#include <QList>
#include <QMetaType>

/// What became of one `send` at one target. Queued is followed by Sent or Failed.
struct SendOutcome
{
    enum class State : quint8 { Queued, Sent, Failed };

    quint64 ticket = 0; ///< which `send` this belongs to
    SocketId socket = ListenerId;
    State state = State::Queued;
    CloseReason reason = CloseReason::None; ///< why it failed; None: there is no such socket, or it can't send any more
    QString problem = {};                   ///< why its bytes can't be made; empty unless that is why it failed
};

/// What happened since the batch before: the only thing about sockets that crosses from an I/O thread to the rest.
struct Batch
{
    QList<Record> records;       ///< in the order in which things happened; with a store, without messages
    QList<SocketStatus> sockets; ///< the latest status of every socket that changed
    QList<SendOutcome> outcomes; ///< of sends, in order
    quint64 messages = 0;        ///< so many were received or sent, however they are divided later
    bool recorded = false;       ///< there is more in the store than before
};

Q_DECLARE_METATYPE(Batch)
