#pragma once

#include "bytepreview.h"
#include "typedtext.h"

/// A message that is being written, as the bytes that would go out. A value.
struct Draft
{
    /// How it is written for those to whom it goes.
    struct Writing
    {
        Framing framing;                   ///< of what is sent "as framing"
        TextEncoder encoder = encodeUtf8;  ///< of what is typed as text
        bool allowEmpty = true;            ///< whether an empty message can be sent as framing
        QList<Interpretation> ways;        ///< all of them: what one of these carries can be sent
    };

    ParsedInput parsed; ///< the content, or what is wrong with the text
    QByteArray wire;    ///< with what ends it; empty where nothing can go out

    static Draft of(const TypedText &typed, const Writing &writing);
    /// None where the bytes are the same for all, or where there are none.
    QList<BytePreview::Way> differingWays(const TypedText &typed, const QList<Interpretation> &ways) const;

private:
    void frame(const TypedText &typed, const Writing &writing);
    void takeFirstWay(const TypedText &typed, const QList<Interpretation> &ways);
};
