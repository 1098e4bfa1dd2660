#pragma once

#include "socketid.h"
#include "transcriptmodel.h"

#include <chrono>
#include <optional>

/// What is known of a message beside its bytes. A value.
struct MessageFacts
{
    SocketId socket = ListenerId;
    TranscriptModel::Direction direction = TranscriptModel::Direction::None;
    qint64 bytes = 0;
    std::chrono::nanoseconds time{};               ///< since 1970-01-01T00:00Z
    std::optional<std::chrono::nanoseconds> delta; ///< since the message before it
    quint64 firstRead = 0;                         ///< which of the socket's reads (for a sent one: writes); 0: unknown
    quint64 lastRead = 0;
    int messagesInRead = 1;                        ///< how many share the read, where it is a single one
};

/// `#2 RX ← · 17 bytes · 11:02:07.113 · +0.870 s after the one before · in reads 3 and 4`, translated.
QString factsText(const MessageFacts &facts);
