#pragma once

#include "bytesource.h"
#include "encoding.h"

#include <QList>
#include <QString>

#include <functional>

/// One character as it was decoded: a code point, seldom two.
struct Character
{
    QString text;
    qsizetype bytes = 0; ///< how many it was made of
};

/// How bytes become characters. Without state: each character is found in its own bytes alone.
struct CharacterDecoder
{
    static constexpr qsizetype MaxBytes = 4; ///< of one character in any encoding that we offer

    /// The first character of bytes of which there is one at least. What is bad or cut off there is a U+FFFD per unit.
    std::function<Character(QByteArrayView)> take;
    int unit = 1; ///< bytes; every character starts at a multiple of it

    static CharacterDecoder of(const Encoding &encoding);
};

/// A text, and which bytes each of its characters was made of. A value.
class TextMap
{
public:
    explicit TextMap(qint64 firstByte = 0);

    void append(QStringView text, qint64 bytes); ///< a character; what stands for it can be long, and is not empty

    const QString &text() const { return m_text; }
    qsizetype size() const { return m_text.size(); } ///< UTF-16 units
    ByteRange bytes() const { return {m_byteStarts.first(), m_byteStarts.last() - m_byteStarts.first()}; }
    qsizetype count() const { return m_byteStarts.size() - 1; } ///< characters
    QStringView character(qsizetype index) const;
    qint64 byteCount(qsizetype index) const { return m_byteStarts[index + 1] - m_byteStarts[index]; }

    /// The bytes of the characters that these UTF-16 units touch; for no units, the place of the one behind.
    ByteRange bytesOf(qsizetype textStart, qsizetype textLength) const;

    struct TextRange
    {
        qsizetype start = 0; ///< UTF-16 units
        qsizetype length = 0;
        bool operator==(const TextRange &) const = default;
    };
    /// The characters that these bytes touch; what lies outside of the map is left out.
    TextRange textOf(const ByteRange &range) const;

private:
    QString m_text;
    QList<qsizetype> m_textStarts; // one per character, and the end
    QList<qint64> m_byteStarts;    // likewise
};

TextMap decodeMapped(QByteArrayView bytes, const CharacterDecoder &decoder, qint64 firstByte = 0);

/// What goes to the clipboard: line breaks and tabs as they are, other control characters as pictures.
QString clipboardText(const QString &text);
