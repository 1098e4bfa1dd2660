#include "escapes.h"
#include "inputtext.h"
#include "targets.h"
#include "text.h"

#include <algorithm>

void fuzzEscapes(QByteArrayView input)
{
    const QString written = encodeEscapes(input);
    require(decodeEscapes(written) == input.toByteArray(), "bytes written with escapes read back", input);
    const bool isSafe = std::none_of(written.cbegin(), written.cend(), [](QChar c) { return isUnsafeToShow(c.unicode()); });
    require(isSafe, "text with escapes is safe to show", input);

    if (input.isEmpty())
        return;
    const QString text = inputText(input.sliced(1), uchar(input.front()) & 0x80);
    qsizetype badAt = -1;
    const auto bytes = decodeEscapes(text, &badAt);
    require(bytes || (badAt >= 0 && badAt < text.size()), "what is wrong lies in the text", input);
    require(!bytes || decodeEscapes(encodeEscapes(*bytes)) == *bytes, "read bytes can be written", input);
}
