#pragma once

#include "receivequeue.h"
#include "socketowner.h"

#include <QList>

#include <optional>

/// The receive queues of this machine's connections, asked of the system by their ends: needs no socket of them. One
/// implementation per system.
namespace ReceiveQueues {

/// Whether this system tells.
bool areTold();
/// For each connection that of its local end; empty where it is gone. Some microseconds for each. Any thread.
QList<std::optional<ReceiveQueue>> of(const QList<SocketEnds> &connections);

}
