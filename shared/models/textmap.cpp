#include "textmap.h"

#include "text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// The index of the last start that is not behind this place.
template <typename Place>
qsizetype indexAt(const QList<Place> &starts, Place place)
{
    return std::upper_bound(starts.cbegin(), starts.cend(), place) - starts.cbegin() - 1;
}

}

CharacterDecoder CharacterDecoder::of(const Encoding &encoding)
{
    const auto take = [encoding](QByteArrayView bytes) {
        const ReadCharacter read = encoding.first(bytes);
        if (read.kind == ReadCharacter::Kind::Whole) { // QString::fromUcs4 takes a byte order mark off
            const auto units = QChar::fromUcs4(read.codePoint);
            return Character{QStringView(units).toString(), read.size};
        }
        const bool cut = read.kind == ReadCharacter::Kind::Cut;
        const qsizetype size = cut ? qMin<qsizetype>(encoding.unitSize(), bytes.size()) : read.size;
        return Character{QString(QChar(QChar::ReplacementCharacter)), size};
    };
    return {take, encoding.unitSize()};
}

TextMap::TextMap(qint64 firstByte)
    : m_textStarts{0}
    , m_byteStarts{firstByte}
{
}

void TextMap::append(QStringView text, qint64 bytes)
{
    Q_ASSERT(!text.isEmpty() && bytes > 0);
    m_text.append(text);
    m_textStarts.append(m_text.size());
    m_byteStarts.append(m_byteStarts.last() + bytes);
}

QStringView TextMap::character(qsizetype index) const
{
    return QStringView(m_text).sliced(m_textStarts[index], m_textStarts[index + 1] - m_textStarts[index]);
}

ByteRange TextMap::bytesOf(qsizetype textStart, qsizetype textLength) const
{
    const qsizetype first = indexAt(m_textStarts, qBound<qsizetype>(0, textStart, m_text.size()));
    if (textLength <= 0)
        return {m_byteStarts[first], 0};
    const qsizetype last = indexAt(m_textStarts, qMin(textStart + textLength, m_text.size()) - 1);
    return {m_byteStarts[first], m_byteStarts[qMax(first, qMin(last + 1, count()))] - m_byteStarts[first]};
}

TextMap::TextRange TextMap::textOf(const ByteRange &range) const
{
    const ByteRange all = bytes();
    const qsizetype first = indexAt(m_byteStarts, qBound(all.start, range.start, all.end()));
    const qint64 end = qMin(range.end(), all.end());
    if (range.isEmpty() || end <= all.start)
        return {m_textStarts[first], 0};
    const qsizetype last = indexAt(m_byteStarts, end - 1);
    return {m_textStarts[first], m_textStarts[qMax(first, qMin(last + 1, count()))] - m_textStarts[first]};
}

TextMap decodeMapped(QByteArrayView bytes, const CharacterDecoder &decoder, qint64 firstByte)
{
    TextMap map(firstByte);
    while (!bytes.isEmpty()) {
        const Character character = decoder.take(bytes);
        map.append(character.text, character.bytes);
        bytes = bytes.sliced(character.bytes);
    }
    return map;
}

QString clipboardText(const QString &text)
{
    QString out;
    const QString unified = QString(text).replace("\r\n"_L1, "\n"_L1);
    for (const QChar c : unified)
        out.append(c == u'\n' || c == u'\t' ? QString(c) : visibleText(QStringView(&c, 1)));
    return out;
}
