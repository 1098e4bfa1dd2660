#pragma once

#include "endpoint.h"
#include "socketid.h"

#include <QList>

#include <functional>
#include <memory>

class TrafficStore;

/// A socket of which a session has records, and whom it was connected to, where the session says so.
struct SessionSocket
{
    SocketId id = ListenerId;
    Endpoint peer = {};

    friend bool operator==(const SessionSocket &, const SessionSocket &) = default;
};

/// The sockets of a session by their numbers. Goes through all of its index; `goOn` is asked now and then, and false ends it
/// there. Any thread.
QList<SessionSocket> socketsOf(const std::shared_ptr<const TrafficStore> &store, const std::function<bool()> &goOn);
