#pragma once

#include "textmap.h"

#include <memory>

/// Long bytes as text, a page at a time: what a page costs does not grow with what there is. Pages begin and end
/// between two characters and leave nothing out.
///
/// Where a page begins is found from the nearest byte before it that is a character by itself in every encoding (below
/// '0'). Without one in LookBack bytes, the first characters of a page can be taken for bad ones.
class PagedText
{
public:
    static constexpr qint64 PageSize = 4 * 1024; ///< bytes, give or take a character
    static constexpr qint64 LookBack = 4 * 1024; ///< bytes

    explicit PagedText(std::shared_ptr<const ByteSource> source = {},
                       const CharacterDecoder &decoder = CharacterDecoder::of({}));

    qint64 size() const { return m_source ? m_source->size() : 0; } ///< bytes
    qint64 pageCount() const;                                        ///< at least 1
    qint64 pageOf(qint64 offset) const;
    TextMap page(qint64 index) const;

private:
    qint64 startOf(qint64 page) const;

    std::shared_ptr<const ByteSource> m_source;
    CharacterDecoder m_decoder;
};
