#pragma once

#include "interpretation.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

/// The part of a saved session that tells how its bytes were read, as docs/session-format.md describes it. Pure functions;
/// any thread.
namespace SessionFormat {

/// Bytes of that part: a million sockets with a choice of their own, which take about 100 MB of memory once they are read.
inline constexpr quint32 MaxChoices = 4 * 1024 * 1024;
inline constexpr quint32 MaxInterpretations = 65'536;   ///< different ones
inline constexpr quint32 MaxMessageLimit = 1024 * 1024 * 1024;

/// Nothing (no bytes) when there are more than can be written.
QByteArray write(const Interpretations &choices);

/// Nothing unless all of it is right: CRC, bounds, and words that mean something. An encoding that this Qt lacks is read as
/// UTF-8.
std::optional<Interpretations> readChoices(QByteArrayView part);

} // namespace SessionFormat
