#include "hexpainter.h"

#include "shades.h"

#include <QPainter>
#include <QWidget>

static constexpr QChar Dot = u'·';

QString offsetText(qint64 offset, int digits)
{
    return QString::number(offset, 16).toUpper().rightJustified(digits, u'0');
}

QString hexText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex(' ').toUpper());
}

QChar asciiOf(char byte)
{
    return byte >= 0x20 && byte < 0x7F ? QChar::fromLatin1(byte) : Dot;
}

HexPainter::HexPainter(QPainter *painter, const QWidget *view, const HexGeometry &geometry)
    : m_painter(painter)
    , m_geometry(geometry)
{
    const QPalette palette = view->palette();
    const QPalette::ColorGroup group = view->hasFocus() ? QPalette::Active : QPalette::Inactive;
    m_text = palette.color(QPalette::Text);
    m_subdued = Shades::subdued(palette);
    m_highlight = palette.color(group, QPalette::Highlight);
    m_highlightedText = palette.color(group, QPalette::HighlightedText);
    m_cursorColor = view->hasFocus() ? m_text : m_subdued;
}

void HexPainter::setSelection(const ByteRange &selection, qint64 cursor)
{
    m_selection = selection;
    m_cursor = cursor;
}

void HexPainter::paintRow(qint64 offset, QByteArrayView bytes, int top) const
{
    m_painter->setPen(m_subdued);
    m_painter->drawText(QRect(m_geometry.offsetLeft(), top, m_geometry.hexLeft(), m_geometry.rowHeight),
                        Qt::AlignLeft | Qt::AlignVCenter, offsetText(offset, m_geometry.digits));
    for (int column = 0; column < int(bytes.size()); ++column)
        paintByte(offset + column, bytes[column], column, top);
}

void HexPainter::paintByte(qint64 offset, char byte, int column, int top) const
{
    const bool selected = offset >= m_selection.start && offset < m_selection.end();
    const QChar ascii = asciiOf(byte);
    const QRect hex = m_geometry.hexCell(column, top);
    const QRect text = m_geometry.textCell(column, top);
    if (selected) {
        const bool goesOn = offset + 1 < m_selection.end() && column + 1 < m_geometry.bytesPerRow;
        const QRect next = goesOn ? m_geometry.hexCell(column + 1, top) : hex;
        m_painter->fillRect(hex.united(next), m_highlight);
        m_painter->fillRect(text, m_highlight);
    }
    m_painter->setPen(selected ? m_highlightedText : m_text);
    m_painter->drawText(hex, Qt::AlignCenter, offsetText(uchar(byte), 2));
    if (ascii == Dot && !selected)
        m_painter->setPen(m_subdued);
    m_painter->drawText(text, Qt::AlignCenter, ascii);
    if (offset == m_cursor)
        paintCursor(column, top);
}

void HexPainter::paintCursor(int column, int top) const
{
    m_painter->setPen(m_cursorColor);
    m_painter->drawRect(m_geometry.hexCell(column, top).adjusted(0, 0, -1, -1));
    m_painter->drawRect(m_geometry.textCell(column, top).adjusted(-1, 0, 0, -1));
}
