#pragma once

#include "admission.h"
#include "encoding.h"
#include "endpoint.h"
#include "framing.h"

#include <QString>

#include <optional>

/// What the server does with a message that a client sends.
enum class ServerMode : quint8 {
    Show,  ///< only shows it
    Echo,  ///< sends it back
    Relay, ///< sends it to every other client
};

/// The word of the command line: `show`, `echo`, `relay`.
QString serverModeWord(ServerMode mode);
std::optional<ServerMode> parseServerMode(QStringView word);

/// What a server needs to know before it listens. The defaults are those of the command line.
struct ServerOptions
{
    static constexpr quint16 DefaultPort = 8080;
    static constexpr qsizetype DefaultMessageLimit = 1024 * 1024;
    static constexpr qint64 DefaultQueueLimit = 16 * 1024 * 1024;
    static constexpr int DefaultBacklog = 1024;
    static constexpr int MaxBacklog = 65535; ///< the system may have a lower limit of its own, and keeps to that silently

    static constexpr int MaxIoThreads = 64;       ///< more clients share these
    static constexpr int MaxDefaultIoThreads = 8;

    /// As many as the machine has cores, within bounds.
    static int defaultIoThreads();

    Endpoint listen{QHostAddress(QHostAddress::LocalHost), DefaultPort};
    ServerMode mode = ServerMode::Show;
    Framing framing;
    Encoding encoding; ///< of the text on the wire
    Admission admission;
    int backlog = DefaultBacklog;                 ///< how many finished handshakes may wait for `accept`
    int ioThreads = defaultIoThreads();           ///< how many event loops serve the sockets, each in a thread of its own
    bool threadPerClient = false;                 ///< instead: a thread more for each client, up to MaxIoThreads
    bool keepHalfOpen = false;                    ///< stay open for sending after a peer's FIN
    qsizetype messageLimit = DefaultMessageLimit; ///< content bytes; a longer message comes in pieces
    qint64 queueLimit = DefaultQueueLimit;        ///< bytes waiting for one client; past it that client is closed
};
