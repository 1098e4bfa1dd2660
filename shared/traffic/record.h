#pragma once

#include "closereason.h"
#include "endpoint.h"
#include "message.h"
#include "socketid.h"

#include <QList>
#include <QSharedPointer>
#include <QLatin1StringView>
#include <QString>

/// One thing that happened, as it is listed in a transcript. A value; copies share bytes and details.
struct Record
{
    enum class Kind : quint8 {
        Listening,    ///< details: local, text is the backlog
        Accepted,     ///< details: local, peer
        Connecting,   ///< details: text is the host and port as asked for
        Connected,    ///< details: local, peer
        Received,     ///< message
        Sent,         ///< message: the system took its last byte
        Unsent,       ///< what was still queued when the socket closed; details: reason, unsentMessages, unsentBytes
        PeerFinished, ///< the peer's FIN: it sends no more
        WeFinished,   ///< our FIN: we send no more
        Closed,       ///< details: reason, text (what the system said, or a mark), bytesIn, bytesOut
        Error,        ///< details: text, a whole sentence
        Stopped,      ///< the listening socket is closed
    };

    /// The text of a Closed record when that was our reset.
    static constexpr QLatin1StringView ResetMark{"RST"};
    /// The same when the limit was that of its address.
    static constexpr QLatin1StringView AddressMark{"address"};

    struct Details
    {
        Endpoint local = {};
        Endpoint peer = {};
        CloseReason reason = CloseReason::None;
        ConnectProblem problem = ConnectProblem::None;
        QString text = {};
        quint64 bytesIn = 0;
        quint64 bytesOut = 0;
        quint64 unsentMessages = 0;
        quint64 unsentBytes = 0;
    };

    qint64 time = 0; ///< milliseconds since 1970-01-01T00:00Z
    SocketId socket = ListenerId;
    Kind kind = Kind::Error;
    Message message;
    QSharedPointer<const Details> details;

    bool hasMessage() const { return kind == Kind::Received || kind == Kind::Sent; }
    /// The details, or empty ones.
    const Details &more() const;

    static Record of(Kind kind, SocketId socket, const Message &message);
    static Record of(Kind kind, SocketId socket, const Details &details);
    static Record of(Kind kind, SocketId socket) { return of(kind, socket, Details{}); }
};
