#pragma once

#include "byteinput.h"

/// Reads bytes written in hex: a part of `parseInput`.
class HexInput final
{
public:
    explicit HexInput(QStringView text)
        : m_text(text)
    {
    }
    ParsedInput parse();

private:
    void step();
    void readPrefix();
    void readByte();
    void readOddDigit();
    void markForeign();
    bool hasPrefix() const;
    int digitAt(qsizetype at) const; // -1: none there

    QStringView m_text;
    qsizetype m_at = 0;
    ParsedInput m_parsed;
};

/// The value of a hex digit (ASCII); -1 when it is none.
int hexDigit(QChar c);
