#pragma once

#include "endpoint.h"

#include <QString>

/// The program that holds a socket, as the system tells. A value.
struct SocketOwner
{
    qint64 pid = 0;       ///< of its process; 0: not known
    QString program = {}; ///< its file's name, without folders; free of characters that can't be shown

    bool isKnown() const { return pid != 0; }

    friend bool operator==(const SocketOwner &, const SocketOwner &) = default;
};

/// Both ends of a connection, as our own socket has them. A value.
struct SocketEnds
{
    Endpoint local = {};
    Endpoint peer = {};

    friend bool operator==(const SocketEnds &, const SocketEnds &) = default;
};
