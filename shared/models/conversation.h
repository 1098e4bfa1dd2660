#pragma once

#include "endpoint.h"
#include "socketid.h"
#include "trafficstore.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>

/// One thing that one side of a connection did or met.
struct ConversationStep
{
    enum class Kind : quint8 {
        Send,    ///< bytes
        Receive, ///< bytes: waits until so many came
        Finish,  ///< our FIN
        PeerFin, ///< waits for the other side's FIN
        Reset,   ///< ends the connection with RST
        PeerRst, ///< waits for the other side's RST
        Close,
    };

    Kind kind = Kind::Close;
    QByteArray bytes = {};

    friend bool operator==(const ConversationStep &, const ConversationStep &) = default;
};

/// What one side of a connection did, from its first byte to its end: enough to do the same again. A value.
struct Conversation
{
    static constexpr qsizetype MaxBytes = 1024 * 1024; ///< of both directions; what has more is not read
    static constexpr qsizetype MaxSteps = 20'000;

    bool isClient = false; ///< the side that connected, whose steps these are; else the one that accepted
    Endpoint client;
    Endpoint server;
    QList<ConversationStep> steps; ///< without a Close at the end where the connection was still open

    bool isOpen() const { return steps.isEmpty() || steps.constLast().kind != ConversationStep::Kind::Close; }
    qsizetype bytes(ConversationStep::Kind kind) const;
    /// The same as the other side of the connection does it.
    Conversation mirrored() const;
};

/// What this socket did, as the store's records tell it. Nothing and a sentence where it can't be done again: there is
/// too much of it, some of it is gone, or there was no connection; nothing and no sentence when `goOn` gave up. Takes
/// as long as going through the session's index; any thread.
std::optional<Conversation> readConversation(const std::shared_ptr<const TrafficStore> &store, SocketId socket,
                                             const Progress &goOn, QString *problem);
