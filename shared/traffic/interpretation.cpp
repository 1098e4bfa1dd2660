#include "interpretation.h"

#include "framingtext.h"

#include <QCoreApplication>

using Kind = Framing::Kind;

bool Interpretation::goesTogether() const
{
    const int unit = encoding.unitSize();
    if (framing.kind == Kind::Delimiter) // the user's own bytes, which can be whole characters
        return framing.delimiter.size() % unit == 0;
    return unit == 1 || framing.terminator().isEmpty();
}

QString Interpretation::problem() const
{
    if (goesTogether())
        return {};
    const QString sentence = QCoreApplication::translate(
        "Interpretation", "%1 does not go with the framing “%2”: what ends a message can be part of a character. Choose "
                          "another framing first, such as %3.");
    return sentence.arg(encoding.name(), framingTitle(framing), framingKindTitle(Kind::Raw));
}
