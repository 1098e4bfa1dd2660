#pragma once

#include "framing.h"

#include <QString>

/// Framings for people: translated texts. Any thread.

/// Short, for a list of choices: "Lines (CR LF)", "Delimiter “;”", "Fixed 8 bytes", "Length u16be", "Idle gap 20 ms".
QString framingTitle(const Framing &framing);

/// The kind alone, for a list of kinds: "Delimiter", "Fixed size".
QString framingKindTitle(Framing::Kind kind);

/// A sentence or two: where a message ends, and what sending adds.
QString framingExplanation(Framing::Kind kind);

/// Why the framing can't carry a message of so many bytes. `more`: it comes in pieces.
QString composeProblemText(const Framing &framing, qsizetype size, bool more);

/// What is wrong with the word that was to name a framing.
QString unknownFramingText(const QString &word);
QString badDelimiterText();
QString badEscapeText(qsizetype at); ///< `at` counts from 0
QString badSizeText();
QString badPrefixText();
QString badGapText();

/// The prefix of a message that arrived says more than is allowed.
QString tooLongText(quint32 length, qsizetype limit);
