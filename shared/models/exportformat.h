#pragma once

#include "message.h"
#include "socketid.h"

#include <QByteArray>
#include <QString>

/// One row of a transcript as it leaves the program: a message, or something that happened. A value.
struct ExportRow
{
    enum class Direction : quint8 { None, Received, Sent };

    qint64 timeNs = 0;                     ///< since 1970-01-01T00:00Z
    SocketId socket = ListenerId;
    Direction direction = Direction::None; ///< None: not a message
    QString event;                         ///< the word for scripts: `received`, `sent`, `accepted`, `closed` …
    QString peer = {};                     ///< `127.0.0.1:53122`, where it is known
    QString text = {};                     ///< what the message says in its encoding, or the sentence of what happened
    bool validText = true;                 ///< whether the message's bytes are valid in that encoding
    Message message = {};

    bool isMessage() const { return direction != Direction::None; }
};

/// How rows are written to a file.
///
///     Raw        the bytes of the messages as they were on the wire, one after the other, and nothing else
///     Text       `2026-11-23 10:00:01.266 #1 RX hello`, local time. A text of several lines goes on indented, so that
///                no received byte can make up a row; other control characters are pictures.
///     HexDump    time, socket and direction of each message on a line, and below it its bytes as in `hexdump -C -v`
///     Csv        RFC 4180 with a header. UTF-8 with a byte order mark, as Excel takes other files to be in the
///                machine's code page. Times in UTC. The text is made harmless for spreadsheets (OWASP, CSV
///                injection): an apostrophe goes before `= + - @` wherever a cell could begin, control characters are
///                pictures. The column `hex` always has the very bytes.
///     JsonLines  an object per line with `event` and `time` (UTC, ISO 8601), then what the row has of `socket`,
///                `direction`, `peer`, `bytes`, `text`, `hex` (where the bytes are not valid in the encoding), `more`
///
/// `bytes`, `hex` and dumps leave out what the framing adds. Files other than Raw are UTF-8 and end in a line end.
enum class ExportFormat : quint8 { Raw, Text, HexDump, Csv, JsonLines };

/// What stands before the rows.
QByteArray exportHeader(ExportFormat format);

/// What a row is in the file; empty where the format has none of its kind. Pure; any thread.
QByteArray exportedRow(ExportFormat format, const ExportRow &row);

/// `text` as a field of a CSV file: safe in a spreadsheet, then quoted where RFC 4180 wants it.
QByteArray csvField(QStringView text);
