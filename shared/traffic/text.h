#pragma once

#include "message.h"

#include <QString>

/// Text of bytes, and text that is safe to show. Pure functions; any thread.
///
/// Where UTF-8 is broken each bad byte becomes U+FFFD, and the byte behind it is looked at anew.

struct DecodedText
{
    QString text;
    bool valid = true; ///< false: the message's own bytes are not valid UTF-8
};

/// How many bytes at the end (0 … 3) start a UTF-8 character that is cut off there.
qsizetype incompleteUtf8Tail(QByteArrayView bytes);

/// The text of a message. A character that a raw read cut in two belongs to the message with its last byte.
DecodedText decodeMessage(const Message &message);

/// Line breaks and other control characters as pictures (U+2400 …), bidirectional controls as `⟨U+202E⟩`, so that they
/// neither break the row nor reorder it. At most `maxLength` characters when that is not negative; then an ellipsis ends it.
QString visibleText(QStringView text, qsizetype maxLength = -1);

/// Control characters, C1 ones, and the invisible ones that change the order or the lines of the text around them.
bool isUnsafeToShow(char16_t c);
