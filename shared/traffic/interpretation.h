#pragma once

#include "encoding.h"
#include "framer.h"
#include "framing.h"
#include "socketid.h"

#include <QHash>

/// How the bytes of a socket are read: where messages end, and what characters they are.
struct Interpretation
{
    Framing framing;
    Encoding encoding;

    /// Whether no part of a character looks like the end of a message, nor the other way round.
    bool goesTogether() const;
    /// A translated sentence where it does not: why, and what to choose. Else empty.
    QString problem() const;

    friend bool operator==(const Interpretation &, const Interpretation &) = default;
};

/// The same for all sockets of a window. A value.
struct Interpretations
{
    Interpretation usual;
    QHash<SocketId, Interpretation> own; ///< of those that have another one
    qsizetype messageLimit = Framer::DefaultLimit;

    const Interpretation &of(SocketId socket) const
    {
        const auto found = own.constFind(socket);
        return found == own.cend() ? usual : *found;
    }
    friend bool operator==(const Interpretations &, const Interpretations &) = default;
};
