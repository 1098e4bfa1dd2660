#pragma once

#include <QString>

#include <optional>

/// A rate for people and from people. Steps of 1000; numbers as the default locale writes them. Pure functions.

/// "1 kB/s", "2.5 MB/s"; 0: "as fast as the peer reads".
QString rateText(quint64 bytesPerSecond);

/// Reads "500", "64 kB/s", "1.5m", "10 MB", or the words for 0. Nothing: it is none of these, or more than `MaxRate`.
std::optional<quint64> parseRate(const QString &text);

inline constexpr quint64 MaxRate = 100'000'000'000; ///< bytes a second

/// How long that is, short: "0:16", "1:02:03".
QString durationText(quint64 seconds);
