#pragma once

#include <QtGlobal>

/// What stands at the front of some bytes when they are read as text.
struct ReadCharacter
{
    enum class Kind : quint8 {
        Whole, ///< a character
        Bad,   ///< bytes that are none
        Cut,   ///< all bytes that there are start a character, and its rest is missing
    };
    Kind kind = Kind::Whole;
    quint8 size = 0;                 ///< bytes, at least 1
    char32_t codePoint = U'\uFFFD'; ///< of a whole one
};
