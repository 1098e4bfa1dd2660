#pragma once

#include "encoding.h"
#include "message.h"
#include "utfcodec.h"

#include <QString>

/// Text of messages, and text that is safe to show. Pure functions; any thread.

/// The text of a message; not valid where the text does not tell the message's own bytes. A character that a raw read
/// cut in two belongs to the message with its last byte.
DecodedText decodeMessage(const Message &message, const Encoding &encoding = {});

/// Line breaks and other control characters as pictures (U+2400 …), bidirectional controls as `⟨U+202E⟩`, so that they
/// neither break the row nor reorder it. At most `maxLength` characters when that is not negative; then an ellipsis ends it.
QString visibleText(QStringView text, qsizetype maxLength = -1);

/// Control characters, C1 ones, and the invisible ones that change the order or the lines of the text around them.
bool isUnsafeToShow(char16_t c);

/// A string of RFC 8259, in quotes, as UTF-8. What is unsafe to show is escaped too, so that it is harmless in a
/// terminal.
QByteArray jsonString(QStringView text);
