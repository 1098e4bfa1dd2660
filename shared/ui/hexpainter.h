#pragma once

#include "bytesource.h"
#include "hexgeometry.h"

#include <QColor>

class QPainter;
class QWidget;

/// Upper-case digits of an offset, filled up with zeros.
QString offsetText(qint64 offset, int digits);
/// `68 65 6C`
QString hexText(const QByteArray &bytes);
/// Printable ASCII as it is, all else as a middle dot.
QChar asciiOf(char byte);

/// Paints rows of a hex view. Lives as long as one paint event.
class HexPainter final
{
public:
    HexPainter(QPainter *painter, const QWidget *view, const HexGeometry &geometry);

    void setSelection(const ByteRange &selection, qint64 cursor);
    /// A row of at most `bytesPerRow` bytes; `top` in pixels.
    void paintRow(qint64 offset, QByteArrayView bytes, int top) const;

private:
    void paintByte(qint64 offset, char byte, int column, int top) const;
    void paintCursor(int column, int top) const;

    QPainter *m_painter;
    HexGeometry m_geometry;
    ByteRange m_selection;
    qint64 m_cursor = -1;
    QColor m_text;
    QColor m_subdued;
    QColor m_highlight;
    QColor m_highlightedText;
    QColor m_cursorColor;
};
