#pragma once

#include "socketowner.h"

#include <QList>

#include <functional>

/// Which program on this machine has the other end of a connection, one implementation per system. Needs no socket.
namespace SocketOwners {

/// For each connection the program that holds its other end; not known where the peer is on another machine, where its
/// process is another user's that we may not look at, and once `isCancelled`. Takes milliseconds, with many connections
/// and processes some hundred: for a thread of its own. Reads a bounded part of what the system lists.
QList<SocketOwner> ofPeers(const QList<SocketEnds> &connections, const std::function<bool()> &isCancelled);

}
