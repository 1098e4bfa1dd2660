#pragma once

#include <QByteArrayView>
#include <QString>

/// Bytes written out for people and for programs' sources: what "Copy as" offers. Pure functions; any thread. Nothing
/// of the bytes is left out, so the result grows with them.

/// "68 65 6C": two digits a byte, on one line.
QString hexText(QByteArrayView bytes);

/// As `hexdump -C -v` writes it: an offset, 16 bytes in two groups, printable ASCII; the last line is the offset of the
/// end. Every line ends with LF; nothing for no bytes. Offsets count from `firstOffset`.
QString hexDump(QByteArrayView bytes, quint64 firstOffset = 0);

/// An array for C and C++, with LF behind each line. `name` must be an identifier. C has no empty arrays: no bytes
/// become an array of one zero, and a comment says so.
QString cArray(QByteArrayView bytes, QStringView name = u"message");

/// A bytes literal for Python 3, without a line end: `b"hello\n"`. A long one is several, one below the other in
/// parentheses.
QString pythonBytes(QByteArrayView bytes);
