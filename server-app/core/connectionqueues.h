#pragma once

#include "receivequeue.h"
#include "socketowner.h"

#include <QList>

#include <optional>

/// What waits in the system for connections of this program, without their sockets.
namespace ConnectionQueues {

/// Whether this system tells.
bool areTold();
/// For each connection; empty where it is gone. Takes a moment: for a thread of its own, any.
QList<std::optional<ReceiveQueue>> received(const QList<SocketEnds> &connections);

}
