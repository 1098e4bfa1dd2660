#pragma once

#include "record.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

/// Records of events as bytes, as docs/session-format.md describes them. Pure functions; any thread.
namespace RecordCodec {

inline constexpr qsizetype MaxText = 65'535; ///< bytes of UTF-8; a longer text is cut before a character
inline constexpr qsizetype MaxScope = 64;    ///< bytes of an IPv6 address's scope

/// The kind and the details, without time and socket. Empty for a message, which is no event.
QByteArray encode(const Record &record);

/// The event, with `socket` and `time` (milliseconds since 1970-01-01T00:00Z). Nothing when a field is out of its
/// bounds, the kind is not known, or bytes are missing or left over.
std::optional<Record> decode(QByteArrayView payload, SocketId socket, qint64 time);

/// Whether the payload is that of the last event of a socket.
bool isClosed(QByteArrayView payload);

} // namespace RecordCodec
