#include "inputtext.h"
#include "searchpattern.h"
#include "targets.h"

namespace {

constexpr qsizetype HeaderBytes = 2; // of the input
constexpr int Kinds = 3;

QByteArray bytesOfHex(const QString &text)
{
    return QByteArray::fromHex(text.toUtf8());
}

}

void fuzzSearchPattern(QByteArrayView input)
{
    if (input.size() < HeaderBytes)
        return;
    const uchar choice = uchar(input[0]);
    const QByteArrayView rest = input.sliced(HeaderBytes);
    const qsizetype size = qMin<qsizetype>(uchar(input[1]), rest.size());
    const SearchText sought{SearchText::Kind(choice % Kinds), inputText(rest.first(size), false), bool(choice & 0x80)};
    QString problem;
    const auto pattern = SearchPattern::compile(sought, &problem);
    require(pattern || !problem.isEmpty(), "what can't be looked for says why", input);
    if (!pattern || sought.isEmpty())
        return;

    const QByteArrayView content = rest.sliced(size);
    const QString text = QString::fromUtf8(content);
    const auto decode = [&text] { return text; };
    const bool found = pattern->isIn(content, content, true, decode);
    if (sought.kind == SearchText::Kind::Hex)
        require(found == content.contains(bytesOfHex(sought.text)), "bytes are found where they are", input);
    else if (text.toUtf8() == content)
        require(found == pattern->isIn(text), "bytes and text say the same", input);
    const bool hasBytes = !pattern->bytes() || pattern->bytes()->indexIn(content, 0) >= 0;
    require(!found || hasBytes, "what holds it has the pattern's bytes", input);
}
