#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

/// What goes behind a message that is written by hand: what the framing adds, or these bytes in its place.
enum class LineEnding : quint8 { Framing, None, Lf, CrLf, Cr, Nul };

QList<LineEnding> lineEndings(); ///< all, in the order in which they are offered

/// The bytes; none for Framing, which knows its own.
QByteArray lineEndingBytes(LineEnding ending);

/// The name of these bytes, as in "LF", "CR LF", "NUL"; hex when they have none.
QString lineEndingName(const QByteArray &bytes);

/// The word for settings: `framing`, `none`, `lf`, `crlf`, `cr`, `nul`.
QLatin1StringView lineEndingWord(LineEnding ending);
std::optional<LineEnding> parseLineEnding(QStringView word);
