#include "hexcursor.h"

#include <QKeyEvent>

HexCursor::HexCursor(qint64 size)
    : m_size(size)
{
}

qint64 HexCursor::inside(qint64 offset) const
{
    return qBound<qint64>(0, offset, qMax<qint64>(0, m_size - 1));
}

ByteRange HexCursor::selection() const
{
    if (!m_hasSelection)
        return {m_position, 0};
    return {qMin(m_anchor, m_position), qAbs(m_position - m_anchor) + 1};
}

void HexCursor::moveTo(qint64 offset, bool extend)
{
    m_position = inside(offset);
    m_hasSelection = m_size > 0;
    if (!extend)
        m_anchor = m_position;
}

void HexCursor::select(const ByteRange &range)
{
    m_hasSelection = !range.isEmpty() && range.start < m_size;
    m_anchor = inside(range.start);
    m_position = m_hasSelection ? inside(range.end() - 1) : m_anchor;
}

qint64 HexCursor::rowsAway(qint64 rows, int bytesPerRow) const
{
    const qint64 up = -(m_position / bytesPerRow);
    const qint64 down = (inside(m_size) - m_position) / bytesPerRow;
    return m_position + qBound(up, rows, down) * bytesPerRow;
}

std::optional<qint64> HexCursor::target(const QKeyEvent &key, int bytesPerRow, int pageRows) const
{
    const qint64 rowStart = m_position - m_position % bytesPerRow;
    const bool control = key.modifiers().testFlag(Qt::ControlModifier);
    switch (key.key()) {
    case Qt::Key_Left: return m_position - 1;
    case Qt::Key_Right: return m_position + 1;
    case Qt::Key_Up: return rowsAway(-1, bytesPerRow);
    case Qt::Key_Down: return rowsAway(1, bytesPerRow);
    case Qt::Key_PageUp: return rowsAway(-pageRows, bytesPerRow);
    case Qt::Key_PageDown: return rowsAway(pageRows, bytesPerRow);
    case Qt::Key_Home: return control ? 0 : rowStart;
    case Qt::Key_End: return control ? m_size - 1 : rowStart + bytesPerRow - 1;
    default: return std::nullopt;
    }
}
