#pragma once

#include "bytesource.h"

#include <optional>

class QKeyEvent;

/// A cursor on one of `size` bytes, and the selection that it drags behind it. A value.
class HexCursor
{
public:
    explicit HexCursor(qint64 size = 0);

    qint64 position() const { return m_position; } ///< the offset of a byte; 0 where there is none
    qint64 anchor() const { return m_anchor; }     ///< of the byte where the selection began
    ByteRange selection() const;

    /// To the nearest byte. Selects it, or all from the anchor to it.
    void moveTo(qint64 offset, bool extend);
    /// The cursor on its last byte, or only there when it is empty.
    void select(const ByteRange &range);

    /// Where this key leads, in rows and pages of this length; nothing for other keys. Up and down keep to the column.
    std::optional<qint64> target(const QKeyEvent &key, int bytesPerRow, int pageRows) const;

private:
    qint64 inside(qint64 offset) const;
    qint64 rowsAway(qint64 rows, int bytesPerRow) const;

    qint64 m_size;
    qint64 m_anchor = 0;
    qint64 m_position = 0;
    bool m_hasSelection = false;
};
