#include "textmap.h"

#include "text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

Character bad(qsizetype bytes)
{
    return {QString(QChar::ReplacementCharacter), bytes};
}

/// How long a UTF-8 character with this first byte is; 1 also where none starts.
qsizetype utf8Length(uchar first)
{
    if (first < 0xC2 || first > 0xF4)
        return 1;
    return first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
}

Character takeUtf8(QByteArrayView bytes)
{
    const uchar first = uchar(bytes.front());
    if (first < 0x80)
        return {QString(QLatin1Char(char(first))), 1};
    const QByteArrayView whole = bytes.first(qMin(utf8Length(first), bytes.size()));
    if (!whole.isValidUtf8())
        return bad(1);
    // QString::fromUtf8 takes a byte order mark off; here it is what was sent, and stays.
    return {whole == "\xEF\xBB\xBF" ? QString(QChar(QChar::ByteOrderMark)) : QString::fromUtf8(whole), whole.size()};
}

/// Bad bytes are one U+FFFD each. One that stands alone for several was sent as such. Decoders let half a pair pass.
bool isOneCharacter(const QString &text)
{
    if (text.isEmpty() || !text.isValidUtf16())
        return false;
    return text.size() == 1 || !text.contains(QChar::ReplacementCharacter);
}

/// The index of the last start that is not behind this place.
template <typename Place>
qsizetype indexAt(const QList<Place> &starts, Place place)
{
    return std::upper_bound(starts.cbegin(), starts.cend(), place) - starts.cbegin() - 1;
}

}

CharacterDecoder CharacterDecoder::utf8()
{
    return {takeUtf8, 1};
}

CharacterDecoder CharacterDecoder::of(const std::function<QString(QByteArrayView)> &decode,
                                      const std::function<qsizetype(QByteArrayView)> &incompleteTail, int unit)
{
    const auto take = [decode, incompleteTail, unit](QByteArrayView bytes) {
        const qsizetype most = qMin(MaxBytes, bytes.size());
        for (qsizetype size = unit; size <= most; size += unit) {
            const QByteArrayView start = bytes.first(size);
            if (incompleteTail(start) > 0)
                continue;
            const QString text = decode(start);
            return isOneCharacter(text) ? Character{text, size} : bad(unit);
        }
        return bad(qMin<qsizetype>(unit, bytes.size()));
    };
    return {take, unit};
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
