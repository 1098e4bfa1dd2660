#pragma once

#include <QString>

struct Message;

/// Whether it is valid. A character that two reads share counts as whole.
bool isUtf8(const Message &message);

/// At most about `length` characters of a message as visible text. The cost does not grow with the message.
QString shortText(const Message &message, qsizetype length);

/// The whole of it, with line breaks and tabs as they are and other control characters as pictures.
QString copyableText(const Message &message);

/// What the text alone does not tell, translated: "goes on", "not UTF-8", "12,345 bytes". `length` is how much of the
/// text is shown, `utf8` what isUtf8 said.
QString messageMarks(const Message &message, qsizetype length, bool utf8);
