#pragma once

#include "callcounts.h"
#include "closereason.h"
#include "endpoint.h"
#include "socketid.h"
#include "statehistory.h"

#include <QString>

/// Where a socket is between its making and its end.
enum class SocketState : quint8 {
    Listening,
    Connecting,   ///< looking the host up, or waiting for the handshake
    Connected,
    PeerFinished, ///< half-closed: the peer's FIN arrived, we can still send
    WeFinished,   ///< half-closed: our FIN is out, we can still receive
    Closing,      ///< sending what is queued, then closing
    Closed,
};

/// The same for people, translated.
QString socketStateText(SocketState state);

/// What one socket is like at one moment, as told by the thread that owns it. A value.
struct SocketStatus
{
    SocketId id = ListenerId;
    SocketState state = SocketState::Connected;
    CloseReason reason = CloseReason::None;
    ConnectProblem problem = ConnectProblem::None;
    Endpoint local = {};
    Endpoint peer = {};
    quint64 bytesIn = 0;     ///< every byte of the stream that was read
    quint64 bytesOut = 0;    ///< every byte that the system took
    quint64 bytesQueued = 0; ///< bytes that wait here because the system does not take them yet
    quint64 bytesUnread = 0; ///< bytes that came from the system and wait here because reading is off
    qint64 since = 0;        ///< when it was accepted, connected or began to listen: ms since 1970-01-01T00:00Z
    qint64 closedAt = 0;     ///< the same clock; 0 while open
    QString detail = {};          ///< what the system said about an error
    bool readingStopped = false;  ///< by whoever uses the program: what arrives waits in the system
    bool acceptingPaused = false; ///< of a listening socket: who connects waits in the backlog
    CallCounts calls = {};
    StateHistory history = {};

    bool isOpen() const { return state != SocketState::Closed; }
    /// Whether it takes what one wants to send.
    bool canSend() const { return state == SocketState::Connected || state == SocketState::PeerFinished; }
};

/// Why it closed, translated; our reset is told apart from our close.
QString closeReasonText(const SocketStatus &status);

/// Its state, and what was stopped: "connected, reading stopped".
QString socketStateText(const SocketStatus &status);
