#pragma once

#include "message.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

/// The number in front of a message that says how many bytes of content follow; it does not count itself.
enum class LengthPrefix : quint8 { U8, U16Be, U16Le, U32Be, U32Le };

qsizetype sizeOf(LengthPrefix prefix);       ///< bytes: 1, 2 or 4
quint32 mostOf(LengthPrefix prefix);         ///< the greatest length that it can say
QString wordOf(LengthPrefix prefix);         ///< `u16be`
QByteArray bytesOf(LengthPrefix prefix, quint32 length);
/// `bytes` has at least `sizeOf(prefix)` bytes.
quint32 lengthIn(LengthPrefix prefix, QByteArrayView bytes);

/// How a byte stream is divided into messages. TCP itself has no messages: what one end sends in one call can arrive in
/// several reads, or several in one (RFC 9293, section 3.8.1). A value; any thread. What the kind does not use stays as
/// it is at first, so that equal framings are equal.
///
///     lines            LF ends a message; a CR just before it is not part of the text
///     crlf             only CR LF ends a message
///     nul              a zero byte ends a message
///     raw              what one read gave
///     delimiter:TEXT   these bytes end a message; TEXT has the escapes of C (escapes.h)
///     fixed:N          N bytes
///     length:PREFIX    u8, u16be, u16le, u32be or u32le says how many bytes follow it
///     idle:MS          a silence of MS milliseconds ends a message
struct Framing
{
    enum class Kind : quint8 { Lines, CrLf, Nul, Raw, Delimiter, Fixed, Length, Idle };

    static constexpr qsizetype MaxDelimiter = 255;         ///< bytes
    static constexpr quint32 MaxSize = 1024 * 1024 * 1024; ///< bytes
    static constexpr std::chrono::milliseconds MaxGap{60'000};

    Kind kind = Kind::Lines;
    QByteArray delimiter = {};                ///< Delimiter: 1 … MaxDelimiter bytes
    quint32 size = 0;                         ///< Fixed: 1 … MaxSize; over the limit of a message it comes in pieces
    LengthPrefix prefix = LengthPrefix::U8;   ///< Length
    std::chrono::milliseconds gap{0};         ///< Idle: 1 … MaxGap

    /// What ends a message that is sent; empty when the framing has no terminator.
    QByteArray terminator() const;
    /// Whether an empty message is something on the wire.
    bool allowsEmpty() const;

    /// The message that carries this content on the wire, with terminator or prefix. `more`: the message goes on in
    /// another piece, so this one has no terminator. Nothing when the framing can't carry it: `problem` is then a
    /// translated sentence.
    std::optional<Message> compose(const QByteArray &content, bool more = false, QString *problem = nullptr) const;

    /// The word of the command line; parseFraming gives back an equal framing.
    QString word() const;

    friend bool operator==(const Framing &, const Framing &) = default;
};

/// Reads the word of the command line. Nothing when it is wrong: `problem` is then a translated sentence.
std::optional<Framing> parseFraming(QStringView word, QString *problem = nullptr);

/// A delimiter written with escapes. Nothing when it is wrong: `problem` is then a translated sentence.
std::optional<QByteArray> parseDelimiter(QStringView text, QString *problem = nullptr);

/// The framings as one types them: `fixed:N`.
QStringList framingWords();

/// The words of all prefixes.
QStringList lengthPrefixWords();
