#pragma once

#include "encoding.h"

#include <QString>

struct Message;

/// Whether all of it are characters of this encoding. One that two reads share counts as whole.
bool isValidIn(const Encoding &encoding, const Message &message);

/// At most about `length` characters of a message as visible text. The cost does not grow with the message.
QString shortText(const Message &message, qsizetype length, const Encoding &encoding);

/// The whole of it, with line breaks and tabs as they are and other control characters as pictures.
QString copyableText(const Message &message, const Encoding &encoding);

/// What the text alone does not tell, translated: "goes on", "not UTF-8", "12,345 bytes". `length` is how much of the
/// text is shown, `valid` what isValidIn said.
QString messageMarks(const Message &message, qsizetype size, qsizetype length, bool valid, const Encoding &encoding);
