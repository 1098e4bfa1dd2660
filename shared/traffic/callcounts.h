#pragma once

#include <QtGlobal>

/// How often each socket call stands behind what was done with one socket. These are our own counts: Qt makes the real
/// calls, and may make more of them (it sets options of its own, and tries once more where the system says "later").
struct CallCounts
{
    quint64 socket = 0;
    quint64 setSockOpt = 0;
    quint64 bind = 0;
    quint64 listen = 0;
    quint64 accept = 0; ///< of a listening socket: all that it gave; of an accepted one: the one that it came from
    quint64 connect = 0;
    quint64 send = 0;   ///< each took some bytes
    quint64 recv = 0;   ///< each gave some bytes, or the end of the stream
    quint64 shutdown = 0;
    quint64 close = 0;

    friend bool operator==(const CallCounts &, const CallCounts &) = default;
};
