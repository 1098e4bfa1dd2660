#pragma once

#include "readcharacter.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>
#include <QSysInfo>

/// UTF-8, UTF-16 and UTF-32 (RFC 3629, RFC 2781, Unicode 3.9). Pure functions; any thread. A byte order mark is a
/// character like others. A surrogate on its own is bad.
namespace Utf {

using Endian = QSysInfo::Endian;

/// `bytes` has at least one.
ReadCharacter firstOf8(QByteArrayView bytes);
ReadCharacter firstOf16(QByteArrayView bytes, Endian endian);
ReadCharacter firstOf32(QByteArrayView bytes, Endian endian);

/// `text` is valid UTF-16.
QByteArray encode16(QStringView text, Endian endian);
QByteArray encode32(QStringView text, Endian endian);

/// Where the first surrogate without its partner stands, or -1.
qsizetype loneSurrogate(QStringView text);

}

/// How many bytes at the end (0 … 3) start a UTF-8 character that is cut off there.
qsizetype incompleteUtf8Tail(QByteArrayView bytes);
