#include "pagedtext.h"

#include <algorithm>
#include <utility>

namespace {

/// No encoding uses these bytes for a part of a character, except those with larger units.
bool standsAlone(char byte)
{
    return uchar(byte) < '0';
}

/// Where decoding can start: behind the last byte that stands alone, else at the beginning.
qsizetype safeStart(QByteArrayView bytes)
{
    const auto found = std::find_if(bytes.rbegin(), bytes.rend(), standsAlone);
    return bytes.rend() - found;
}

}

PagedText::PagedText(std::shared_ptr<const ByteSource> source, const CharacterDecoder &decoder)
    : m_source(std::move(source))
    , m_decoder(decoder)
{
}

qint64 PagedText::pageCount() const
{
    return qMax<qint64>(1, (size() + PageSize - 1) / PageSize);
}

qint64 PagedText::pageOf(qint64 offset) const
{
    const qint64 page = qBound<qint64>(0, offset / PageSize, pageCount() - 1);
    return page > 0 && offset < startOf(page) ? page - 1 : page;
}

TextMap PagedText::page(qint64 index) const
{
    const qint64 start = startOf(index);
    const qint64 end = index + 1 < pageCount() ? startOf(index + 1) : size();
    return m_source ? decodeMapped(m_source->read(start, end - start), m_decoder, start) : TextMap();
}

qint64 PagedText::startOf(qint64 page) const
{
    const qint64 wanted = page * PageSize;
    if (wanted <= 0)
        return 0;
    const qint64 from = qMax<qint64>(0, wanted - LookBack);
    const QByteArray bytes = m_source->read(from, wanted - from + CharacterDecoder::MaxBytes);
    const qsizetype border = qsizetype(wanted - from);
    qsizetype at = m_decoder.unit == 1 && from > 0 ? safeStart(QByteArrayView(bytes).first(border)) : 0;
    while (at < border)
        at += m_decoder.take(QByteArrayView(bytes).sliced(at)).bytes;
    return from + at;
}
