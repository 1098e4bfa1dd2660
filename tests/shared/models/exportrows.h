#pragma once

#include "exportformat.h"

/// Rows as the tests of exports want them.

inline constexpr qint64 NsPerMs = 1'000'000;
inline constexpr qint64 SomeTimeNs = 1'795'424'401'266 * NsPerMs; ///< 2026-11-23T09:00:01.266Z

inline ExportRow messageRow(ExportRow::Direction direction, const QByteArray &content, const QByteArray &trailer = {})
{
    using namespace Qt::StringLiterals;
    ExportRow row;
    row.timeNs = SomeTimeNs;
    row.socket = 1;
    row.direction = direction;
    row.event = direction == ExportRow::Direction::Sent ? u"sent"_s : u"received"_s;
    row.text = QString::fromUtf8(content);
    row.validText = content.isValidUtf8();
    row.message.wire = content + trailer;
    row.message.trailerSize = quint32(trailer.size());
    return row;
}

inline ExportRow received(const QByteArray &content, const QByteArray &trailer = "\n")
{
    return messageRow(ExportRow::Direction::Received, content, trailer);
}

inline ExportRow sent(const QByteArray &content, const QByteArray &trailer = "\n")
{
    return messageRow(ExportRow::Direction::Sent, content, trailer);
}

inline ExportRow happened(const QString &event, const QString &sentence, SocketId socket = 1)
{
    ExportRow row;
    row.timeNs = SomeTimeNs;
    row.socket = socket;
    row.event = event;
    row.text = sentence;
    return row;
}
