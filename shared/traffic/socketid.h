#pragma once

#include <QtGlobal>

/// Numbers a socket for as long as the program runs: from 1 upwards, never used again.
using SocketId = quint64;

/// The listening socket's number in tables and records. Accepted and connected sockets start at 1.
inline constexpr SocketId ListenerId = 0;
