#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>

/// One message as it was on the wire, and which part of it is content. A value; copies share the bytes.
struct Message
{
    /// At most three bytes of a UTF-8 character can be waiting for their last one.
    static constexpr qsizetype MaxCarried = 3;

    QByteArray wire;            ///< as received or sent, length prefix and terminator included
    quint32 trailerSize = 0;    ///< how many of the last bytes of `wire` are terminator
    quint8 headerSize = 0;      ///< how many of the first bytes of `wire` are length prefix
    bool more = false;          ///< over the limit: the message goes on in the next piece
    bool continues = false;     ///< this piece goes on where the one before was cut
    bool openEnd = false;       ///< raw: a character cut at the end goes on in the next message
    quint8 carriedSize = 0;     ///< raw: how many bytes of `carried` count
    std::array<char, MaxCarried> carried{}; ///< raw: the start of a character whose rest is at the front of `wire`

    QByteArrayView content() const { return QByteArrayView(wire).sliced(headerSize).chopped(trailerSize); }
    QByteArrayView carriedBytes() const { return {carried.data(), qsizetype(carriedSize)}; }
};
