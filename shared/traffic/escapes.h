#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

/// Bytes written as text with the escapes of C. Pure functions; any thread.
///
///     \n \r \t \a \b \f \v \e \\ \" \'    the byte of that name
///     \0 \7 \012 \377                     octal, one to three digits
///     \xA \x0a                            hexadecimal, one or two digits
///     \u4e2d                              the UTF-8 of that UTF-16 code unit; a surrogate needs its other half behind it
///
/// Everything else stands for itself, as UTF-8.

/// Nothing when an escape is none of these; `badAt` is then where it starts in `text`.
std::optional<QByteArray> decodeEscapes(QStringView text, qsizetype *badAt = nullptr);

/// Text that decodes to just these bytes and is safe to show: no control characters, none that reorder what is around.
QString encodeEscapes(QByteArrayView bytes);
