#pragma once

#include "encoding.h"
#include "framing.h"

#include <QString>

#include <chrono>

/// What a client needs to know before it connects. The defaults are those of the command line.
struct ClientOptions
{
    static constexpr quint16 DefaultPort = 8080;
    static constexpr std::chrono::milliseconds DefaultConnectTimeout{10'000};
    static constexpr qsizetype DefaultMessageLimit = 1024 * 1024;
    static constexpr qint64 DefaultQueueLimit = 16 * 1024 * 1024;

    QString host; ///< a name or an address
    quint16 port = DefaultPort;
    Framing framing;
    Encoding encoding; ///< of the text on the wire
    std::chrono::milliseconds connectTimeout = DefaultConnectTimeout;
    qsizetype messageLimit = DefaultMessageLimit; ///< content bytes; a longer message comes in pieces
    qint64 queueLimit = DefaultQueueLimit;        ///< bytes waiting for the server; past it we close

    /// `127.0.0.1:8080`, `[::1]:8080`, `example.org:8080`.
    QString target() const;
};
