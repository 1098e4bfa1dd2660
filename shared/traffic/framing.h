#pragma once

#include "message.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// How a byte stream is divided into messages. TCP itself has no messages: what one end sends in one call can arrive in
/// several reads, or several in one (RFC 9293, section 3.8.1). A value; any thread.
///
///     lines   LF ends a message; a CR just before it is not part of the text
///     raw     what one read gave
struct Framing
{
    enum class Kind : quint8 { Lines, Raw };
    Kind kind = Kind::Lines;

    /// The message that carries this content on the wire: with its terminator, if the framing has one. `more`: the
    /// message goes on in another piece, so this one has none.
    Message compose(const QByteArray &content, bool more = false) const;

    /// The word of the command line: `lines`, `raw`.
    QString word() const;

    friend bool operator==(const Framing &, const Framing &) = default;
};

/// Reads the word of the command line. Empty when it names no framing that is built.
std::optional<Framing> parseFraming(QStringView word);

/// The framings that are built, as one types them.
QStringList framingWords();
